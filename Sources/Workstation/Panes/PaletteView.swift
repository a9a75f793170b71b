import Terminal

/// The commands that match, with their keys, and why some can't be used just now.
struct PaletteView {
    let palette: Palette
    let state: State

    init(_ palette: Palette, state: State) {
        self.palette = palette
        self.state = state
    }

    func draw(on canvas: inout Canvas) {
        canvas.draw(palette.field, label: Line(":", .key), row: 0, hasKeyboard: true)
        let matches = palette.matches
        if matches.isEmpty { canvas.put(Line("no command has that in it", .muted), row: 1) }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            list.drawList(count: matches.count, palette.cursor) { line(matches[$0]) }
        }
    }

    private func line(_ command: Command) -> Line {
        let keys = KeyList.labels(state.desk.bindings.keys(of: command.name))
        let why = command.reasonAgainst(state)
        return Line(command.name.rawValue, why == nil ? .strong : .muted).padded(to: 15)
            + Line(keys, .key).padded(to: 12).then(why.map { "not now: \($0)" } ?? command.help, .muted)
    }
}
