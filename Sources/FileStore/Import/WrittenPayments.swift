import GRDB
import Receivables

/// An extract whose payments are in the book, those that name no item in the place of what extracts imply.
struct WrittenPayments {
    let work: ExtractWork
    /// The newest day on which anything was settled by this import.
    let lastSettlement: Day?
    /// Accounts whose payments changed.
    let paid: Set<Int64>
    /// How many items are open of parts that the extract doesn't contain.
    let elsewhere: Int
    private(set) var receipt: Receipt

    init(after items: WrittenItems, progress: Progress) throws {
        (work, elsewhere, receipt) = (items.work, items.elsewhere, items.receipt)
        let (work, tables) = (work, items.tables)
        let payments = try PaymentChanges(
            work.db, settlements: tables.settlements, cash: tables.cash, placed: tables.placed,
            lastExtract: try WrittenPayments.lastExtract(work), seen: work.seen)
        if receipt.counts.itemsNew > 0 { try payments.adopt() }
        if work.extract.kind != .openItems { try payments.run { try progress(work.staged.rows, 0) } }
        try tables.placed.place()
        paid = items.paid.union(payments.paid).union(tables.placed.paid)
        lastSettlement = tables.settlements.lastDay
        receipt.add(payments, tables.placed)
    }

    /// The day of the newest extract of open items, this one included.
    private static func lastExtract(_ work: ExtractWork) throws -> Day? {
        let before = try BookMetadata.day(.lastExtract, work.db)
        return work.extract.kind == .openItems ? latest(before, work.extract.day) : before
    }
}
