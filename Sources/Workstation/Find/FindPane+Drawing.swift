import Receivables
import Terminal

// The field, and what was found or what is parked.
extension FindPane {
    func draw(on canvas: inout Canvas, in state: State) {
        if let text {
            canvas.draw(text.map { Line($0) }, scroll)
            return
        }
        canvas.draw(field, label: Line("/", .key), row: 0, hasKeyboard: true)
        let rows = self.rows(in: state)
        if words.isEmpty {
            let hint = rows.isEmpty ? FindSentences.whatToType : FindSentences.parkedOrType
            canvas.put(Line(hint, .muted), row: 1, width: canvas.columns)
        } else if rows.isEmpty {
            canvas.put(Line(FindSentences.nothingFound, .muted), row: 1)
        }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            let width = list.columns - 1
            list.drawList(count: rows.count, cursor) { line(rows[$0], width: width, today: state.today) }
        }
    }

    private func line(_ row: Row, width: Int, today: Day) -> Line {
        switch row {
        case .draft(let draft):
            let what =
                draft.callStarted == nil
                ? DeskSentences.note : DeskSentences.call(lasting: CallClock.text(draft.talked))
            let first = draft.note.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            return Line(customer: draft.name, draft.account, .strong).then("  \(what)  ").then(first, .muted)
        case .unreadable(let draft):
            let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
            return Line("\(FindSentences.cannotBeRead): ", .soon).then(name, .strong).then("  \(draft.reason)", .muted)
        case .account(let found):
            let payer = found.payer == found.account ? "" : " " + FindSentences.paidBy(found.payer)
            let matched = found.matched.isEmpty ? "" : "  \(found.matched)"
            let name = Line(customer: found.name, found.account, .strong).then(payer, .muted).then(matched)
            let details = details(found, today: today)
            // What was found is worth more than what tells namesakes apart.
            let column = min(max(FindPane.column, name.width + 2), width - details.width)
            return details.isEmpty || column < FindPane.least ? name : name.padded(to: column - 2).then("  ") + details
        }
    }

    /// `12,350.00 GBP  Leeds  spoke 12 Nov`
    private func details(_ found: Found, today: Day) -> Line {
        let money = found.open.map(\.withCurrency).joined(separator: ", ")
        let city = found.zone.isEmpty ? "" : CallingHours.city(of: found.zone)
        let spoken = found.lastContact.map { FindSentences.spoke($0.brief(today: today)) } ?? ""
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
