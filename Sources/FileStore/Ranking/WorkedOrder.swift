import GRDB
import Receivables

/// Everybody's standing for a day, worked out from one state of the book and not stored yet.
struct WorkedOrder {
    private let day: Day
    private let rules: Rules
    private var portfolio: Portfolio
    private var rows: [StandingTable.Row]
    /// Where the journal ended then.
    private let head: Int64

    /// - Parameter file: as for `PayerSweep`.
    init(_ db: Database, for day: Day, rules: Rules, file: String?, progress: Progress) throws {
        self.day = day
        self.rules = rules
        head = try EntryTable.head(db).seq
        let asOf = try AsOf(day, db)
        let portfolio = try Portfolio(db, asOf: asOf, rules: rules)
        rows = try PayerSweep(db, asOf: asOf, file: file).map(progress: progress) { payer, facts in
            StandingTable.Row(rank(facts, portfolio: portfolio, rules: rules, day: day), payer: payer, rules: rules)
        }
        self.portfolio = portfolio
        self.portfolio.highStake = Portfolio.cut(of: rows.map(\.stake))
        let collectors = try AccountTable.collectors(db)
        // The table is filled in the order of its key.
        rows.sort { $0.payer < $1.payer }
        for place in rows.indices {
            let row = rows[place]
            rows[place].collector = collectors[Int(row.payer)]
            rows[place].cell = Cell(urgent: row.isUrgent, valuable: row.stake > 0 && row.stake >= self.portfolio.highStake)
        }
    }

    /// Puts the order in place of the one before. Who was recorded with since is ranked by what is known now.
    ///
    /// - Returns: false where something was written since that concerns everybody: it has to be worked out anew.
    func store(_ db: Database) throws -> Bool {
        guard let recorded = try payersSince(db) else { return false }
        try StandingTable(db).take(rows)
        var counts = QueueCounts()
        for row in rows { counts.add(row.task, of: row.collector) }
        try counts.write(db)
        try Keys.set(.rankedDay, day, db)
        try Keys.set(.portfolio, Portfolio.encoded(portfolio), db)
        try Keys.remove(.dueDay, db)
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
    func putInOrder(_ db: Database, for day: Day, progress: Progress) throws {
        // What is only rehearsed is seen by this connection alone.
        guard !isRehearsal else { return try putInOrderAlone(db, for: day, progress) }
        for _ in 0..<2 {
            let order = try reading(db) { try WorkedOrder(db, for: day, rules: try rules(db), file: path, progress: progress) }
            var isStored = false
            try transaction(.immediate, db) {
                isStored = try order.store(db)
                return isStored ? .commit : .rollback
            }
            if isStored { return }
        }
        // Imports come faster than they are ranked: this time they wait.
        try putInOrderAlone(db, for: day, progress)
    }

    private func putInOrderAlone(_ db: Database, for day: Day, _ progress: Progress) throws {
        try transaction(.immediate, db) {
            _ = try WorkedOrder(db, for: day, rules: try rules(db), file: nil, progress: progress).store(db)
            return .commit
        }
    }

    /// After what concerns everybody was committed; it stays, also where somebody wants to stop now.
    func putInOrderIfDue(_ db: Database, progress: Progress = { _, _ in }) throws {
        guard let day = try Ranking.due(db) else { return }
        try putInOrder(db, for: day) { try? progress($0, $1) }
    }
}
