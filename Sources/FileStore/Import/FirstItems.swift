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

    /// What was taken over.
    struct Taken {
        var items: Int
        var dueSources: [DueSource: Int]
        var amounts: [Currency: ImportAmounts]
        /// Accounts with settlements that have a day.
        var paid: Set<Int64>
        var lastSettlement: Day?
    }

    /// - Returns: nil where the rows need a closer look; nothing was written then.
    func take() throws -> Taken? {
        guard try hasNoItems(), try isPlain() else { return nil }
        let staged = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM temp.staged_item") ?? 0
        var inserted = 0
        try db.inSavepoint {
            inserted = try insertItems()
            return inserted == staged ? .commit : .rollback
        }
        guard inserted == staged else { return nil }
        try insertSettlements()
        return Taken(
            items: inserted, dueSources: try dueSources(), amounts: try amounts(), paid: try paid(),
            lastSettlement: try Int32.fetchOne(db, sql: "SELECT MAX(settled) FROM temp.staged_item").map { Day(number: $0) })
    }

    private func hasNoItems() throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM item)") ?? false
    }

    private func isPlain() throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM temp.staged_item WHERE due IS NULL)") ?? false
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

    private func dueSources() throws -> [DueSource: Int] {
        let rows = try RawStatement(
            db, "SELECT due_from, COUNT(*) FROM temp.staged_item WHERE due_from <> \(DueSource.stated.rawValue) GROUP BY due_from")
        var found: [DueSource: Int] = [:]
        while try rows.step() {
            if let source = DueSource(rawValue: Int(rows.int(0))) { found[source] = Int(rows.int(1)) }
        }
        return found
    }

    private func amounts() throws -> [Currency: ImportAmounts] {
        let rows = try RawStatement(
            db, "SELECT currency, SUM(\(FirstItems.open)) FROM temp.staged_item GROUP BY currency")
        var found: [Currency: ImportAmounts] = [:]
        while try rows.step() { found.add(rows.int(1), to: \.new, in: rows.currency(0)) }
        return found
    }

    private func paid() throws -> Set<Int64> {
        let rows = try RawStatement(db, "SELECT DISTINCT account FROM temp.staged_item WHERE settled IS NOT NULL")
        var found: Set<Int64> = []
        while try rows.step() { found.insert(rows.int(0)) }
        return found
    }
}
