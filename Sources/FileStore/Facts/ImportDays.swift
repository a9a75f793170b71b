import GRDB
import Receivables

/// On which day an import came, by its place in the journal; each is looked up once.
final class ImportDays {
    private let db: Database
    private var known: [Int64: Day] = [:]

    init(_ db: Database) { self.db = db }

    func day(of entry: Int64) throws -> Day? {
        if let day = known[entry] { return day }
        let row = try RawStatement(db, "SELECT day FROM entry WHERE seq = ?")
        row.bind(1, entry)
        defer { row.rewind() }
        guard try row.step() else { return nil }
        let day = row.day(0)
        known[entry] = day
        return day
    }
}
