// Frames and bars, in the theme's glyphs.
extension Canvas {
    /// Draws a frame around a rectangle of this part, with titles in its upper edge, and returns what is inside.
    ///
    /// - Parameters:
    ///   - rect: the rectangle, in the part's coordinates.
    ///   - title: the title at the left end.
    ///   - right: a second title at the right end. The first is cut for its sake, though not beyond recognition: then
    ///     it is the second that gives way.
    ///   - focused: whether the frame is drawn as that of the pane with the keyboard.
    @discardableResult
    public mutating func frame(
        _ rect: Rect, title: Line = Line(), right: Line = Line(), focused: Bool = false
    ) -> Rect {
        guard rect.columns >= 2, rect.rows >= 2 else { return rect.inset() }
        let style: Style = focused ? .frameFocused : .frame
        horizontalRule(rect, row: rect.row, .topLeft, .topRight, style)
        horizontalRule(rect, row: rect.endRow - 1, .bottomLeft, .bottomRight, style)
        for row in (rect.row + 1)..<(rect.endRow - 1) {
            put(theme.glyphs[.vertical], style, row: row, column: rect.column)
            put(theme.glyphs[.vertical], style, row: row, column: rect.endColumn - 1)
        }
        putTitles(title, right, on: rect)
        return rect.inset()
    }

    /// A line across a frame, joined to its sides, with titles in it: a pane within a pane.
    public mutating func divider(
        _ rect: Rect, row: Int, title: Line = Line(), right: Line = Line(), focused: Bool = false
    ) {
        let style: Style = focused ? .frameFocused : .frame
        horizontalRule(rect, row: row, .teeLeft, .teeRight, style)
        putTitles(title, right, on: Rect(row: row, column: rect.column, columns: rect.columns, rows: 1))
    }

    /// A bar of `width` cells, filled in proportion. Something small but not nothing fills one cell, and only
    /// all of it fills the last.
    ///
    /// - Parameters:
    ///   - fraction: 0...1; what lies outside counts as the nearest.
    ///   - row: the row within the part.
    ///   - column: the first cell.
    ///   - width: how many cells the bar has.
    public mutating func bar(_ fraction: Double, row: Int, column: Int, width: Int) {
        put(theme.bar(fraction, width: width), row: row, column: column)
    }

    private mutating func horizontalRule(_ rect: Rect, row: Int, _ left: Glyph, _ right: Glyph, _ style: Style) {
        let middle = String(repeating: theme.glyphs[.horizontal], count: max(0, rect.columns - 2))
        put(theme.glyphs[left] + middle + theme.glyphs[right], style, row: row, column: rect.column)
    }

    private mutating func putTitles(_ title: Line, _ right: Line, on rect: Rect) {
        let room = rect.columns - 4
        guard room > 0 else { return }
        let beside = room - right.width - 5
        let hasBoth = !right.isEmpty && beside >= min(title.width, Canvas.recognisable)
        if !title.isEmpty {
            let shown = title.truncated(to: hasBoth ? beside : room - 2, ellipsis: theme.glyphs[.ellipsis])
            put(" " + shown + " ", row: rect.row, column: rect.column + 1)
        }
        if hasBoth { putRight(" " + right + " ", row: rect.row, end: rect.endColumn - 2) }
    }

    /// The cells by which a name is still known.
    private static let recognisable = 16
}

extension Theme {
    /// A bar of `width` cells as a line; see `Canvas.bar`.
    public func bar(_ fraction: Double, width: Int) -> Line {
        let cells = max(0, width)
        let filled: Int
        switch fraction {
        case ..<0, 0: filled = 0
        case 1...: filled = cells
        default: filled = min(max(1, Int(fraction * Double(cells))), max(0, cells - 1))
        }
        return Line(String(repeating: glyphs[.barFull], count: filled), .bar)
            .then(String(repeating: glyphs[.barRest], count: cells - filled), .barRest)
    }

    /// One cell per value, as high as the value is among them; nothing for no values.
    public func sparkline(_ values: [Double], _ style: Style = .bar) -> Line {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return Line() }
        let levels = Glyph.sparks
        let cells = finite.map { value in
            let height = high > low ? (value - low) / (high - low) : 0
            return glyphs[levels[min(levels.count - 1, Int(height * Double(levels.count)))]]
        }
        return Line(cells.joined(), style)
    }
}
