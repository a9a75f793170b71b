import GRDB
import Receivables

/// An extract that was read, with its rows in the temporary tables and its items in their spool: what is left to do
/// takes the book alone.
struct StagedExtract {
    let extract: Extract
    let stamp: Stamp
    /// How many rows were staged.
    let rows: Int
    let items: ItemSpool
    /// The largest amount, in minor units of its currency, whatever its sign.
    let largest: UInt64
    let answers: [AnswerRow]
    let disputes: MarkedItems
    /// Rows of customers that the book doesn't know by name.
    let strangers: [RowProblem]
    /// Accounts that it brings and that look like one of the book's.
    let twins: [PossibleDuplicate]
    /// It brings accounts, and those behind it may mention them.
    let hasNewAccounts: Bool
    /// What became of numbers that two source systems use; nil where none do.
    let sourceNotice: String?
    /// A file of which no row could be used leaves no trace, though one without a row would clear the book.
    let isNothing: Bool

    /// Reads all rows, while nothing of the book is locked.
    ///
    /// - Parameter registry: the accounts known, and afterwards those of this extract as well.
    /// - Throws: `BookError.refused` for a full extract of nothing.
    init(
        _ extract: Extract, _ stamp: Stamp, from source: inout some ExtractSource, _ registry: inout AccountRegistry,
        _ db: Database,
        progress: Progress
    ) throws {
        self.extract = extract
        self.stamp = stamp
        var staging = try Staging(db, extract, registry)
        source = try RowsAhead(source).forEach { row in
            try staging.add(row)
            if staging.rows % 5_000 == 0 { try progress(staging.rows, 0) }
        }
        isNothing =
            staging.rows == 0 && staging.strangers.isEmpty
            && (staging.refused > 0 || !(extract.isFull && extract.kind == .openItems))
        guard staging.rows > 0 || isNothing || extract.isForced else {
            throw BookError.refused(staging.strangers.isEmpty ? .empty : .nothingFits(staging.strangers))
        }
        (rows, items, answers, twins) = (staging.rows, staging.items, staging.answers, staging.twins())
        disputes = staging.disputes
        strangers = staging.strangers
        largest = staging.largest
        sourceNotice = staging.sourceNumbers.notice
        registry = staging.registry
        hasNewAccounts = registry.hasNew
    }
}
