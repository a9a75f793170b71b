import Foundation
import GRDB
import Receivables

/// The few values that the book holds about itself.
enum BookMetadata: String {
    case id, rules, portfolio
    /// The rules from before the first change: what undoing all changes leads back to.
    case firstRules = "first rules"
    case rankedDay = "ranked day"
    /// The day for which everybody is to be ranked: there from what makes it necessary until it is done.
    case dueDay = "order due for"
    case queueCounts = "queue counts"
    /// The extract's day of the newest extract of open items.
    case lastExtract = "last extract"
    /// The newest day of any settlement: from then on what is open is what `item.open` says.
    case lastSettlement = "last settlement"
    /// Place and hash of the newest entry, so that a journal cut short is noticed.
    case head
    /// Which fold made the projections.
    case fold
    /// There where the numbers of a book from before they were read have been.
    case numbersRead = "numbers read"
    /// The newest entry whose words are in the text index.
    case indexedTo = "indexed to"
    /// There, and another each time, where a backup was restored into the file.
    case generation

    static func get(_ key: BookMetadata, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM book WHERE key = ?"), arguments: [key.rawValue])
    }

    static func set(_ key: BookMetadata, _ value: String, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO book(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
        ).execute(arguments: [key.rawValue, value])
    }

    static func day(_ key: BookMetadata, _ db: Database) throws -> Day? {
        try get(key, db).flatMap { Int32($0) }.map { Day(number: $0) }
    }

    static func remove(_ key: BookMetadata, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM book WHERE key = ?").execute(arguments: [key.rawValue])
    }

    static func set(_ key: BookMetadata, _ day: Day, _ db: Database) throws { try set(key, String(day.number), db) }
}

extension Decodable where Self: Encodable {
    /// Values are kept as JSON with sorted keys, so that the same value is the same bytes.
    static func encoded(_ value: Self) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decoded(_ text: String) throws -> Self {
        try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}

extension FileBook {
    /// The rules in force.
    static func rules(_ db: Database) throws -> Rules { try LastDecoded<Rules>(.rules).value(db) }

    /// As the static one; decoded again only when another text stands there than last time.
    func rules(_ db: Database) throws -> Rules { try lastRules.value(db) }

    /// The portfolio of the ranked day; nil in a book that was never ranked.
    func portfolio(_ db: Database) throws -> RankingBasis? {
        try BookMetadata.get(.portfolio, db) == nil ? nil : lastPortfolio.value(db)
    }
}

/// Remembers what the text under a key means. Every record and every page of the queue needs the rules, and
/// decoding them costs more than all else there; what the text is, is asked each time.
final class LastDecoded<Value: Codable> {
    private let key: BookMetadata
    private var last: (text: String, value: Value)?

    init(_ key: BookMetadata) { self.key = key }

    func value(_ db: Database) throws -> Value {
        let text = try BookMetadata.get(key, db)
        if let last, last.text == text { return last.value }
        guard let text, let value = try? Value.decoded(text) else {
            throw UnreadableRow(table: "book", row: key.rawValue)
        }
        last = (text, value)
        return value
    }
}
