import GRDB
import Receivables

/// Everything that taking an extract does to the book, inside its one write transaction.
///
/// An extract goes through phases. Each is a value that is made of the one before it, so that none can be left out or
/// come too early:
///
///     StagedExtract     its rows lie in temporary tables and in the spool of items
///     ComparedExtract   its items were compared with the book
///                       ── until here nothing is locked; the write transaction begins ──
///     WrittenAccounts   accounts, contacts, telephone numbers, rates and listed cash are in the book
///     WrittenItems      items are, with what settled them
///     WrittenPayments   payments are, those without an item in the place of what extracts imply
///     CheckedExtract    sums fit, not too much is cleared, some row fitted; notes and answers are counted
///     RecordedExtract   the journal has it, and the order is marked as due
struct ExtractWork {
    let db: Database
    let compared: ComparedExtract
    let telephones: TelephoneReader
    let purpose: Purpose
    /// Where changes of facts are noted; nil where nothing is kept.
    let facts: FactDigests?
    let rules: Rules
    /// The place of the import's entry in the journal: "first seen".
    let seen: Int64

    /// Kilobytes of the book that an import keeps in memory; negative, as SQLite wants it.
    static let cacheSize = -24_000

    /// What it is done for.
    enum Purpose {
        case toKeep
        /// To say what it would do; or for what is tried after it, which sees its entry too.
        case toTell, toTellOthers
    }

    var staged: StagedExtract { compared.staged }
    var extract: Extract { staged.extract }
    var stamp: Stamp { staged.stamp }

    /// - Parameter facts: where changes of facts are noted; nil where nothing is kept.
    init(
        _ db: Database, _ compared: ComparedExtract, _ telephones: TelephoneReader, _ purpose: Purpose = .toKeep,
        facts: FactDigests? = nil
    ) throws {
        self.facts = facts
        self.db = db
        self.compared = compared
        self.telephones = telephones
        self.purpose = purpose
        rules = try FileBook.rules(db)
        // The place that the import's entry will have: the transaction is ours, so no one takes it first.
        seen = try EntryTable.head(db).seq + 1
    }

    /// Does it, and says who has to be ranked again afterwards.
    ///
    /// - Returns: nil for the payers means everybody.
    func runToKeep(progress: Progress) throws -> (receipt: Receipt, payers: Set<Int64>?) {
        // Of a day that is ranked already, those alone whose facts change; of a first import all do.
        let ranked = try BookMetadata.day(.rankedDay, db)
        guard compared.prepared != nil, extract.kind != .rates, try ranked == stamp.day && Ranking.due(db) == nil else {
            return (try run(progress: progress).receipt, nil)
        }
        let known = try CashKnownTable.knownTo(db, asOf: stamp.day)
        try TouchedAccounts.begin(db)
        let recorded = try run(progress: progress)
        var payers = try TouchedAccounts.end(db).union(recorded.disputing)
        // What is known of cash decides about everything that was agreed.
        if try CashKnownTable.knownTo(db, asOf: stamp.day) != known { payers.formUnion(try CommitmentTable.payers(db)) }
        return (recorded.receipt, payers)
    }

    /// Goes through the phases, the first of the transaction to the last.
    func run(progress: Progress) throws -> RecordedExtract {
        let accounts = try WrittenAccounts(self)
        let items = try WrittenItems(after: accounts, progress: progress)
        let payments = try WrittenPayments(after: items, progress: progress)
        let checked = try CheckedExtract(after: payments)
        let recorded = try RecordedExtract(checked)
        // The last moment at which it can be stopped.
        try progress(staged.rows, 0)
        return recorded
    }
}
