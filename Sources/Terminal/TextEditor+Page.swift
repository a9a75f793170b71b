/// The part of an editor's text that is on screen.
public struct EditorPage: Equatable, Sendable {
    /// One row of a page.
    public struct Row: Equatable, Sendable {
        /// The row's text, without a line break.
        public let text: String
        /// The line it belongs to, counted from 0 by line breaks.
        public let line: Int
        /// Whether it goes on with a line that began on a row above.
        public let isContinuation: Bool
    }

    /// At most as many as asked for.
    public let rows: [Row]
    /// The first row's number among all rows of the text.
    public let first: Int
    /// All rows of the text at this width.
    public let total: Int
    /// Relative to the page.
    public let cursor: Position
}

extension TextEditor {
    /// What to draw in a field of a size: the rows around the cursor, and the cursor.
    public func page(_ size: Size) -> EditorPage {
        let wrapping = Wrapping(letters, columns: size.columns)
        let cursor = wrapping.position(of: self.cursor)
        let height = max(1, size.rows)
        let first = TextEditor.scrolled(top, toShow: cursor.row, height: height, of: wrapping.rows.count)
        let visible = first..<min(first + height, wrapping.rows.count)
        var line = wrapping.rows[..<first].reduce(0) { $0 + ($1.endsLine ? 1 : 0) }
        let rows = visible.map { index in
            let row = wrapping.rows[index]
            defer { line += row.endsLine ? 1 : 0 }
            return EditorPage.Row(
                text: String(letters[row.range].map(\.character)), line: line,
                isContinuation: index > 0 && !wrapping.rows[index - 1].endsLine)
        }
        return EditorPage(
            rows: rows, first: first, total: wrapping.rows.count,
            cursor: Position(row: cursor.row - first, column: cursor.column))
    }

    /// Remembers what a field of this size shows, so that the text stays still while the cursor moves within it.
    public mutating func settle(in size: Size) {
        let wrapping = Wrapping(letters, columns: size.columns)
        top = TextEditor.scrolled(
            top, toShow: wrapping.position(of: cursor).row, height: max(1, size.rows), of: wrapping.rows.count)
    }

    /// Moves up or down so many rows of a field of this width, in the column where the movement began. At the
    /// first or last row the cursor goes to the text's beginning or end.
    public mutating func move(rows distance: Int, columns: Int) {
        let wrapping = Wrapping(letters, columns: columns)
        let from = wrapping.position(of: cursor)
        let goal = goalColumn ?? from.column
        let row = from.row + distance
        if row < 0 {
            place(0)
        } else if row >= wrapping.rows.count {
            place(letters.count)
        } else {
            place(wrapping.offset(row: row, column: goal))
        }
        goalColumn = goal
    }

    private static func scrolled(_ top: Int, toShow row: Int, height: Int, of total: Int) -> Int {
        // The cursor's row must show; beyond that, the page stays where it is but for leaving no room below the text.
        min(max(min(top, row), row - height + 1), max(0, total - height))
    }
}
