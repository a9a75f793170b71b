import Terminal

/// The note on screen, with what its structured lines were understood as next to them.
struct NoteView {
    let state: State

    init(_ state: State) { self.state = state }

    private var theme: Theme { state.desk.theme }

    func draw(on canvas: inout Canvas) {
        guard let note = state.note else {
            let call = state.desk.bindings.label(of: .call)
            let begin = state.desk.bindings.label(of: .note)
            canvas.put(
                Line(NoteSentences.noNoteYet(callKey: call, noteKey: begin), .muted), row: 0,
                width: canvas.columns)
            return
        }
        let aloud = aloud(note, columns: canvas.columns).prefix(max(0, canvas.rows - NoteView.leastRows))
        let (top, bottom) = canvas.bounds.cutTop(canvas.rows - aloud.count)
        let strip = TrackStrip(state)?.lines(rows: stripRows(note, top.size), columns: canvas.columns) ?? []
        let (above, text) = top.cutTop(strip.count)
        canvas.within(above) { above in
            for (row, line) in strip.enumerated() { above.put(line, row: row, width: above.columns) }
        }
        canvas.within(bottom) { below in
            for (row, line) in aloud.enumerated() { below.put(line, row: row, width: below.columns) }
        }
        canvas.within(text) { draw(note, on: &$0) }
    }

    /// What was agreed, to be said aloud.
    private func aloud(_ note: NotePane, columns: Int) -> [Line] {
        guard note.isReadingBack, let agreed = state.readBackOfNote else { return [] }
        let key = state.desk.bindings.label(of: .readBack)
        return Line("\(NoteSentences.say)  ", .key).then(agreed.text, .strong).then("  \(key)", .key).then(
            " \(NoteSentences.whenSaid)", .muted
        )
        .wrapped(to: columns)
    }

    /// Rows of the talk track above the text: up to three, as long as the text leaves room.
    private func stripRows(_ note: NotePane, _ size: Size) -> Int {
        let free = size.rows - note.editor.page(size).rows.count
        return max(1, min(3, free - NoteView.leastRows))
    }

    /// Rows that the text keeps.
    private static let leastRows = 2

    private func draw(_ note: NotePane, on canvas: inout Canvas) {
        let page = note.editor.page(canvas.size)
        for (row, shown) in page.rows.enumerated() {
            let line = note.lines.first { $0.number == shown.line }
            let end = canvas.put(shown.text, line == nil ? .normal : .structured, row: row)
            // The reading stands next to the last row of a line that had to be broken.
            let isLast = row + 1 == page.rows.count || page.rows[row + 1].line != shown.line
            if let line, isLast { draw(line, row: row, after: end, on: &canvas) }
        }
        drawWhole(note, page, on: &canvas)
        if state.place == .note { canvas.placeCursor(row: page.cursor.row, column: page.cursor.column) }
    }

    /// Below the text, where there is room, the reading of the line just typed that has none next to it: what is wrong
    /// with it, or needs approval, often stands last.
    private func drawWhole(_ note: NotePane, _ page: EditorPage, on canvas: inout Canvas) {
        guard page.rows.indices.contains(page.cursor.row) else { return }
        let typed = page.rows[page.cursor.row].line
        guard let line = note.lines.last(where: { $0.number == typed || $0.number == typed - 1 }),
            let last = page.rows.last(where: { $0.line == line.number })
        else { return }
        let shown = NoteView.reading(line, theme)
        guard canvas.columns - column(of: shown, after: CellWidth.of(last.text), on: canvas) < shown.width else {
            return
        }
        let whole = shown.wrapped(to: canvas.columns)
        // An empty row keeps it apart from what was typed.
        let first = canvas.rows - whole.count
        guard first > page.rows.count else { return }
        for (place, line) in whole.enumerated() { canvas.put(line, row: first + place, width: canvas.columns) }
    }

    /// In line with each other where there is room, as in a table.
    private func column(of shown: Line, after end: Int, on canvas: Canvas) -> Int {
        max(end + 2, min(NoteView.column, canvas.columns - shown.width))
    }

    private func draw(_ line: NoteLine, row: Int, after end: Int, on canvas: inout Canvas) {
        let shown = NoteView.reading(line, theme)
        let column = column(of: shown, after: end, on: canvas)
        guard canvas.columns - column >= NoteView.least else { return }
        canvas.put(shown, row: row, column: column, width: canvas.columns - column)
    }

    static func reading(_ line: NoteLine, _ theme: Theme) -> Line {
        switch line.reading {
        case .understood(_, let shown, let warnings): reading(shown, warnings: warnings, theme)
        case .notRecorded(let why): Line("\(theme.glyphs[.question]) \(NoteSentences.notRecorded(why))", .soon)
        }
    }

    /// The warning comes first: next to a long line there is little room.
    static func reading(_ shown: String, warnings: [String], _ theme: Theme) -> Line {
        guard !warnings.isEmpty else { return Line("\(theme.glyphs[.check]) ", .good).then(shown, .good) }
        return Line("! \(warnings.joined(separator: "; ")): ", .soon).then(shown)
    }

    private static let column = 34
    private static let least = 6
}
