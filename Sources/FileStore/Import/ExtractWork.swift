import GRDB
import Receivables

/// Everything that taking an extract does to the book, inside its one write transaction.
struct ExtractWork {
    private let db: Database
    private let staged: StagedExtract
    private let telephones: TelephoneReader
    private let purpose: Purpose
    private let rules: Rules
    private let seen: Int64
    private let disputes: ErpDisputes

    /// Kilobytes of the book that an import keeps in memory; negative, as SQLite wants it.
    static let cacheSize = -24_000

    /// What it is done for.
    enum Purpose {
        case toKeep
        /// To say what it would do; or for what is tried after it, which sees its entry too.
        case toTell, toTellOthers
    }

    private var extract: Extract { staged.extract }
    private var stamp: Stamp { staged.stamp }
    private var rows: Int { staged.rows }

    private let facts: FactDigests?

    /// - Parameter facts: where changes of facts are noted; nil where nothing is kept.
    init(
        _ db: Database, _ staged: StagedExtract, _ telephones: TelephoneReader, _ purpose: Purpose = .toKeep,
        facts: FactDigests? = nil
    ) throws {
        self.facts = facts
        self.db = db
        self.staged = staged
        self.telephones = telephones
        self.purpose = purpose
        rules = try FileBook.rules(db)
        // The place that the import's entry will have: the transaction is ours, so no one takes it first.
        seen = try EntryTable.head(db).seq + 1
        disputes = ErpDisputes(db, staged, rules)
    }

    /// Does it, and says who has to be ranked again afterwards.
    ///
    /// - Returns: nil for the payers means everybody.
    func runToKeep(_ prepared: PreparedItems?, progress: Progress) throws -> (receipt: Receipt, payers: Set<Int64>?) {
        // Of a day that is ranked already, those alone whose facts change; of a first import all do.
        let ranked = try BookMetadata.day(.rankedDay, db)
        guard prepared != nil, extract.kind != .rates, try ranked == stamp.day && Ranking.due(db) == nil else {
            return (try run(prepared, progress: progress), nil)
        }
        let known = try CashKnownTable.knownTo(db, asOf: stamp.day)
        try TouchedAccounts.begin(db)
        let receipt = try run(prepared, progress: progress)
        var payers = try TouchedAccounts.end(db).union(disputes.payers)
        // What is known of cash decides about everything that was agreed.
        if try CashKnownTable.knownTo(db, asOf: stamp.day) != known { payers.formUnion(try CommitmentTable.payers(db)) }
        return (receipt, payers)
    }

    func run(_ prepared: PreparedItems?, progress: Progress) throws -> Receipt {
        var receipt = Receipt()
        receipt.rejects = staged.strangers
        let settlements = try SettlementTable(db, seen: seen)
        let cash = try CashTable(db, seen: seen)
        let placed = try PlacedCash(db, settlements: settlements, cash: cash, seen: seen)
        var paid: Set<Int64> = []

        try CustomerStaging.apply(db, &receipt.counts)
        // No one dials after what is only tried.
        if purpose == .toKeep { try TelephoneTable.readDue(db, telephones, rules) }
        try applyRates(&receipt)
        var fallen = FallenCashAmounts()
        if extract.kind == .openItems {
            fallen = try ListedCash(db: db, extract: extract, cash: cash).apply(&receipt)
        }
        let changes = try ItemChanges(
            db, extract: extract, days: try ExtractDays(db), settlements: settlements, cash: cash, placed: placed,
            fallenCash: fallen, seen: seen)
        let elsewhere = try applyItems(prepared, changes, &receipt, progress)
        paid.formUnion(changes.paid)
        receipt.counts.add(changes.counts)
        receipt.amounts.add(changes.amounts)
        if let notice = staged.sourceNotice { receipt.notices.append(notice) }
        if changes.takenOver > 0 {
            let items = changes.takenOver == 1 ? "item was" : "items were"
            receipt.notices.append(
                "\(changes.takenOver) \(items) of another system until now, by account, number, day and amount")
        }
        let payments = try payments(settlements, cash, placed)
        if receipt.counts.itemsNew > 0 { try payments.adopt() }
        if extract.kind != .openItems { try payments.run { try progress(rows, 0) } }
        try placed.place()
        paid.formUnion(payments.paid.union(placed.paid))
        receipt.add(payments, placed)
        let notes = NoteChanges(db: db, extract: extract, stamp: stamp, rules: rules)
        let found = try notes.count()
        receipt.counts.notesNew = found.new
        receipt.counts.notesUnchanged = found.known
        receipt.repeated += found.repeated
        let answered = try AnswerChanges(staged.answers, db, stamp: stamp)
        receipt.add(answered)
        if staged.largest > ExtractWork.largestHarmless { try guardAgainstHugeSums() }
        try guardAgainstClearing(receipt.counts, elsewhere: elsewhere)
        if receipt.fitsNowhere { throw BookError.refused(.nothingFits(receipt.rejects)) }
        try finish(&receipt, lastSettlement: settlements.lastDay, paid: paid, notes: notes, answered: answered)
        receipt.duplicates = staged.twins
        // The last moment at which it can be stopped.
        try progress(rows, 0)
        return receipt
    }

    private func payments(_ settlements: SettlementTable, _ cash: CashTable, _ placed: PlacedCash) throws
        -> PaymentChanges
    {
        var lastExtract = try BookMetadata.day(.lastExtract, db)
        if extract.kind == .openItems { lastExtract = latest(lastExtract, extract.day) }
        return try PaymentChanges(
            db, settlements: settlements, cash: cash, placed: placed, lastExtract: lastExtract, seen: seen)
    }

    private func applyRates(_ receipt: inout Receipt) throws {
        receipt.counts.ratesChanged = try db.run(
            """
            INSERT INTO rate(currency, day, billionths, base) SELECT currency, day, billionths, ?1 FROM temp.staged_rate
            WHERE COALESCE(target, ?1) = ?2
            ON CONFLICT DO UPDATE SET billionths = excluded.billionths, base = excluded.base
                WHERE billionths <> excluded.billionths OR rate.base <> excluded.base
            """, [rules.base.code, rules.base.code])
        let ours = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT COUNT(*) FROM temp.staged_rate WHERE COALESCE(target, ?1) = ?1"),
            arguments: [rules.base.code])
        receipt.counts.ratesUnchanged = (ours ?? 0) - receipt.counts.ratesChanged
        let others = try RawStatement(
            db, "SELECT line, currency, target FROM temp.staged_rate WHERE target <> ? ORDER BY line")
        others.bind(1, rules.base.code)
        while try others.step() {
            receipt.rejects.append(
                RowProblem(
                    line: Int(others.int(0)), column: "",
                    reason: "the rate of \(others.text(1)) is into \(others.text(2)), the book counts in \(rules.base)")
            )
        }
    }

    /// - Returns: how many items are open of parts that the extract doesn't contain.
    private func applyItems(
        _ prepared: PreparedItems?, _ changes: ItemChanges, _ receipt: inout Receipt, _ progress: Progress
    ) throws -> Int {
        var done = 0
        func apply(_ change: ItemMerge.Change) throws {
            try changes.apply(change)
            done += 1
            // Nothing to show: but the user may want to stop.
            if done % 5_000 == 0 { try progress(rows, 0) }
        }
        let tally: ItemMerge.Tally
        if let prepared {
            for change in prepared.changes { try apply(change) }
            try changes.finish()
            tally = prepared.tally
        } else {
            // An index that is built once costs a third of one that is kept up row by row.
            try db.execute(sql: "DROP INDEX item_number")
            tally = try ItemMerge(db: db, extract: extract, items: staged.items, rules: rules, file: nil).run(apply)
            try changes.finish()
            // Sorted in small pieces, which a second processor takes as they come.
            try db.execute(
                sql:
                    """
                    PRAGMA cache_size = -4000; \(Schema.itemNumberIndex); PRAGMA cache_size = \
                    \(ExtractWork.cacheSize);
                    """
            )
        }
        try OpenItemFingerprintTable.put(tally.accounts, tally.kept, changes.prints, db)
        receipt.counts.itemsUnchanged += tally.unchanged
        receipt.repeated += tally.repeated
        receipt.rejects += tally.rejects
        receipt.dueSources = tally.dueSources
        if tally.held > 0 {
            receipt.notices.append(
                """
                \(tally.held) open \(tally.held == 1 ? "item stays" : "items stay") open, for refused rows may be \
                about them: mend those rows and import again
                """
            )
        }
        if tally.elsewhere > 0 {
            receipt.notices.append(
                """
                \(tally.elsewhere) open \(tally.elsewhere == 1 ? "item is" : "items are") of company codes or \
                source systems that the extract doesn't contain: left as they are
                """
            )
        }
        return tally.elsewhere
    }

    /// A full extract that would clear more than half of what is open of its parts is more likely cut short than true.
    private func guardAgainstClearing(_ counts: ImportCounts, elsewhere: Int) throws {
        guard extract.isFull, !extract.isForced, counts.itemsCleared > 0 else { return }
        let stillOpen =
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT COUNT(*) FROM item WHERE open <> 0 AND seen < ?"), arguments: [seen])
            ?? 0
        let before = stillOpen - elsewhere + counts.itemsCleared
        guard counts.itemsCleared * 2 > before, before > ExtractWork.fewItems else { return }
        throw BookError.refused(.wouldClear(items: counts.itemsCleared, of: before))
    }

    /// What an account's amounts come to has to fit into 64 bits, with room for a family's: else it is no money.
    ///
    /// - Throws: `ExtractRefusal.tooLarge` for the first account that doesn't.
    private func guardAgainstHugeSums() throws {
        for table in ["item", "cash"] {
            let rows = try RawStatement(
                db,
                """
                SELECT account.number FROM \(table) AS part JOIN account ON account.id = part.account
                GROUP BY part.account, part.currency HAVING TOTAL(ABS(part.amount)) > ?1 LIMIT 1
                """)
            rows.bind(1, Int64.max / 64)
            defer { rows.rewind() }
            if try rows.step() { throw BookError.refused(.tooLarge(AccountNumber(rows.text(0)))) }
        }
    }

    /// As many of these as a book has items still add up.
    private static let largestHarmless: UInt64 = 10_000_000_000

    /// Small books do empty from one day to the next.
    private static let fewItems = 3

    private func finish(
        _ receipt: inout Receipt, lastSettlement: Day?, paid: Set<Int64>, notes: NoteChanges,
        answered: AnswerChanges
    ) throws {
        if let lastSettlement { try raise(.lastSettlement, to: lastSettlement) }
        if extract.kind == .openItems {
            try raise(.lastExtract, to: extract.day)
            try ExtractDays.raise(staged.items.parts, to: extract.day, db)
        }
        try askForRates(&receipt)
        guard purpose != .toTell else { return }
        let cashTold = try tellsCash()
        let isNews = try receipt.changesBook || cashTold || !isKnown()
        guard isNews else { return }
        var entries = try EntryTable(db)
        let act = Act.imported(
            ImportRecord(
                file: extract.file, kind: extract.kind, extractDay: extract.day, isFull: extract.isFull,
                contentHash: extract.contentHash, counts: receipt.counts, digests: try facts?.sums(db),
                companies: try companies()))
        _ = try entries.append(
            NewEntry(id: stamp.id, payer: nil, at: stamp.at, day: stamp.day, author: stamp.author, act: act), payer: nil
        )
        if receipt.counts.notesNew > 0 { receipt.tell(try notes.append(to: &entries)) }
        try answered.append(to: &entries, db)
        try disputes.append(to: &entries, &receipt)
        try entries.seal()
        // No one looks at the order of what is only tried.
        guard purpose == .toKeep else { return }
        try TextIndex.catchUp(afterWriting: receipt.counts.notesNew + receipt.counts.answersNew + disputes.written, db)
        if !paid.isEmpty { try BehaviourTable.refresh(paid, db) }
        let ranked = try BookMetadata.day(.rankedDay, db)
        if receipt.changesBook || cashTold || disputes.written > 0 || ranked != stamp.day {
            try Ranking.markDue(for: stamp.day, db)
        }
    }

    /// Money in a currency without a rate does not count in the order; `duly rate` sets a rate.
    private func askForRates(_ receipt: inout Receipt) throws {
        guard extract.kind == .openItems, !receipt.amounts.isEmpty else { return }
        let known = try RankingBasis.rates(db, stamp.day, base: rules.base)
        for currency in receipt.amounts.keys.sorted() where known.inBase(Money(minor: 0, currency)) == nil {
            receipt.notices.append(
                """
                no rate for \(currency.code): its money doesn't count in the order. `duly rate \(currency.code) \
                AMOUNT` says what 1 \(currency.code) is worth in \(rules.base.code)
                """
            )
        }
    }

    /// Notes up to when money is known now. That nothing came is news as well: promises are judged by it.
    private func tellsCash() throws -> Bool {
        guard extract.kind == .payments || extract.kind == .openItems && extract.isFull else { return false }
        return try CashKnownTable.raise(
            to: extract.day.advanced(by: -1), of: companies(), by: seen, on: stamp.day, db)
    }

    /// The company codes of which the extract tells; nil where its rows name none, or it has no row: then it is of the
    /// whole ledger.
    private func companies() throws -> [String]? {
        let named =
            extract.kind == .payments
            ? try String.fetchSet(db, sql: "SELECT DISTINCT company FROM temp.staged_payment")
            : Set(staged.items.parts.all.map(\.company))
        return named.isEmpty || named.contains("") ? nil : named.sorted()
    }

    private func raise(_ key: BookMetadata, to day: Day) throws {
        if let before = try BookMetadata.day(key, db), before >= day { return }
        try BookMetadata.set(key, day, db)
    }

    /// Whether this very file was imported for this very day before.
    private func isKnown() throws -> Bool {
        guard !extract.contentHash.isEmpty else { return false }
        let rows = try RawStatement(
            db, "SELECT 1 FROM entry WHERE payer IS NULL AND kind = 'import' AND body LIKE '%' || ? || '%' LIMIT 50")
        rows.bind(1, extract.contentHash)
        defer { rows.rewind() }
        return try rows.step()
    }
}
