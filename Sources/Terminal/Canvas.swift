/// A part of a screen to draw on, with the theme's glyphs at hand.
///
/// Rows and columns are relative to the part; whatever falls outside of it is cut off. A pane draws itself with
/// `func draw(on canvas: inout Canvas)` and is placed by its owner:
///
///     Screen.drawn(size, theme: theme) { canvas in
///         canvas.within(left) { queue.draw(on: &$0) }
///         canvas.within(right) { account.draw(on: &$0) }
///     }
public struct Canvas {
    /// The screen drawn so far, whole.
    public private(set) var screen: Screen
    /// Where marks, glyphs and the ellipsis come from.
    public let theme: Theme
    /// The part, in the screen's coordinates. It may lie partly outside of the screen.
    public private(set) var area: Rect
    private var clip: Rect

    /// Creates a canvas over an empty screen; its part is all of it.
    public init(size: Size, theme: Theme) {
        screen = Screen(size: size)
        self.theme = theme
        area = Rect(screen.size)
        clip = area
    }

    /// The size of the part.
    public var size: Size { area.size }
    /// The width of the part, in cells.
    public var columns: Int { area.columns }
    /// The height of the part, in rows.
    public var rows: Int { area.rows }
    /// The part itself, in its own coordinates: the place to start a layout from.
    public var bounds: Rect { Rect(area.size) }

    /// Draws on a part of this part.
    public mutating func within<Result>(_ rect: Rect, _ draw: (inout Canvas) throws -> Result) rethrows -> Result {
        let outer = (area, clip)
        area = rect.moved(rows: area.row, columns: area.column)
        clip = area.intersection(clip)
        defer { (area, clip) = outer }
        return try draw(&self)
    }

    /// Puts the hardware cursor here, if that is visible.
    public mutating func placeCursor(row: Int, column: Int) {
        let position = Position(row: area.row + row, column: area.column + column)
        screen.cursor = clip.contains(position) ? position : nil
    }

    /// Writes text on one row and returns the column behind it. What doesn't fit is cut off; half a wide
    /// character at the edge becomes a blank.
    @discardableResult
    public mutating func put(_ text: String, _ style: Style = .normal, row: Int, column: Int = 0) -> Int {
        var pen = Pen(row: area.row + row, column: area.column + column, clip: clip)
        pen.write(text, style, on: &screen)
        return pen.column - area.column
    }

    /// Writes a line and returns the column behind it.
    ///
    /// - Parameters:
    ///   - line: the text with its styles.
    ///   - row: the row within the part.
    ///   - column: the first cell.
    ///   - width: the cells it may take; a longer one ends in the theme's ellipsis. Nil: up to the edge, without an
    ///     ellipsis.
    @discardableResult
    public mutating func put(_ line: Line, row: Int, column: Int = 0, width: Int? = nil) -> Int {
        guard let width else {
            var pen = Pen(row: area.row + row, column: area.column + column, clip: clip)
            for span in line.spans { pen.write(span.text, span.style, on: &screen) }
            return pen.column - area.column
        }
        return put(line.truncated(to: width, ellipsis: theme.glyphs[.ellipsis]), row: row, column: column)
    }

    /// Writes a line so that it ends before column `end`; a line longer than `width` ends in the ellipsis.
    public mutating func putRight(_ line: Line, row: Int, end: Int, width: Int? = nil) {
        let shown = line.truncated(to: min(width ?? end, end), ellipsis: theme.glyphs[.ellipsis])
        put(shown, row: row, column: end - shown.width)
    }

    /// Fills a rectangle of this part with blanks of a style.
    public mutating func fill(_ rect: Rect, _ style: Style = .normal) {
        let visible = rect.moved(rows: area.row, columns: area.column).intersection(clip)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn {
                screen.set(row * screen.size.columns + column, glyph: 0x20, width: 1, style: style)
            }
        }
    }

    /// Gives what is drawn on a row another style, as for the selected row.
    public mutating func restyle(row: Int, _ style: Style) {
        let visible = Rect(row: area.row + row, column: area.column, columns: area.columns, rows: 1)
            .intersection(clip)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn {
                screen.restyle(row * screen.size.columns + column, style)
            }
        }
    }
}

extension Screen {
    /// Draws a screen from nothing.
    public static func drawn(_ size: Size, theme: Theme, _ draw: (inout Canvas) -> Void) -> Screen {
        var canvas = Canvas(size: size, theme: theme)
        draw(&canvas)
        return canvas.screen
    }
}
