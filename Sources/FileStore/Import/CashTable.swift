import GRDB
import Receivables

/// Unapplied cash as a ledger: rows above zero came in, rows below were matched or went back.
final class CashTable {
    private let insert: RawStatement
    private let seen: Int64

    init(_ db: Database, seen: Int64) throws {
        self.seen = seen
        insert = try RawStatement(
            db,
            """
            INSERT INTO cash VALUES (?1, (SELECT COALESCE(MAX(nth), 0) + 1 FROM cash WHERE account = ?1),
                ?2, ?3, ?4, ?5, ?6, ?7)
            """)
    }

    /// - Parameter isListed: stated by an extract of open items as a balance, not by a payments file as an event.
    func add(_ amount: Money, to account: Int64, day: Day, reference: String, isListed: Bool) throws {
        guard !amount.isZero else { return }
        insert.bind(1, account)
        insert.bind(2, day)
        insert.bind(3, amount.currency)
        insert.bind(4, amount.minor)
        insert.bind(5, reference)
        insert.bind(6, isListed)
        insert.bind(7, seen)
        try insert.run()
    }
}

/// Takes over what an extract of open items lists as received and not yet matched. It is a balance: the same again
/// changes nothing, a lower one was matched in between.
struct ListedCash {
    let db: Database
    let extract: Extract
    let cash: CashTable

    func apply(_ receipt: inout Receipt) throws -> FallenCash {
        var fallen = FallenCash()
        let gone = extract.isFull ? "" : "WHERE amount IS NOT NULL"
        let rows = try RawStatement(
            db,
            """
            SELECT account, reference, currency, day, amount, held FROM (
                SELECT account, reference, currency, MAX(day) AS day, SUM(amount) AS amount, SUM(held) AS held FROM (
                    SELECT account, reference, currency, day, amount, NULL AS held FROM temp.staged_payment
                    UNION ALL
                    SELECT account, reference, currency, day, NULL, amount FROM cash WHERE listed = 1)
                GROUP BY account, reference, currency)
            \(gone) ORDER BY account, reference, currency
            """)
        while try rows.step() {
            let (account, currency) = (rows.int(0), rows.currency(2))
            let difference = rows.int(4) - rows.int(5)
            if difference == 0 {
                if rows.int(4) != 0 { receipt.counts.paymentsUnchanged += 1 }
                continue
            }
            let isNew = rows.isNull(5)
            try cash.add(
                Money(minor: difference, currency), to: account, day: isNew ? rows.day(3) : extract.day,
                reference: rows.text(1), isListed: true)
            if difference < 0 { fallen.add(-difference, of: account) }
            receipt.counts.paymentsNew += 1
            if difference > 0 { receipt.amounts.add(difference, to: \.received, in: currency) }
        }
        return fallen
    }
}
