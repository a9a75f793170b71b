import GRDB
import Receivables

/// Reads the numbers of a book from before they were read: those of its contacts, and those that its journal names.
///
/// No step of the schema does so itself: steps are frozen, and how numbers are read is not.
enum TelephoneUpgrade {
    /// A payer with limits may now have a number left, or none: everyone is ranked again afterwards.
    static func runIfNeeded(_ db: Database, _ reader: TelephoneReader, _ report: BookUpgrade.Report) throws {
        // A book that is just being made has no rules, and no customers.
        guard try BookMetadata.get(.numbersRead, db) == nil, try BookMetadata.get(.rules, db) != nil else { return }
        let rules = try FileBook.rules(db)
        try TelephoneTable.readDue(db, reader, rules) { try report(BookUpgrade(done: $0, total: $1)) }
        try SpellingTable.fill(db, reader, rules) { try report(BookUpgrade(done: $0, total: $1)) }
        try BookMetadata.set(.numbersRead, "1", db)
        if let day = try BookMetadata.day(.rankedDay, db) { try Ranking.markDue(for: day, db) }
        reader.forget()
    }
}
