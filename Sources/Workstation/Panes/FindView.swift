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
    let unreadable: [UnreadableDraft]
    let today: Day

    init(_ find: FindPane, parked: [Draft], unreadable: [UnreadableDraft], today: Day) {
        self.find = find
        self.parked = parked
        self.unreadable = unreadable
        self.today = today
    }

    func draw(on canvas: inout Canvas) {
        if let text = find.text {
            canvas.draw(text.map { Line($0) }, find.scroll)
            return
        }
        canvas.draw(find.field, label: Line("/", .key), row: 0, hasKeyboard: true)
        let rows = find.rows(parked: parked, unreadable: unreadable)
        if find.words.isEmpty {
            let hint = rows.isEmpty ? "name, number, contact, telephone or invoice" : "parked, or type who it is"
            canvas.put(Line(hint, .muted), row: 1, width: canvas.columns)
        } else if rows.isEmpty {
            canvas.put(Line("nothing has that", .muted), row: 1)
        }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            let width = list.columns - 1
            list.drawList(count: rows.count, find.cursor) { line(rows[$0], width: width) }
        }
    }

    private func line(_ row: FindPane.Row, width: Int) -> Line {
        switch row {
        case .draft(let draft):
            let what = draft.callStarted == nil ? "note" : "call \(CallClock.text(draft.talked))"
            let first = draft.note.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            return Line(customer: draft.name, draft.account, .strong).then("  \(what)  ").then(first, .muted)
        case .unreadable(let draft):
            let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
            return Line("can't be read: ", .soon).then(name, .strong).then("  \(draft.reason)", .muted)
        case .account(let found):
            let payer = found.payer == found.account ? "" : " pays: \(found.payer)"
            let matched = found.matched.isEmpty ? "" : "  \(found.matched)"
            let name = Line(customer: found.name, found.account, .strong).then(payer, .muted).then(matched)
            let details = details(found)
            // What was found is worth more than what tells namesakes apart.
            let column = min(max(FindView.column, name.width + 2), width - details.width)
            return details.isEmpty || column < FindView.least ? name : name.padded(to: column - 2).then("  ") + details
        }
    }
}

extension FindView {
    /// `12,350.00 GBP  Leeds  spoke 12 Nov`
    private func details(_ found: Found) -> Line {
        let money = found.open.map(\.withCurrency).joined(separator: ", ")
        let city = found.zone.isEmpty ? "" : CallingHours.city(of: found.zone)
        let spoken = found.lastContact.map { "spoke \($0.brief(today: today))" } ?? ""
        let parts = [(money, Style.normal), (city, .muted), (spoken, .muted)].filter { !$0.0.isEmpty }
        return parts.enumerated().reduce(Line()) { line, part in
            line.then(part.offset == 0 ? "" : "  ").then(part.element.0, part.element.1)
        }
    }

    /// In line with each other where there is room.
    private static let column = 34
    /// With less left for it a name can't be told from others.
    private static let least = 16
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
