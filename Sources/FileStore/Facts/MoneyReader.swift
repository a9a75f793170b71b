import GRDB
import Receivables

/// Reads what imports showed at a payer since something was agreed with it: what promises and claimed payments are
/// judged by.
final class MoneyReader {
    private let asOf: AsOf
    private let settlements: RawStatement
    private let cash: RawStatement

    init(_ db: Database, asOf: AsOf) throws {
        self.asOf = asOf
        settlements = try RawStatement(
            db,
            """
            SELECT settlement.day, after_day, settlement.seen, company, number, kind, settlement.amount, \
            item.currency, reference
            FROM settlement JOIN item USING (account, company, number)
            WHERE settlement.account = ?1 AND settlement.day <= ?2 AND (settlement.seen > ?3 OR settlement.day >= ?4)
            """)
        // A balance that an extract lists lower than before was matched: no money came or went.
        cash = try RawStatement(
            db,
            """
            SELECT day, seen, currency, amount, reference FROM cash
            WHERE account = ?1 AND day <= ?2 AND (seen > ?3 OR day >= ?4)
                AND (amount > 0 AND listed <> 2 OR listed = 0)
            """)
    }

    /// - Parameters:
    ///   - account: by id and by number.
    ///   - withCash: whether any lies with it.
    ///   - commitments: what the money is to be held against.
    func money(at account: Int64, _ number: AccountNumber, withCash: Bool, for commitments: Commitments) throws
        -> [MoneySeen]
    {
        try money(at: account, number, withCash: withCash, since: MoneySince(commitments))
    }

    func money(at account: Int64, _ number: AccountNumber, withCash: Bool, since: MoneySince) throws -> [MoneySeen] {
        var found: [MoneySeen] = []
        bind(settlements, account, since)
        while try settlements.step() {
            guard !asOf.laterImports.contains(settlements.int(2)) else { continue }
            let key = ItemKey(account: number, company: settlements.text(3), number: settlements.text(4))
            found.append(
                MoneySeen(
                    day: settlements.day(0), after: settlements.optionalDay(1), seen: settlements.int(2),
                    account: number,
                    item: key, kind: Settlement.Kind(rawValue: Int(settlements.int(5))) ?? .payment,
                    amount: Money(minor: settlements.int(6), try settlements.currency(7)),
                    reference: settlements.text(8)))
        }
        guard withCash else { return found }
        bind(cash, account, since)
        while try cash.step() {
            guard !asOf.laterImports.contains(cash.int(1)) else { continue }
            found.append(
                MoneySeen(
                    day: cash.day(0), seen: cash.int(1), account: number,
                    amount: Money(minor: cash.int(3), try cash.currency(2)), reference: cash.text(4)))
        }
        return found
    }

    private func bind(_ row: RawStatement, _ account: Int64, _ since: MoneySince) {
        row.bind(1, account)
        row.bind(2, asOf.day)
        row.bind(3, since.entry)
        row.bind(4, since.day)
    }
}
