import GRDB
import Receivables

/// What has to be worked out anew for a day, and what the book holds ready for it.
struct AsOf {
    let day: Day
    /// Whether settlements lie after the day, so that open amounts and behaviour have to go back.
    let needsSettlements: Bool
    /// Payers with entries after the day: what was agreed with them has to be folded anew.
    let payersWithLaterEntries: Set<Int64>

    init(_ day: Day, _ db: Database) throws {
        self.day = day
        let lastSettlement = try Keys.day(.lastSettlement, db)
        needsSettlements = lastSettlement.map { $0 > day } ?? false
        // Left to itself the planner walks the index by payer and looks two million days up.
        let rows = try RawStatement(
            db, "SELECT payer FROM entry INDEXED BY entry_day WHERE day > ? AND payer IS NOT NULL")
        rows.bind(1, day)
        var payers: Set<Int64> = []
        while try rows.step() { payers.insert(rows.int(0)) }
        payersWithLaterEntries = payers
    }
}
