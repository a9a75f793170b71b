import Foundation

/// A row holds a text that can't be read as what it should hold: the book is damaged there.
struct UnreadableRow: Error {
    var table: String
    /// Its key, as a person can look for it.
    var row: String

    var sentence: String { "row \u{201C}\(row)\u{201D} of the table \(table) can't be read" }

    /// Whether the table only follows from the journal, so that a repair makes it again.
    var isOfProjections: Bool { ["contact_limits", "spelling"].contains(table) }
}

extension Decodable where Self: Encodable {
    /// As `decoded`, of a row that is named where that fails.
    ///
    /// - Throws: `UnreadableRow`.
    static func decoded(_ text: String, in table: String, row: @autoclosure () -> String) throws -> Self {
        do {
            return try decoded(text)
        } catch {
            throw UnreadableRow(table: table, row: row())
        }
    }
}
