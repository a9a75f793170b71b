import Receivables

/// What others in the house have to do, for who wants to tell them.
struct HandOffList: Sendable {
    /// Disputes not due yet as well.
    var all = false
    /// Nil until the book has answered.
    var rows: [HandOffCase]?
    var cursor = ListCursor()

    var selected: HandOffCase? { rows.flatMap { $0.indices.contains(cursor.index) ? $0[cursor.index] : nil } }
}

/// A recipient's list as a file.
public struct HandOffRequest: Sendable, Hashable {
    public var query: HandOffQuery
    public var recipient: HandOff
    /// A message with the list attached, instead of the list alone.
    public var isMessage: Bool
}
