import Receivables
import Terminal

extension FindPane {
    var title: String {
        switch purpose {
        case .open: "Find"
        case .inbound: "The phone rings: who is it?"
        }
    }
}

/// The field, and what was found or what is parked.
struct FindView {
    let find: FindPane
    let parked: [Draft]
    let now: Instant

    init(_ find: FindPane, parked: [Draft], now: Instant) {
        self.find = find
        self.parked = parked
        self.now = now
    }

    func draw(on canvas: inout Canvas) {
        canvas.draw(find.field, label: Line("/", .key), row: 0, hasKeyboard: true)
        let rows = find.rows(parked: parked)
        if find.words.isEmpty {
            let hint = rows.isEmpty ? "name, number, contact, telephone or invoice" : "parked, or type who it is"
            canvas.put(Line(hint, .muted), row: 1, width: canvas.columns)
        } else if rows.isEmpty {
            canvas.put(Line("nothing has that", .muted), row: 1)
        }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            list.drawList(count: rows.count, find.cursor) { line(rows[$0]) }
        }
    }

    private func line(_ row: FindPane.Row) -> Line {
        switch row {
        case .draft(let draft):
            let what = draft.callStarted == nil ? "note" : "call \(CallClock.text(draft.talked))"
            let first = draft.note.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            return Line(customer: draft.name, draft.account, .strong).then("  \(what)  ").then(first, .muted)
        case .account(let found):
            let payer = found.payer == found.account ? "" : " pays: \(found.payer)"
            return Line(customer: found.name, found.account, .strong).then(payer, .muted).then("  \(found.matched)")
        }
    }
}

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
