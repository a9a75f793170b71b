import Receivables

/// The reasons of a standing, as they were when it was asked for.
struct ReasonsPane: Sendable {
    let name: String
    let standing: Standing
    var scroll = Scroll()
}

/// Who rests, until when and why.
struct RestList: Sendable {
    /// Nil until the book has answered.
    var rows: [LaterRow]?
    var cursor = ListCursor()

    var selected: LaterRow? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }
}
