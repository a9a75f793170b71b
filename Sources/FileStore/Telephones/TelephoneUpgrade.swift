import GRDB
import Receivables

/// Reads the numbers of a book from before they were read: those of its contacts, and those that its journal names.
///
/// No step of the schema does so itself: steps are frozen, and how numbers are read is not.
enum TelephoneUpgrade {
    /// - Returns: whether it was done; then `rankLimited` is to follow once the journal was folded.
    static func runIfNeeded(_ db: Database, _ reader: TelephoneReader, _ report: BookUpgrade.Report) throws -> Bool {
        // A book that is just being made has no rules, and nobody in it.
        guard try Keys.get(.numbersRead, db) == nil, try Keys.get(.rules, db) != nil else { return false }
        let rules = try FileBook.rules(db)
        try TelephoneTable.readDue(db, reader, rules) { try report(BookUpgrade(done: $0, total: $1)) }
        try SpellingTable.fill(db, reader, rules) { try report(BookUpgrade(done: $0, total: $1)) }
        try Keys.set(.numbersRead, "1", db)
        reader.forget()
        return true
    }

    /// Whoever has limits may have a number left now, or none any more.
    static func rankLimited(_ db: Database, _ portfolio: Portfolio?) throws {
        guard let portfolio else { return }
        let payers = try Set(Int64.fetchAll(db, sql: "SELECT payer FROM contact_limits"))
        try Ranking.rank(payers, db, portfolio: portfolio, rules: try FileBook.rules(db))
    }
}
