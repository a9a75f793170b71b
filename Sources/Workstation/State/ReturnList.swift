import Receivables

/// What colleagues did on one's accounts while they covered, for who comes back.
struct ReturnList: Sendable {
    /// Nil until the book has answered.
    var rows: [Covered]?
    var cursor = ListCursor()

    var selected: Covered? { rows.flatMap { $0.indices.contains(cursor.index) ? $0[cursor.index] : nil } }
}
