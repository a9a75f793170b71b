/// A whole picture of the terminal, as a value: what a front end makes, a test compares and a `Tty` shows.
///
/// Draw on it through a `Canvas`.
public struct Screen: Sendable {
    /// How many cells the picture has.
    public let size: Size
    /// Where the hardware cursor stands; nil hides it. Screen readers follow it, so a selected row has it too.
    public var cursor: Position?
    /// Row by row, `size.columns` each.
    var cells: ContiguousArray<Cell>
    /// What cells of more than one scalar hold; their `Cell.glyph` is an index into it.
    var clusters: [[UInt32]] = []

    /// An empty screen.
    public init(size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = ContiguousArray(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    /// The whole picture as text: `size.rows` lines without the blanks at their ends, joined by line feeds.
    public var text: String {
        (0..<size.rows).map(text(row:)).joined(separator: "\n")
    }

    /// One row as text, without the blanks at its end.
    public func text(row: Int) -> String {
        var text = String.UnicodeScalarView()
        var length = 0
        for cell in self[row: row] where cell.width > 0 {
            for value in scalars(of: cell) { text.append(Unicode.Scalar(value) ?? SafeText.mark) }
            if cell.glyph != Cell.blank.glyph { length = text.count }
        }
        return String(text.prefix(length))
    }

    /// One row with its styles, without the plain blanks at its end.
    public func line(row: Int) -> Line {
        var spans: [Span] = []
        for cell in self[row: row] where cell.width > 0 {
            if spans.last?.style != cell.style { spans.append(Span("", cell.style)) }
            for value in scalars(of: cell) {
                spans[spans.count - 1].text.unicodeScalars.append(Unicode.Scalar(value) ?? SafeText.mark)
            }
        }
        if let last = spans.last, last.style == .normal {
            let length = last.text.unicodeScalars.reversed().drop { $0 == " " }.count
            spans[spans.count - 1].text = String(last.text.unicodeScalars.prefix(length))
            if length == 0 { spans.removeLast() }
        }
        return Line(spans: spans)
    }

    /// The style of a cell; nil outside of the screen.
    public func style(at position: Position) -> Style? {
        guard Rect(size).contains(position) else { return nil }
        return cells[position.row * size.columns + position.column].style
    }

    /// The cells of one row.
    subscript(row row: Int) -> ArraySlice<Cell> {
        cells[(row * size.columns)..<((row + 1) * size.columns)]
    }
}
