/// A selected row in a list, and the first row on screen.
struct ListCursor: Sendable, Hashable {
    private(set) var index = 0
    private(set) var top = 0

    /// Moves by so many rows, and keeps the selected one on screen.
    mutating func move(_ rows: Int, count: Int, height: Int) {
        go(to: index + rows, count: count, height: height)
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

/// The first line on screen of a page that is only read.
struct Scroll: Sendable, Hashable {
    private(set) var top = 0

    mutating func move(_ lines: Int, count: Int, height: Int) {
        top = min(max(0, top + lines), max(0, count - height))
    }

    /// The lines on screen.
    func visible(count: Int, height: Int) -> Range<Int> {
        let first = min(top, max(0, count - height))
        return first..<min(count, first + max(0, height))
    }
}

/// A movement in a list or on a page.
enum Movement: Sendable, Hashable {
    case up, down, pageUp, pageDown, first, last

    /// How far it goes, on a page of so many rows.
    func distance(height: Int) -> Int {
        switch self {
        case .up: -1
        case .down: 1
        case .pageUp: -max(1, height - 1)
        case .pageDown: max(1, height - 1)
        case .first: -Movement.allTheWay
        case .last: Movement.allTheWay
        }
    }

    private static let allTheWay = 1 << 30
}
