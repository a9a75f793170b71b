import GRDB
import Receivables

/// What has to be computed again for a day, and what the book holds ready for it.
struct AsOf {
    let day: Day
    /// Accounts with settlements after the day, or an item excused after it: their open amounts and behaviour have to
    /// go back. What the book holds of all others is right as it stands.
    let accountsWithLaterSettlements: Set<Int64>
    /// Payers with entries after the day: what was agreed with them has to be folded again.
    let payersWithLaterEntries: Set<Int64>
    /// Imports after the day, by their places in the journal: what only they showed was not known yet.
    let laterImports: Set<Int64>

    init(_ day: Day, _ db: Database) throws {
        self.day = day
        let lastSettlement = try BookMetadata.day(.lastSettlement, db)
        let settled =
            lastSettlement.map { $0 > day } ?? false
            ? try AsOf.ids(db, "SELECT DISTINCT account FROM settlement WHERE day > ?", day) : []
        accountsWithLaterSettlements = settled.union(try ExcusedItems.accounts(foundValidAfter: day, db))
        // Left to itself the planner walks the index by payer and looks two million days up.
        payersWithLaterEntries = try AsOf.ids(
            db,
            """
            SELECT DISTINCT account.payer FROM entry INDEXED BY entry_day JOIN account ON account.id = entry.payer
            WHERE entry.day > ?
            """, day)
        laterImports = try AsOf.ids(
            db, "SELECT seq FROM entry INDEXED BY entry_day WHERE day > ? AND payer IS NULL", day)
    }

    private static func ids(_ db: Database, _ sql: String, _ day: Day) throws -> Set<Int64> {
        let rows = try RawStatement(db, sql)
        rows.bind(1, day)
        var ids: Set<Int64> = []
        while try rows.step() { ids.insert(rows.int(0)) }
        return ids
    }
}
