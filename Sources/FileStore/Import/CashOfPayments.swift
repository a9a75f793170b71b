import GRDB
import Receivables

/// What the book knows already of a payment's money as cash on account: listed by an extract, or left over from what
/// was paid on the same item.
final class CashOfPayments {
    private let cash: CashTable
    private let settlements: SettlementTable
    private let listed: RawStatement
    private let ofItem: RawStatement

    init(_ db: Database, cash: CashTable, settlements: SettlementTable) throws {
        self.cash = cash
        self.settlements = settlements
        listed = try RawStatement(
            db,
            """
            SELECT SUM(amount) FILTER (WHERE amount > 0 AND day = ?4), SUM(amount) FROM cash
            WHERE account = ?1 AND currency = ?2 AND reference = ?3 AND listed = \(CashTable.Origin.listed.rawValue)
            """)
        ofItem = try RawStatement(
            db,
            """
            SELECT day, reference, SUM(amount) FROM payment
            WHERE account = ?1 AND number = ?2 AND (company = ?3 OR company = '') AND currency = ?4 AND amount > 0 \
            AND day <= ?5
            GROUP BY day, reference ORDER BY day DESC
            """)
    }

    /// Whether an extract listed the very payment as cash on account, and how much of that it still lists.
    ///
    /// - Returns: nil where none did.
    func listed(_ payment: StagedPayment) throws -> Int64? {
        guard payment.amount.minor > 0, !payment.reference.isEmpty else { return nil }
        listed.bind(1, payment.account)
        listed.bind(2, payment.amount.currency)
        listed.bind(3, payment.reference)
        listed.bind(4, payment.day)
        defer { listed.rewind() }
        guard try listed.step(), listed.int(0) >= payment.amount.minor || listed.int(1) == payment.amount.minor else {
            return nil
        }
        return max(0, min(listed.int(1), payment.amount.minor))
    }

    /// Takes what the ERP lists of a payment that finds its item here.
    func takeListed(_ amount: Int64, of payment: StagedPayment) throws {
        try cash.add(
            Money(minor: -amount, payment.amount.currency), to: payment.account, day: payment.day,
            reference: payment.reference,
            isListed: .listed)
    }

    /// Takes what earlier payments of the item brought beyond it, newest first: of money that goes back, that goes
    /// first.
    ///
    /// - Parameter amount: at most, minor units.
    /// - Returns: how much was taken.
    func takeSurplus(_ amount: Int64, of payment: StagedPayment, _ key: SettlementTable.Key) throws -> Int64 {
        ofItem.bind(1, key.account)
        ofItem.bind(2, key.number)
        ofItem.bind(3, key.company)
        ofItem.bind(4, payment.amount.currency)
        ofItem.bind(5, payment.day)
        var paid: [(day: Day, reference: String, amount: Int64)] = []
        while try ofItem.step() { paid.append((ofItem.day(0), ofItem.text(1), ofItem.int(2))) }
        let settled = try settlements.all(of: key).map(\.settlement)
        var rest = amount
        for one in paid where rest > 0 {
            let placed = settled.reduce(Int64(0)) { sum, settlement in
                let isOfIt =
                    settlement.isStated && settlement.amount > 0 && settlement.day == one.day
                    && settlement.reference == one.reference
                return isOfIt ? sum + settlement.amount : sum
            }
            let surplus = min(rest, one.amount - placed)
            guard surplus > 0 else { continue }
            rest -= try cash.takeBack(
                Money(minor: surplus, payment.amount.currency), of: key.account, day: one.day, reference: one.reference)
        }
        return amount - rest
    }
}
