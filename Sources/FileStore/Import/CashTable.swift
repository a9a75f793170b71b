import GRDB
import Receivables

/// Unapplied cash as a ledger: rows above zero came in, rows below were matched or went back.
final class CashTable {
    private let insert: RawStatement
    private let next: RawStatement
    private let rows: RawStatement
    private let update: RawStatement
    private let delete: RawStatement
    private let holds: RawStatement
    private let balance: RawStatement
    private let seen: Int64

    init(_ db: Database, seen: Int64) throws {
        self.seen = seen
        insert = try RawStatement(
            db,
            """
            INSERT INTO cash(account, nth, day, currency, amount, reference, listed, seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        next = try RawStatement(db, "SELECT COALESCE(MAX(nth), 0) + 1 FROM cash WHERE account = ?")
        rows = try RawStatement(
            db,
            """
            SELECT nth, amount FROM cash
            WHERE account = ? AND day = ? AND currency = ? AND reference = ? AND listed = \(Origin.payment.rawValue) \
            AND amount > 0
            ORDER BY amount <> ?, nth
            """)
        update = try RawStatement(db, "UPDATE cash SET amount = ? WHERE account = ? AND nth = ?")
        delete = try RawStatement(db, "DELETE FROM cash WHERE account = ? AND nth = ?")
        balance = try RawStatement(
            db,
            """
            SELECT SUM(amount) FROM cash
            WHERE account = ? AND currency = ? AND reference = ? AND listed <> \(Origin.listed.rawValue)
            """)
        holds = try RawStatement(
            db, "SELECT 1 FROM cash WHERE account = ? AND listed = \(Origin.payment.rawValue) AND amount > 0 LIMIT 1")
    }

    /// Where a row of cash comes from.
    enum Origin: Int {
        /// A payments file: money that came or went.
        case payment = 0
        /// An extract of open items, which lists a balance.
        case listed = 1
        /// A match that somebody confirmed here, or that an extract shows: no money at all.
        case matched = 2
    }

    /// - Parameter earlier: when the money was first seen, where that was before this import.
    /// - Returns: its place among the account's rows; nil for nothing, of which no row is made.
    @discardableResult
    func add(
        _ amount: Money, to account: Int64, day: Day, reference: String, isListed origin: Origin,
        seen earlier: Int64? = nil
    ) throws -> Int64? {
        guard !amount.isZero else { return nil }
        let nth = try nextPlace(account)
        insert.bind(1, account)
        insert.bind(2, nth)
        insert.bind(3, day)
        insert.bind(4, amount.currency)
        insert.bind(5, amount.minor)
        insert.bind(6, reference)
        insert.bind(7, origin.rawValue)
        insert.bind(8, earlier ?? seen)
        try insert.run()
        return nth
    }

    private func nextPlace(_ account: Int64) throws -> Int64 {
        next.bind(1, account)
        defer { next.rewind() }
        return try next.step() ? next.int(0) : 1
    }

    /// Whether payments files brought an account money that may still be unapplied.
    func holdsPayments(of account: Int64) throws -> Bool {
        holds.bind(1, account)
        defer { holds.rewind() }
        return try holds.step()
    }

    /// Takes a payment of that day and reference, or a part of it, off the ledger as if it had never been there; of
    /// several the one of the very amount.
    func deduct(_ amount: Money, of account: Int64, day: Day, reference: String, seen paymentSeen: Int64) throws {
        let rest = amount.minor - (try takeRows(amount, of: account, day: day, reference: reference))
        // What its own row no longer holds, another of that reference does.
        try add(
            Money(minor: -rest, amount.currency), to: account, day: day, reference: reference, isListed: .payment,
            seen: paymentSeen)
    }

    /// Takes of a payment's rest what there is.
    ///
    /// - Returns: how much, minor units.
    func takeBack(_ amount: Money, of account: Int64, day: Day, reference: String) throws -> Int64 {
        balance.bind(1, account)
        balance.bind(2, amount.currency)
        balance.bind(3, reference)
        let left = try balance.step() ? balance.int(0) : 0
        balance.rewind()
        guard left > 0 else { return 0 }
        return try takeRows(
            Money(minor: min(left, amount.minor), amount.currency), of: account, day: day, reference: reference)
    }

    private func takeRows(_ amount: Money, of account: Int64, day: Day, reference: String) throws -> Int64 {
        rows.bind(1, account)
        rows.bind(2, day)
        rows.bind(3, amount.currency)
        rows.bind(4, reference)
        rows.bind(5, amount.minor)
        var found: [(nth: Int64, amount: Int64)] = []
        while try rows.step() { found.append((rows.int(0), rows.int(1))) }
        var rest = amount.minor
        for row in found where rest > 0 {
            let part = min(rest, row.amount)
            try set(row.amount - part, account, row.nth)
            rest -= part
        }
        return amount.minor - rest
    }

    private func set(_ amount: Int64, _ account: Int64, _ nth: Int64) throws {
        guard amount > 0 else { return try remove(nth, of: account) }
        update.bind(1, amount)
        update.bind(2, account)
        update.bind(3, nth)
        try update.run()
    }

    func remove(_ nth: Int64, of account: Int64) throws {
        delete.bind(1, account)
        delete.bind(2, nth)
        try delete.run()
    }
}
