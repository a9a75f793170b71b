import GRDB
import Receivables

/// Up to when money was known, import by import (DOMAIN.md §4, "Cash known to").
enum CashKnownTable {
    /// Notes an import, if more is known after it than before.
    ///
    /// - Parameter companies: the company codes of which it tells; nil for the whole ledger.
    @discardableResult
    static func raise(
        to day: Day, of companies: [String]?, by seq: Int64, on imported: Day, _ db: Database
    ) throws -> Bool {
        let before = try read(db, asOf: Day(number: .max))
        let raised: [String?]
        if let companies {
            raised = companies.filter { before.toldTo(of: $0) ?? Day(number: .min) < day }
        } else {
            raised = before.knownTo ?? Day(number: .min) < day ? [nil] : []
        }
        let row = try RawStatement(db, "INSERT INTO cash_known(seq, day, known_to, company) VALUES (?, ?, ?, ?)")
        for company in raised {
            try row.run(seq, imported, day, company)
        }
        return !raised.isEmpty
    }

    /// As it was known on a day.
    static func read(_ db: Database, asOf day: Day) throws -> CashKnown {
        let rows = try RawStatement(
            db, "SELECT seq, day, known_to, company FROM cash_known WHERE day <= ? ORDER BY seq, rowid")
        rows.bind(1, day)
        var steps: [CashKnown.Step] = []
        while try rows.step() {
            steps.append(
                CashKnown.Step(
                    seq: rows.int(0), day: rows.day(1), knownTo: rows.day(2), company: rows.optionalText(3)))
        }
        return CashKnown(steps)
    }

    /// - Parameter companies: the company codes in question; empty for all of them.
    static func knownTo(_ db: Database, asOf day: Day, of companies: Set<String> = []) throws -> Day? {
        let named = try RawStatement(db, "SELECT 1 FROM cash_known WHERE company IS NOT NULL LIMIT 1")
        defer { named.rewind() }
        guard try !named.step() else { return try read(db, asOf: day).knownTo(of: companies) }
        // The newest steps know the most; few, if any, are of a later day.
        let rows = try RawStatement(db, "SELECT known_to FROM cash_known WHERE day <= ? ORDER BY seq DESC LIMIT 1")
        rows.bind(1, day)
        defer { rows.rewind() }
        return try rows.step() ? rows.day(0) : nil
    }
}
