import GRDB
import Receivables

/// Reads items with what settled them, account by account as ids rise.
final class CountedItemCursor {
    private let items: RawStatement
    private let settlements: RawStatement
    private var settlementIsThere: Bool
    /// The account of the item that was read last.
    private(set) var account: Int64 = 0
    /// The imports that showed its parts.
    private(set) var seen: [Int64] = []

    init(_ db: Database, _ ids: ClosedRange<Int64>) throws {
        items = try RawStatement(
            db,
            """
            SELECT account, company, number, issued, due, currency, amount FROM item
            WHERE account BETWEEN ?1 AND ?2 ORDER BY account, company, number
            """)
        settlements = try RawStatement(
            db,
            """
            SELECT account, company, number, day, kind, amount, stated, seen FROM settlement
            WHERE account BETWEEN ?1 AND ?2 ORDER BY account, company, number, nth
            """)
        try items.bindAll(ids.lowerBound, ids.upperBound)
        try settlements.bindAll(ids.lowerBound, ids.upperBound)
        settlementIsThere = try settlements.step()
    }

    func next() throws -> CountedItem? {
        guard try items.step() else { return nil }
        account = items.int(0)
        seen.removeAll(keepingCapacity: true)
        var item = CountedItem(
            issued: items.day(3), due: items.day(4), currency: try items.currency(5), amount: items.int(6))
        while settlementIsThere {
            let order = orderOfSettlement()
            if order > 0 { break }
            if order == 0 {
                item.parts.append(
                    CountedItem.Part(
                        day: settlements.optionalDay(3),
                        kind: Settlement.Kind(rawValue: Int(settlements.int(4))) ?? .payment,
                        isStated: settlements.int(6) != 0, amount: settlements.int(5)))
                seen.append(settlements.int(7))
            }
            settlementIsThere = try settlements.step()
        }
        return item
    }

    /// What promises and rows know the item by that was read last.
    func key(_ accounts: FigureAccounts) -> ItemKey {
        ItemKey(account: accounts.number(of: account), company: items.text(1), number: items.text(2))
    }

    /// Whether the settlement stands before (−1), at (0) or after (1) the item.
    private func orderOfSettlement() -> Int {
        let (left, right) = (settlements.int(0), items.int(0))
        if left != right { return left < right ? -1 : 1 }
        let company = settlements.bytes(1).order(to: items.bytes(1))
        return company != 0 ? company : settlements.bytes(2).order(to: items.bytes(2))
    }
}
