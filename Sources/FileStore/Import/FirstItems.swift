import GRDB
import Receivables

/// The items of a first import, taken over as a whole: in a book without items every row is new, and the database
/// moves sorted rows faster than anybody can hand them to it.
///
/// Only where every row says when it is due and none repeats another; else the merge looks at them one by one.
/// What becomes of a row is the same as in `ItemChanges`, and the contract tests hold both to it.
struct FirstItems {
    let db: Database
    let seen: Int64
    let staged: StagedItems

    /// - Returns: false where the rows need a closer look; nothing was written then.
    func take() throws -> Bool {
        guard staged.count > 0, staged.withoutDue == 0, try hasNoItems() else { return false }
        var inserted = 0
        try db.inSavepoint {
            inserted = try insertItems()
            return inserted == staged.count ? .commit : .rollback
        }
        guard inserted == staged.count else { return false }
        if staged.partlySettled > 0 { try insertSettlements() }
        return true
    }

    private func hasNoItems() throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM item)") ?? false
    }

    /// As stated; without that all of it, unless the row says when it was settled.
    private static let open = "COALESCE(open, CASE WHEN settled IS NULL THEN amount ELSE 0 END)"

    /// - Returns: how many; fewer than were staged where keys repeat.
    private func insertItems() throws -> Int {
        // An index that is built once costs a third of one that is kept up row by row.
        try db.execute(sql: "DROP INDEX item_number")
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO item(
                    account, company, number, issued, due, due_from, currency, amount, open, closed, purchase_order,
                    once_disputed, seen, source)
                SELECT account, company, number, issued, due, due_from, currency, amount, \(FirstItems.open),
                    CASE WHEN \(FirstItems.open) = 0 THEN settled END, purchase_order, once_disputed, ?, source
                FROM temp.staged_item ORDER BY account, company, number
                """, arguments: [seen])
        let inserted = db.changesCount
        try db.execute(sql: Schema.itemNumberIndex)
        return inserted
    }

    private func insertSettlements() throws {
        try db.execute(
            sql: """
                INSERT INTO settlement
                SELECT account, company, number, 1, settled, NULL,
                    CASE WHEN amount < 0 THEN \(Settlement.Kind.matching.rawValue)
                        ELSE \(Settlement.Kind.payment.rawValue) END,
                    settled IS NOT NULL, amount - \(FirstItems.open), '', ?
                FROM temp.staged_item WHERE \(FirstItems.open) <> amount ORDER BY account, company, number
                """, arguments: [seen])
    }
}
