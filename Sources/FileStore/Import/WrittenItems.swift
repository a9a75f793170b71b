import GRDB
import Receivables

/// An extract whose items are in the book, with a settlement for each difference.
struct WrittenItems {
    let work: ExtractWork
    let tables: MoneyTables
    /// Accounts whose payments changed.
    let paid: Set<Int64>
    /// How many items are open of parts that the extract doesn't contain.
    let elsewhere: Int
    private(set) var receipt: Receipt

    init(after accounts: WrittenAccounts, progress: Progress) throws {
        (work, tables, receipt) = (accounts.work, accounts.tables, accounts.receipt)
        let changes = try ItemChanges(
            work.db, extract: work.extract, days: try ExtractDays(work.db), settlements: tables.settlements,
            cash: tables.cash, placed: tables.placed, fallenCash: accounts.fallenCash, seen: work.seen)
        let tally = try WrittenItems.write(changes, work, progress)
        try OpenItemFingerprintTable.put(tally.accounts, tally.kept, changes.prints, work.db)
        paid = changes.paid
        elsewhere = tally.elsewhere
        receipt.add(tally)
        receipt.counts.add(changes.counts)
        receipt.amounts.add(changes.amounts)
        if let notice = work.staged.sourceNotice { receipt.notices.append(notice) }
        receipt.tell(takenOver: changes.takenOver)
    }

    private static func write(_ changes: ItemChanges, _ work: ExtractWork, _ progress: Progress) throws
        -> ItemMerge.Tally
    {
        var done = 0
        func apply(_ change: ItemMerge.Change) throws {
            try changes.apply(change)
            done += 1
            // Nothing to show: but the user may want to stop.
            if done % 5_000 == 0 { try progress(work.staged.rows, 0) }
        }
        if let prepared = work.compared.prepared {
            for change in prepared.changes { try apply(change) }
            try changes.finish()
            return prepared.tally
        }
        // An index that is built once costs a third of one that is kept up row by row.
        try work.db.execute(sql: "DROP INDEX item_number")
        let merge = ItemMerge(
            db: work.db, extract: work.extract, items: work.staged.items, rules: work.rules, file: nil)
        let tally = try merge.run(apply)
        try changes.finish()
        // Sorted in small pieces, which a second processor takes as they come.
        try work.db.execute(
            sql:
                """
                PRAGMA cache_size = -4000; \(Schema.itemNumberIndex); PRAGMA cache_size = \
                \(ExtractWork.cacheSize);
                """
        )
        return tally
    }
}
