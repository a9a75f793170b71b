import GRDB
import Receivables

/// Which settlements are payments that named no item, and what extracts implied where they stand now.
final class PlacedCashTable {
    private let db: Database
    private let insert: RawStatement
    private let list: RawStatement
    private let delete: RawStatement
    private let falls: RawStatement
    private let payments: RawStatement
    private let ledger: RawStatement

    init(_ db: Database) throws {
        self.db = db
        insert = try RawStatement(
            db,
            """
            INSERT INTO placed_cash(account, company, number, nth, day, after_day, seen, cash_seen, cash_nth)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        list = try RawStatement(
            db,
            """
            SELECT company, number, nth, placed.day, placed.after_day, placed.seen, cash_seen, cash_nth,
                settlement.day, kind, stated, settlement.amount, reference, settlement.seen, item.currency
            FROM placed_cash AS placed JOIN settlement USING (account, company, number, nth)
                JOIN item USING (account, company, number)
            WHERE account = ?
            """)
        delete = try RawStatement(db, "DELETE FROM placed_cash WHERE account = ?")
        falls = try RawStatement(
            db,
            """
            SELECT company, number, nth, day, after_day, settlement.amount, settlement.seen, item.currency
            FROM settlement JOIN item USING (account, company, number)
            WHERE account = ? AND day IS NOT NULL AND NOT stated AND kind = \(Settlement.Kind.payment.rawValue)
                AND settlement.amount > 0
            ORDER BY item.due, company, number, day, nth
            """)
        payments = try RawStatement(
            db,
            """
            SELECT day, reference, amount, currency, seen FROM payment
            WHERE account = ? AND number = '' AND kind = \(Settlement.Kind.payment.rawValue) AND amount > 0
            """)
        ledger = try RawStatement(
            db, "SELECT day, reference, amount, currency, listed FROM cash WHERE account = ? AND listed <> 1")
    }

    // MARK: What stands in place

    /// A settlement that is a payment, and what it stands for.
    struct Row {
        var key: SettlementTable.Key
        var settled: SettlementTable.Stored
        var currency: Currency
        /// The extract's day, and the day of the one before.
        var day: Day
        var after: Day?
        /// The import that first showed the fall.
        var seen: Int64
        var paymentSeen: Int64
        /// The line that took it off the ledger, where it was cash on account until the extract's day.
        var matching: Int64?
    }

    func add(
        _ key: SettlementTable.Key, _ nth: Int64, insteadOf implied: SettlementTable.Stored, paymentSeen: Int64,
        matching: Int64?
    ) throws {
        insert.bind(1, key.account)
        insert.bind(2, key.company)
        insert.bind(3, key.number)
        insert.bind(4, nth)
        insert.bind(5, implied.settlement.day)
        insert.bind(6, implied.settlement.after)
        insert.bind(7, implied.seen)
        insert.bind(8, paymentSeen)
        insert.bind(9, matching)
        try insert.run()
    }

    func accounts() throws -> Set<Int64> { try Int64.fetchSet(db, sql: "SELECT DISTINCT account FROM placed_cash") }

    /// Forgets what stands in place at an account, and tells what it was.
    func takeAll(of account: Int64) throws -> [Row] {
        list.bind(1, account)
        var found: [Row] = []
        while try list.step() {
            found.append(
                Row(
                    key: SettlementTable.Key(account: account, company: list.text(0), number: list.text(1)),
                    settled: SettlementTable.Stored(
                        nth: list.int(2),
                        settlement: Settlement(
                            day: list.optionalDay(8), kind: Settlement.Kind(rawValue: Int(list.int(9))) ?? .payment,
                            isStated: list.int(10) != 0, amount: list.int(11), reference: list.text(12)),
                        seen: list.int(13)),
                    currency: try list.currency(14), day: list.day(3), after: list.optionalDay(4), seen: list.int(5),
                    paymentSeen: list.int(6), matching: list.optionalInt(7)))
        }
        delete.bind(1, account)
        try delete.run()
        return found
    }

    // MARK: What there is to be placed

    /// What is known of an account's money in one currency.
    struct Known {
        var payments: [StoredPayment] = []
        var ledger: [CashPlacing.Line] = []
        /// Of the oldest item first.
        var falls: [StoredFall] = []
    }

    struct StoredPayment {
        var payment: CashPlacing.Payment
        var seen: Int64
    }

    /// What an item fell by in one extract.
    struct StoredFall {
        var key: SettlementTable.Key
        /// With what is left of it.
        var stored: SettlementTable.Stored

        var fall: CashPlacing.ImpliedPayment {
            CashPlacing.ImpliedPayment(
                after: stored.settlement.after, day: stored.settlement.day ?? Day(number: 0),
                amount: stored.settlement.amount)
        }
    }

    /// By currency. With nothing in place, so that all of it is there.
    func known(of account: Int64) throws -> [(Currency, Known)] {
        var known: [Currency: Known] = [:]
        payments.bind(1, account)
        while try payments.step() {
            let payment = CashPlacing.Payment(
                day: payments.day(0), reference: payments.text(1), amount: payments.int(2))
            known[try payments.currency(3), default: Known()].payments.append(
                StoredPayment(payment: payment, seen: payments.int(4)))
        }
        guard !known.isEmpty else { return [] }
        ledger.bind(1, account)
        while try ledger.step() {
            known[try ledger.currency(3)]?.ledger.append(
                CashPlacing.Line(
                    day: ledger.day(0), reference: ledger.text(1), amount: ledger.int(2),
                    isDecided: ledger.int(4) == CashTable.Origin.matched.rawValue))
        }
        falls.bind(1, account)
        while try falls.step() {
            known[try falls.currency(7)]?.falls.append(
                StoredFall(
                    key: SettlementTable.Key(account: account, company: falls.text(0), number: falls.text(1)),
                    stored: SettlementTable.Stored(
                        nth: falls.int(2),
                        settlement: Settlement(
                            day: falls.day(3), after: falls.optionalDay(4), kind: .payment, isStated: false,
                            amount: falls.int(5)),
                        seen: falls.int(6))))
        }
        return known.filter { !$0.value.falls.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
