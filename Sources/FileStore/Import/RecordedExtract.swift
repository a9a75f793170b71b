import GRDB
import Receivables

/// An extract that the journal has: the days up to which things are known, its entry and those of its notes, answers
/// and disputes, behaviour, and the order marked as due. The last phase.
struct RecordedExtract {
    private(set) var receipt: Receipt
    /// With whom a dispute of the ERP's was opened or ended.
    private(set) var disputing: Set<Int64> = []

    private let work: ExtractWork
    private var db: Database { work.db }
    private var extract: Extract { work.extract }
    private var stamp: Stamp { work.stamp }

    init(_ checked: CheckedExtract) throws {
        (work, receipt) = (checked.work, checked.receipt)
        if let lastSettlement = checked.lastSettlement { try raise(.lastSettlement, to: lastSettlement) }
        if extract.kind == .openItems {
            try raise(.lastExtract, to: extract.day)
            try ExtractDays.raise(work.staged.items.parts, to: extract.day, db)
        }
        try askForRates()
        if work.purpose != .toTell { try record(checked) }
        receipt.duplicates = work.staged.twins
    }

    /// Writes the entries, and refreshes what follows from them.
    private mutating func record(_ checked: CheckedExtract) throws {
        let cashTold = try tellsCash()
        let isNews = try receipt.changesBook || cashTold || !isKnown()
        guard isNews else { return }
        let written = try appendEntries(checked)
        // No one looks at the order of what is only tried.
        guard work.purpose == .toKeep else { return }
        try TextIndex.catchUp(afterWriting: receipt.counts.notesNew + receipt.counts.answersNew + written, db)
        if !checked.paid.isEmpty { try BehaviourTable.refresh(checked.paid, db) }
        let ranked = try BookMetadata.day(.rankedDay, db)
        if receipt.changesBook || cashTold || written > 0 || ranked != stamp.day {
            try Ranking.markDue(for: stamp.day, db)
        }
    }

    /// The import's own entry first, then those of notes, answers and disputes.
    ///
    /// - Returns: how many entries about disputes of the ERP's there are.
    private mutating func appendEntries(_ checked: CheckedExtract) throws -> Int {
        var entries = try EntryTable(db)
        let act = Act.imported(
            ImportRecord(
                file: extract.file, kind: extract.kind, extractDay: extract.day, isFull: extract.isFull,
                contentHash: extract.contentHash, counts: receipt.counts, digests: try work.facts?.sums(db),
                companies: try companies()))
        _ = try entries.append(
            NewEntry(id: stamp.id, payer: nil, at: stamp.at, day: stamp.day, author: stamp.author, act: act), payer: nil
        )
        if receipt.counts.notesNew > 0 { receipt.tell(try checked.notes.append(to: &entries)) }
        try checked.answers.append(to: &entries, db)
        let disputes = ErpDisputes(db, work.staged, work.rules)
        try disputes.append(to: &entries, &receipt)
        disputing = disputes.payers
        try entries.seal()
        return disputes.written
    }

    /// Money in a currency without a rate does not count in the order; `duly rate` sets a rate.
    private mutating func askForRates() throws {
        guard extract.kind == .openItems, !receipt.amounts.isEmpty else { return }
        let known = try RankingBasis.rates(db, stamp.day, base: work.rules.base)
        for currency in receipt.amounts.keys.sorted() where known.inBase(Money(minor: 0, currency)) == nil {
            receipt.notices.append(
                """
                no rate for \(currency.code): its money doesn't count in the order. `duly rate \(currency.code) \
                AMOUNT` says what 1 \(currency.code) is worth in \(work.rules.base.code)
                """
            )
        }
    }

    /// Notes up to when money is known now. That nothing came is news as well: promises are judged by it.
    private func tellsCash() throws -> Bool {
        guard extract.kind == .payments || extract.kind == .openItems && extract.isFull else { return false }
        return try CashKnownTable.raise(
            to: extract.day.advanced(by: -1), of: companies(), by: work.seen, on: stamp.day, db)
    }

    /// The company codes of which the extract tells; nil where its rows name none, or it has no row: then it is of the
    /// whole ledger.
    private func companies() throws -> [String]? {
        let named =
            extract.kind == .payments
            ? try String.fetchSet(db, sql: "SELECT DISTINCT company FROM temp.staged_payment")
            : Set(work.staged.items.parts.all.map(\.company))
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
