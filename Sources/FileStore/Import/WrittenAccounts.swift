import GRDB
import Receivables

/// An extract whose accounts, contacts, telephone numbers, rates and listed cash are in the book: what its items and
/// payments refer to.
struct WrittenAccounts {
    let work: ExtractWork
    let tables: MoneyTables
    /// Unapplied cash that fell in this extract.
    let fallenCash: FallenCashAmounts
    private(set) var receipt = Receipt()

    init(_ work: ExtractWork) throws {
        self.work = work
        let db = work.db
        receipt.rejects = work.staged.strangers
        tables = try MoneyTables(db, seen: work.seen)
        try CustomerStaging.apply(db, &receipt.counts)
        // No one dials after what is only tried.
        if work.purpose == .toKeep { try TelephoneTable.readDue(db, work.telephones, work.rules) }
        try WrittenAccounts.writeRates(in: work.rules.base, &receipt, db)
        fallenCash =
            work.extract.kind == .openItems
            ? try ListedCash(db: db, extract: work.extract, cash: tables.cash).apply(&receipt) : FallenCashAmounts()
    }

    private static func writeRates(in base: Currency, _ receipt: inout Receipt, _ db: Database) throws {
        receipt.counts.ratesChanged = try db.run(
            """
            INSERT INTO rate(currency, day, billionths, base) SELECT currency, day, billionths, ?1 FROM temp.staged_rate
            WHERE COALESCE(target, ?1) = ?2
            ON CONFLICT DO UPDATE SET billionths = excluded.billionths, base = excluded.base
                WHERE billionths <> excluded.billionths OR rate.base <> excluded.base
            """, [base.code, base.code])
        let ours = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT COUNT(*) FROM temp.staged_rate WHERE COALESCE(target, ?1) = ?1"),
            arguments: [base.code])
        receipt.counts.ratesUnchanged = (ours ?? 0) - receipt.counts.ratesChanged
        let others = try RawStatement(
            db, "SELECT line, currency, target FROM temp.staged_rate WHERE target <> ? ORDER BY line")
        others.bind(1, base.code)
        while try others.step() {
            receipt.rejects.append(
                RowProblem(
                    line: Int(others.int(0)), column: "",
                    reason: "the rate of \(others.text(1)) is into \(others.text(2)), the book counts in \(base)"))
        }
    }
}
