import CTerminal

/// Hands screens to curses, a run of equal style at a time, and leaves out the rows that haven't changed.
struct Painter {
    private var shown: Screen?
    private var look: Look?
    private var scalars: [UInt32] = []

    /// What the styles were last set up for.
    private struct Look: Equatable {
        let theme: Theme
        let colours: Int
    }

    /// Believes nothing about what curses holds any more.
    mutating func forget() {
        shown = nil
    }

    mutating func paint(_ screen: Screen, _ theme: Theme, colours: Int) {
        let wanted = Look(theme: theme, colours: colours)
        if look != wanted {
            setUp(wanted)
            look = wanted
            shown = nil
        }
        let before = shown?.size == screen.size ? shown : nil
        // Comparing eight bytes a cell is cheaper than handing them to curses.
        for row in 0..<screen.size.rows where before.map({ !screen.showsSame(row: row, as: $0) }) ?? true {
            let isNarrow =
                (before?[row: row].allSatisfy(\.isNarrow) ?? false) && screen[row: row].allSatisfy(\.isNarrow)
            paint(screen, row, isNarrow: isNarrow)
        }
        shown = screen
    }

    private func setUp(_ look: Look) {
        for style in Style.allCases {
            let own = look.theme[style].paint
            let paint = look.colours >= 8 ? own : own.withoutColours
            terminal_paint(
                Int32(style.rawValue), Int32(paint.foreground.index(among: look.colours) ?? -1),
                Int32(paint.background.index(among: look.colours) ?? -1), UInt32(paint.attributes.rawValue))
        }
    }

    /// - Parameter isNarrow: nothing on the row takes two cells or has marks, nor did before.
    private mutating func paint(_ screen: Screen, _ row: Int, isNarrow: Bool) {
        var start = 0
        var style: Style?
        scalars.removeAll(keepingCapacity: true)
        for (column, cell) in screen[row: row].enumerated() {
            if cell.style != style, cell.width > 0 {
                flush(row, start, style, isNarrow: isNarrow)
                start = column
                style = cell.style
            }
            if cell.isCluster {
                scalars += screen.scalars(of: cell)
            } else if cell.width > 0 {
                scalars.append(cell.glyph)
            }
        }
        flush(row, start, style, isNarrow: isNarrow)
    }

    private mutating func flush(_ row: Int, _ column: Int, _ style: Style?, isNarrow: Bool) {
        guard let style, !scalars.isEmpty else { return }
        let put = isNarrow ? terminal_put_narrow : terminal_put
        put(Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(style.rawValue))
        scalars.removeAll(keepingCapacity: true)
    }
}
