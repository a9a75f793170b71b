import Terminal

/// Names the three panes on one line, the one on screen marked.
struct TabLine {
    let state: State

    init(_ state: State) { self.state = state }

    func draw(on canvas: inout Canvas) {
        let titles: [(Focus, Line)] = [
            (.queue, state.queue.title(in: state)), (.account, state.account.title(in: state)),
            (.note, state.note.title(in: state)),
        ]
        let right = state.focus == .queue ? state.queue.status(in: state) : state.note.status(in: state)
        let end = canvas.columns - (right.isEmpty ? 0 : right.width + 2)
        // The pane's own title is worth more than the others'.
        let room = max(0, end - 6)
        let wanted = titles.map(\.1.width)
        let others = titles.indices.filter { titles[$0].0 != state.focus }
        let own = min(titles[state.focus.rawValue].1.width, max(room / 2, room - others.reduce(0) { $0 + wanted[$1] }))
        var column = 0
        for (focus, title) in titles {
            let isShown = focus == state.focus
            let width = isShown ? own : min(title.width, (room - own) / 2)
            column = canvas.put(isShown ? state.desk.theme.glyphs[.pointer] : " ", .key, row: 0, column: column)
            let line = title.truncated(to: width, ellipsis: state.desk.theme.glyphs[.ellipsis])
            column = canvas.put(isShown ? line : line.styled(.muted), row: 0, column: column) + 1
        }
        canvas.putRight(right, row: 0, end: canvas.columns)
    }
}
