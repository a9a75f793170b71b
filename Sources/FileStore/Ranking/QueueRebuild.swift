import GRDB
import Receivables

/// Everybody's standing for a day, worked out from one state of the book and not stored yet.
struct QueueRebuild {
    private let day: Day
    private let rules: Rules
    private var portfolio: RankingBasis
    private var rows: [StandingTable.Row]
    /// Where the journal ended then.
    private let head: Int64

    /// - Parameters:
    ///   - touched: who alone may stand elsewhere than stored, if nothing else moves all; nil for everybody.
    ///   - file: as for `PayerScan`.
    init(_ db: Database, for day: Day, rules: Rules, touched: Set<Int64>?, file: String?, progress: Progress) throws {
        self.day = day
        self.rules = rules
        head = try EntryTable.head(db).seq
        let asOf = try AsOf(day, db)
        let portfolio = try RankingBasis(db, asOf: asOf, rules: rules, file: file)
        let inputs = RankingInputs(portfolio: portfolio, rules: rules, day: day)
        @Sendable func row(_ payer: Int64, _ facts: PayerFacts) -> StandingTable.Row? {
            StandingTable.Row(rank(facts, by: inputs, detail: .order), payer: payer)
        }
        if let touched, try QueueRebuild.holds(portfolio, day, besides: touched, db) {
            let reader = try PayerReader(db, asOf: asOf)
            // Whether a broken promise heads the queue may depend on the cut, which is made again.
            let touched = touched.union(try StandingTable.broken(db))
            rows = try StandingTable.rows(db, without: touched)
            for payer in touched {
                let facts = try reader.facts(of: payer)
                // Who no longer pays for anybody, not even for itself, has no row.
                if !facts.accounts.isEmpty, let row = row(payer, facts) { rows.append(row) }
            }
        } else {
            rows = try PayerScan(db, asOf: asOf, file: file).map(progress: progress, row)
        }
        self.portfolio = portfolio
        self.portfolio.highStake = RankingBasis.cut(of: rows.map(\.stake))
        let collectors = try AccountTable.collectors(db)
        // The table is filled in the order of its key.
        rows.sort { $0.payer < $1.payer }
        for place in rows.indices {
            rows[place].collector = collectors[Int(rows[place].payer)]
            rows[place].settle(highStake: self.portfolio.highStake)
        }
    }

    /// Whether everybody but a few stands where a ranking would put them: on the same day, by the same portfolio.
    private static func holds(_ portfolio: RankingBasis, _ day: Day, besides touched: Set<Int64>, _ db: Database) throws
        -> Bool
    {
        guard try touched.count * 4 < AccountTable.count(db), try BookMetadata.day(.rankedDay, db) == day,
            try BookMetadata.get(.portfolio, db) != nil
        else { return false }
        var stored = try LastDecoded<RankingBasis>(.portfolio).value(db)
        // The cut is made again.
        stored.highStake = portfolio.highStake
        return stored == portfolio
    }

    /// Puts the order in place of the one before. Who was recorded with since is ranked by what is known now.
    ///
    /// - Parameter facts: need not hear of the rows, where they hear of anything.
    /// - Returns: false where something was written since that concerns everybody: it has to be computed again.
    func store(_ db: Database, unheardBy facts: FactDigests?) throws -> Bool {
        guard let recorded = try payersSince(db) else { return false }
        let table = try StandingTable(db)
        if let facts {
            try facts.aside(db) { try table.replaceAll(rows) }
        } else {
            try table.replaceAll(rows)
        }
        var counts = QueueCounts()
        for row in rows { counts.add(row.task, of: row.collector) }
        try counts.write(db)
        try BookMetadata.set(.rankedDay, day, db)
        try BookMetadata.set(.portfolio, RankingBasis.encoded(portfolio), db)
        try BookMetadata.remove(.dueDay, db)
        try Ranking.rank(recorded, db, portfolio: portfolio, rules: rules)
        return true
    }

    /// Payers of the entries that were written since; nil where those, or so many, can change everybody's place.
    private func payersSince(_ db: Database) throws -> Set<Int64>? {
        let rows = try RawStatement(
            db, "SELECT account.payer, kind FROM entry LEFT JOIN account ON account.id = entry.payer WHERE seq > ?")
        rows.bind(1, head)
        var payers: Set<Int64> = []
        while try rows.step() {
            // An undo may take back who pays for whom, or rules.
            guard !rows.isNull(0), rows.text(1) != "payer", rows.text(1) != "undo" else {
                rows.rewind()
                return nil
            }
            payers.insert(rows.int(0))
        }
        return payers.count > Ranking.fewPayers ? nil : payers
    }
}

extension FileBook {
    /// Works the order of a day out and stores it; readers and writers wait for the storing alone.
    ///
    /// - Parameter touched: as for `QueueRebuild`.
    func putInOrder(_ db: Database, for day: Day, touched: Set<Int64>? = nil, progress: Progress) throws {
        // What is only rehearsed is seen by this connection alone.
        guard !isRehearsal else { return try putInOrderAlone(db, for: day, progress) }
        // What comes between may touch others: then all are looked at.
        for touched in [touched, nil] {
            let order = try reading(db) {
                try QueueRebuild(db, for: day, rules: try rules(db), touched: touched, file: path, progress: progress)
            }
            var isStored = false
            try transaction(.immediate, db) {
                isStored = try order.store(db, unheardBy: facts)
                return isStored ? .commit : .rollback
            }
            if isStored { return }
        }
        // Imports come faster than they are ranked: this time they wait.
        try putInOrderAlone(db, for: day, progress)
    }

    private func putInOrderAlone(_ db: Database, for day: Day, _ progress: Progress) throws {
        try transaction(.immediate, db) {
            _ = try QueueRebuild(db, for: day, rules: try rules(db), touched: nil, file: nil, progress: progress).store(
                db, unheardBy: nil)
            return .commit
        }
    }

    /// After what concerns everybody was committed; it stays, also where somebody wants to stop now.
    ///
    /// - Parameter touched: as for `QueueRebuild`.
    func putInOrderIfDue(_ db: Database, after touched: Set<Int64>? = nil, progress: Progress = { _, _ in }) throws {
        guard let day = try Ranking.due(db) else { return }
        try putInOrder(db, for: day, touched: touched) { try? progress($0, $1) }
    }
}
