import Terminal

extension Canvas {
    /// The visible rows of a list, the selected one marked.
    mutating func drawList(count: Int, _ cursor: ListCursor, _ line: (Int) -> Line) {
        guard count > 0, rows > 0 else { return }
        var cursor = cursor
        cursor.go(to: cursor.index, count: count, height: rows)
        for (row, index) in (cursor.top..<min(count, cursor.top + rows)).enumerated() {
            let isSelected = index == cursor.index
            put(isSelected ? theme.glyphs[.pointer] : " ", .key, row: row)
            put(line(index), row: row, column: 1, width: columns - 1)
            if isSelected { restyle(row: row, .selected) }
        }
        if screen.cursor == nil { placeCursor(row: cursor.index - cursor.top, column: 0) }
    }
}
