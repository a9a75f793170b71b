import GRDB
import Receivables

/// Reads accounts' facts as of a day: as the book holds them where nothing came after, from their settlements
/// where something did.
final class FactsCursor {
    private let asOf: AsOf
    private let held: ItemCursor
    private let worked: ItemCursor?
    private let isLean: Bool

    init(_ db: Database, asOf: AsOf, reading: ItemCursor.Reading) throws {
        self.asOf = asOf
        isLean = reading.isLean
        held = try ItemCursor(db, day: asOf.day, withSettlements: false, reading)
        guard !asOf.accountsWithLaterSettlements.isEmpty else {
            worked = nil
            return
        }
        // A few are looked up; many are met on one sweep through everything.
        let areFew = try asOf.accountsWithLaterSettlements.count * 8 < AccountTable.count(db)
        worked = try ItemCursor(db, day: asOf.day, withSettlements: true, areFew ? .one(isLean: false) : reading)
    }

    /// What is open on an account, and the cash that lies with it.
    ///
    /// - Parameter withKeys: read what promises and disputes know items by.
    func open(on account: Int64, withKeys: Bool) throws -> ItemCursor.Facts {
        try (workedOut(account) ?? held).facts(of: account, withKeys: withKeys)
    }

    /// - Parameters:
    ///   - row: of `AccountTable.columns`.
    ///   - open: as `open` gives it.
    func facts(_ row: RawStatement, _ account: Account, _ open: ItemCursor.Facts) -> AccountFacts {
        let isHeld = workedOut(row.int(0)) == nil
        return AccountFacts(
            account: account, items: open.items, unapplied: open.unapplied,
            behaviour: isHeld ? AccountTable.behaviour(row, withQuarters: !isLean) : Behaviour(of: open.payments),
            payments: isHeld ? AccountTable.payments(row) : PaymentHistory(of: open.payments, returned: open.returned))
    }

    /// What reads an account that something happened on since.
    private func workedOut(_ account: Int64) -> ItemCursor? {
        asOf.accountsWithLaterSettlements.contains(account) ? worked : nil
    }
}
