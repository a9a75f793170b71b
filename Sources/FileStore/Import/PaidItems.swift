import GRDB
import Receivables

/// The items that payments name.
final class PaidItems {
    /// What a payment names.
    struct Item {
        let company: String
        let currency: Currency
        let amount: Int64
        let open: Int64

        /// How far a payment of it can go back, negative: what is open again already is so by that very return. Money
        /// on a credit note has no such end.
        var returnable: Int64 { amount < 0 ? .min : min(0, open - amount) }
    }

    private let named: RawStatement
    private let update: RawStatement

    init(_ db: Database) throws {
        named = try RawStatement(
            db,
            """
            SELECT company, currency, amount, open FROM item WHERE account = ?1 AND number = ?3 AND (company = ?2 OR \
            ?2 = '')
            ORDER BY open = 0, open <> ?4, company LIMIT 1
            """)
        update = try RawStatement(
            db, "UPDATE item SET open = ?4, closed = ?5 WHERE account = ?1 AND company = ?2 AND number = ?3")
    }

    /// The item that a payment names; where it names no company code, one that is open goes first, of those one of
    /// the very amount.
    ///
    /// - Returns: nil for a payment that names none, or one that the book doesn't hold.
    func find(_ payment: StagedPayment) throws -> Item? {
        guard !payment.number.isEmpty else { return nil }
        named.bind(1, payment.account)
        named.bind(2, payment.company)
        named.bind(3, payment.number)
        named.bind(4, payment.amount.minor)
        guard try named.step() else { return nil }
        defer { named.rewind() }
        return Item(company: named.text(0), currency: try named.currency(1), amount: named.int(2), open: named.int(3))
    }

    /// - Parameter day: of the payment, on which the item is closed if nothing is left open.
    func set(open: Int64, of key: SettlementTable.Key, on day: Day) throws {
        update.bind(1, key.account)
        update.bind(2, key.company)
        update.bind(3, key.number)
        update.bind(4, open)
        update.bind(5, open == 0 ? day : nil)
        try update.run()
    }
}
