/// A selected row in a list, and the first row on screen.
struct ListCursor: Sendable, Hashable {
    private(set) var index = 0
    private(set) var top = 0

    /// Moves, and keeps the selected row on screen.
    ///
    /// - Parameters:
    ///   - count: rows of the list.
    ///   - height: rows of the list on screen.
    mutating func move(_ movement: Movement, count: Int, height: Int) {
        go(to: index + movement.distance(height: height), count: count, height: height)
    }

    mutating func go(to row: Int, count: Int, height: Int) {
        index = min(max(0, row), max(0, count - 1))
        let height = max(1, height)
        top = min(max(min(top, index), index - height + 1), max(0, count - height))
    }

    /// Keeps the selection on the same thing after so many rows went away at the top (or, below zero, came).
    mutating func shift(_ rows: Int) {
        index = max(0, index - rows)
        top = max(0, top - rows)
    }
}
