import GRDB
import Receivables

/// The day of the newest extract of each part of the ledger: those of several company codes or systems come on days of
/// their own.
struct ExtractDays {
    private var days: [LedgerParts.Part: Day] = [:]

    init(_ db: Database) throws {
        let rows = try RawStatement(db, "SELECT company, source, day FROM extracted")
        while try rows.step() { days[LedgerParts.Part(company: rows.text(0), source: rows.text(1))] = rows.day(2) }
    }

    /// nil where no extract contained the item's part.
    func day(of item: StoredItem) -> Day? { days[LedgerParts.Part(company: item.company, source: item.source)] }

    /// The newest of all that an extract contains; of an extract without a row, of all there are.
    func newest(of parts: LedgerParts) -> Day? {
        (parts.all.isEmpty ? Array(days.values) : parts.all.compactMap { days[$0] }).max()
    }

    static func raise(_ parts: LedgerParts, to day: Day, _ db: Database) throws {
        if parts.all.isEmpty {
            let all = try RawStatement(db, "UPDATE extracted SET day = MAX(day, ?)")
            return try all.run(day)
        }
        let row = try RawStatement(
            db,
            """
            INSERT INTO extracted(company, source, day) VALUES (?, ?, ?)
            ON CONFLICT(company, source) DO UPDATE SET day = MAX(day, excluded.day)
            """
        )
        for part in parts.all {
            try row.run(part.company, part.source, day)
        }
    }
}
