import GRDB
import Receivables

/// Takes over what an extract of open items lists as received and not yet matched. It is a balance: the same again
/// changes nothing, a lower one was matched in between.
struct ListedCash {
    let db: Database
    let extract: Extract
    let cash: CashTable

    func apply(_ receipt: inout Receipt) throws -> FallenCashAmounts {
        var fallen = FallenCashAmounts()
        try takeOverPayments()
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
            let (account, currency) = (rows.int(0), try rows.currency(2))
            let difference = rows.int(4) - rows.int(5)
            if difference == 0 {
                if rows.int(4) != 0 { receipt.counts.paymentsUnchanged += 1 }
                continue
            }
            let isNew = rows.isNull(5)
            try cash.add(
                Money(minor: difference, currency), to: account, day: isNew ? rows.day(3) : extract.day,
                reference: rows.text(1), isListed: .listed)
            if difference < 0 { fallen.add(-difference, of: account) }
            receipt.counts.paymentsNew += 1
            if difference > 0 { receipt.amounts.add(difference, to: \.received, in: currency) }
        }
        return fallen
    }

    /// A full extract that lists cash lists all of it: what payments files brought up to its day is on its list, or
    /// has been matched since. So it becomes part of the balance that is compared, and is counted once.
    private func takeOverPayments() throws {
        guard extract.isFull else { return }
        let lists =
            try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM temp.staged_payment)")) ?? false
        guard lists else { return }
        let rows = try RawStatement(
            db,
            """
            SELECT account, reference, currency, MIN(day), SUM(amount) FROM cash WHERE listed <> 1 AND day <= ?
            GROUP BY account, reference, currency HAVING SUM(amount) <> 0
            """)
        rows.bind(1, extract.day)
        var found: [(account: Int64, reference: String, amount: Money, day: Day)] = []
        while try rows.step() {
            found.append((rows.int(0), rows.text(1), Money(minor: rows.int(4), try rows.currency(2)), rows.day(3)))
        }
        for row in found {
            try cash.add(
                row.amount.negated, to: row.account, day: row.day, reference: row.reference, isListed: .payment)
            try cash.add(row.amount, to: row.account, day: row.day, reference: row.reference, isListed: .listed)
        }
    }
}
