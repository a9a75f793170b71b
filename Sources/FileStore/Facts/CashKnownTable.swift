import GRDB
import Receivables

/// Up to when money was known, import by import (DOMAIN.md §4, "Cash known to").
enum CashKnownTable {
    /// Notes an import, if more is known after it than before.
    @discardableResult
    static func raise(to day: Day, by seq: Int64, on imported: Day, _ db: Database) throws -> Bool {
        if let known = try knownTo(db, asOf: Day(number: .max)), known >= day { return false }
        let row = try RawStatement(db, "INSERT INTO cash_known VALUES (?, ?, ?)")
        row.bind(1, seq)
        row.bind(2, imported)
        row.bind(3, day)
        try row.run()
        return true
    }

    /// As it was known on a day.
    static func read(_ db: Database, asOf day: Day) throws -> CashKnown {
        let rows = try RawStatement(db, "SELECT seq, day, known_to FROM cash_known WHERE day <= ? ORDER BY seq")
        rows.bind(1, day)
        var steps: [CashKnown.Step] = []
        while try rows.step() { steps.append(CashKnown.Step(seq: rows.int(0), day: rows.day(1), knownTo: rows.day(2))) }
        return CashKnown(steps)
    }

    static func knownTo(_ db: Database, asOf day: Day) throws -> Day? {
        // The newest steps know the most; few, if any, are of a later day.
        let rows = try RawStatement(db, "SELECT known_to FROM cash_known WHERE day <= ? ORDER BY seq DESC LIMIT 1")
        rows.bind(1, day)
        defer { rows.rewind() }
        return try rows.step() ? rows.day(0) : nil
    }
}
