import Terminal

/// The picture of a state on a screen of a size, cursor included.
public func view(_ state: State, size: Size) -> Screen {
    Screen.drawn(size, theme: state.desk.theme) { canvas in
        guard size.columns >= PaneLayout.smallest.columns, size.rows >= PaneLayout.smallest.rows else {
            let lines =
                Line(StatusSentences.needsRoom("\(PaneLayout.smallest)"), .alert).wrapped(to: size.columns)
                + Line(StatusSentences.sizeIs("\(size)")).wrapped(to: size.columns)
            for (row, line) in lines.enumerated() { canvas.put(line, row: row) }
            return
        }
        let layout = PaneLayout(state, size: size)
        canvas.within(layout.status) { StatusLine(state).draw(on: &$0) }
        if case .welcome(let welcome) = state.opening {
            canvas.within(layout.body) { WelcomePage(welcome, work: state.work).draw(on: &$0) }
        } else {
            state.drawPanes(layout, on: &canvas)
        }
        canvas.within(layout.footer) { Footer(state).draw(on: &$0) }
        // A page over the panes without a field of its own must not leave the cursor in one of them.
        state.drawOverlay(layout, on: &canvas)
    }
}

extension State {
    fileprivate func drawPanes(_ layout: PaneLayout, on canvas: inout Canvas) {
        switch layout.panes {
        case .all(let queueRect, let accountRect, let noteRect):
            draw(queue, frame: queueRect, text: layout.queueText, .queue, on: &canvas)
            draw(account, frame: accountRect, text: layout.accountText, .account, on: &canvas)
            if let text = layout.noteText { draw(note, frame: noteRect, text: text, .note, on: &canvas) }
        case .one(let tabs, let pane):
            canvas.within(tabs) { TabLine(self).draw(on: &$0) }
            switch focus {
            case .queue: canvas.within(pane) { queue.draw(on: &$0, in: self) }
            case .account:
                canvas.within(pane.cutTop(1).top) { _ = $0.put(accountTitle, row: 0, width: $0.columns) }
                canvas.within(layout.accountText) { account.draw(on: &$0, in: self) }
            case .note:
                if let head = layout.callHead { canvas.within(head) { drawCallHead(on: &$0) } }
                canvas.within(pane) { note.draw(on: &$0, in: self) }
            }
        }
    }

    private func draw(_ pane: some Pane, frame: Rect, text: Rect, _ place: Focus, on canvas: inout Canvas) {
        canvas.frame(frame, title: pane.title(in: self), right: pane.status(in: self), focused: focus == place)
        canvas.within(text) { pane.draw(on: &$0, in: self) }
    }

    /// Name and state in one line, for one pane alone.
    private var accountTitle: Line {
        let status = account.status(in: self), title = account.title(in: self)
        return status.isEmpty ? title : title.then("  ") + status
    }

    private func drawCallHead(on canvas: inout Canvas) {
        guard let head = account.open?.callHead, let note else { return }
        let key = desk.bindings.label(of: .agenda)
        for (row, line) in head.lines(rows: canvas.rows - 1, turned: note.agendaTurned, key: key).enumerated() {
            canvas.put(line, row: row, width: canvas.columns)
        }
        let rule = String(repeating: desk.theme.glyphs[.horizontal], count: canvas.columns)
        canvas.put(Line(rule, .frame), row: canvas.rows - 1, width: canvas.columns)
    }

    fileprivate func drawOverlay(_ layout: PaneLayout, on canvas: inout Canvas) {
        if let overlay {
            let rect = overlay.area == .wholeBody ? layout.body : layout.overlay
            canvas.cover(rect, overlay.title(in: self)) { overlay.draw(on: &$0, in: self) }
        } else if let note, let wrapUp = note.wrapUp {
            canvas.cover(layout.wrapUp, WrapUpSentences.wrapUp(note.name)) {
                WrapUpView(wrapUp, note, state: self).draw(on: &$0)
            }
        }
    }
}

extension Canvas {
    /// Draws in a frame of its own, over what is there.
    fileprivate mutating func cover(_ rect: Rect, _ title: String, _ draw: (inout Canvas) -> Void) {
        fill(rect)
        // Hides the cursor that a pane underneath has placed.
        placeCursor(row: -1, column: -1)
        let inside = frame(rect, title: Line(title, .title), focused: true)
        within(inside.inset(columns: 1, rows: 0), draw)
    }

    /// The visible part of a page that is only read.
    mutating func draw(_ lines: [Line], _ scroll: Scroll) {
        let visible = scroll.visible(count: lines.count, height: rows)
        for (row, place) in visible.enumerated() { put(lines[place], row: row, width: columns) }
        if visible.upperBound < lines.count, rows > 1 {
            putRight(Line(theme.glyphs[.more], .muted), row: rows - 1, end: columns)
        }
    }

    /// A field with its label; the cursor stands in it where it has the keyboard.
    mutating func draw(_ field: LineEditor, label: Line, row: Int, hasKeyboard: Bool, width: Int? = nil) {
        let start = put(label, row: row)
        let room = max(1, min(width ?? .max, columns - start))
        let shown = field.visible(columns: room)
        put(Line(shown.text, .input).padded(to: room, ellipsis: ""), row: row, column: start)
        if hasKeyboard { placeCursor(row: row, column: start + shown.cursor) }
    }
}
