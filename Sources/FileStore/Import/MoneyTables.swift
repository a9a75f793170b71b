import GRDB

/// The tables of money that the phases of an import write one after the other.
struct MoneyTables {
    let settlements: SettlementTable
    let cash: CashTable
    let placed: PlacedCash

    /// - Parameter seen: the place of the import's entry in the journal.
    init(_ db: Database, seen: Int64) throws {
        settlements = try SettlementTable(db, seen: seen)
        cash = try CashTable(db, seen: seen)
        placed = try PlacedCash(db, settlements: settlements, cash: cash, seen: seen)
    }
}
