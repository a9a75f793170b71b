import GRDB
import Receivables

/// Reads accounts' facts as of a day: as the book holds them where nothing came after, from their settlements
/// where something did.
final class FactsCursor {
    private let asOf: AsOf
    private let held: ItemCursor
    private let worked: ItemCursor?

    init(_ db: Database, asOf: AsOf, reading: ItemCursor.Reading) throws {
        self.asOf = asOf
        held = try ItemCursor(db, day: asOf.day, withSettlements: false, reading)
        guard !asOf.accountsWithLaterSettlements.isEmpty else {
            worked = nil
            return
        }
        // A few are looked up; many are met on one sweep through everything.
        let areFew = try asOf.accountsWithLaterSettlements.count * 8 < AccountTable.count(db)
        worked = try ItemCursor(db, day: asOf.day, withSettlements: true, areFew ? .one(isLean: false) : reading)
    }

    /// - Parameters:
    ///   - row: of `AccountTable.columns`.
    ///   - withKeys: read what promises and disputes know items by.
    func facts(_ row: RawStatement, _ account: Account, withKeys: Bool) throws -> AccountFacts {
        let id = row.int(0)
        if let worked, asOf.accountsWithLaterSettlements.contains(id) {
            let facts = try worked.facts(of: id, withKeys: withKeys)
            return AccountFacts(
                account: account, items: facts.items, unapplied: facts.unapplied,
                behaviour: Behaviour(of: facts.payments))
        }
        let facts = try held.facts(of: id, withKeys: withKeys)
        return AccountFacts(
            account: account, items: facts.items, unapplied: facts.unapplied,
            behaviour: AccountTable.behaviour(row))
    }
}
