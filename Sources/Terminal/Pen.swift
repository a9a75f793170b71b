/// Writes text cell by cell on one row of a screen, inside a clip.
struct Pen {
    let row: Int
    /// Where the next character goes, in the screen's coordinates; it may lie left of the clip.
    private(set) var column: Int
    private let clip: Rect
    /// The index of the last character drawn, for the combining marks that follow it.
    private var last: Int?

    init(row: Int, column: Int, clip: Rect) {
        self.row = row
        self.column = column
        self.clip = clip
    }

    private var isOnVisibleRow: Bool { row >= clip.row && row < clip.endRow }

    mutating func write(_ text: String, _ style: Style, on screen: inout Screen) {
        guard isOnVisibleRow else { return }
        let plain = writePlainBeginning(of: text, style, on: &screen)
        let rest = text.utf8.dropFirst(plain)
        if !rest.isEmpty { write(scalars: Substring(rest).unicodeScalars, style, on: &screen) }
    }

    /// Writes the printable ASCII that a text begins with, the bulk of every screen, and returns how many bytes
    /// that was.
    private mutating func writePlainBeginning(of text: String, _ style: Style, on screen: inout Screen) -> Int {
        guard column >= clip.column, column < clip.endColumn else { return 0 }
        let room = clip.endColumn - column
        let index = row * screen.size.columns + column
        let count =
            text.utf8.withContiguousStorageIfAvailable { bytes in
                screen.set(plain: bytes.prefix(room), at: index, style)
            } ?? 0
        guard count > 0 else { return 0 }
        column += count
        last = index + count - 1
        return count
    }

    private mutating func write(scalars: Substring.UnicodeScalarView, _ style: Style, on screen: inout Screen) {
        // A text that begins far to the left has to be walked through before its visible part.
        var patience = CellCutter.patience(for: clip.endColumn - column)
        for outside in scalars {
            patience -= 1
            guard patience > 0 else { return }
            guard let drawn = DrawnScalar(outside) else { continue }
            // Marks still belong to the character in the last cell.
            if column >= clip.endColumn, drawn.width > 0 { return }
            write(drawn, style, on: &screen)
        }
    }

    @inline(__always)
    private mutating func write(_ drawn: DrawnScalar, _ style: Style, on screen: inout Screen) {
        let index = row * screen.size.columns + column
        if drawn.width == 0 {
            if let last { screen.combine(last, mark: drawn.scalar.value) }
            return
        }
        let end = column + drawn.width
        if column >= clip.column && end <= clip.endColumn {
            screen.set(index, glyph: drawn.scalar.value, width: drawn.width, style: style)
            last = index
        } else {
            // Half a wide character would push the rest of the row out of place.
            last = nil
            if column >= clip.column { screen.set(index, glyph: 0x20, width: 1, style: style) }
            if end > clip.column, end <= clip.endColumn, column < clip.column {
                screen.set(index + 1, glyph: 0x20, width: 1, style: style)
            }
        }
        column = end
    }
}
