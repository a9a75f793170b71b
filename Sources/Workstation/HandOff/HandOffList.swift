import Receivables
import Terminal

/// What others in the house have to do (DOMAIN.md §4), for the caller who wants to tell them: a line per case, the
/// lists one after the other, and the words of the selected case below.
struct HandOffList: Overlay {
    /// Disputes not due yet as well.
    private var all = false
    /// Nil until the book has answered.
    private var rows: [HandOffCase]?
    private var cursor = ListCursor()

    private var selected: HandOffCase? { rows.flatMap { $0.indices.contains(cursor.index) ? $0[cursor.index] : nil } }

    func title(in state: State) -> String { HandOffSentences.forOthersToDo }

    func hints(in state: State) -> [OverlayHint] {
        [
            OverlayHint("Enter", HintSentences.asMessage), OverlayHint("y", HintSentences.asCSV),
            OverlayHint("a", HintSentences.all),
            OverlayHint("o", HintSentences.opens), .move, .back,
        ]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .enter: return write(asMessage: true, in: state)
        case .character("y"): return write(asMessage: false, in: state)
        case .character("o"): return selected.map { .opens($0.account, name: $0.name) } ?? .stays
        case .character("a"):
            all.toggle()
            rows = nil
            cursor = ListCursor()
            return .stays([load(in: state)])
        default: break
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: rows?.count ?? 0, height: state.overlayListRows)
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.handOffs(let cases, let query)) = event else { return nil }
        guard query.all == all else { return .stays }
        rows = cases
        cursor.go(to: cursor.index, count: cases.count, height: state.overlayListRows)
        return .stays
    }

    func load(in state: State) -> Effect { .load(.handOffs(query(in: state))) }

    private func query(in state: State) -> HandOffQuery { HandOffQuery(moment: state.moment, all: all) }

    /// All that is shown for the recipient of the selected case.
    private func write(asMessage: Bool, in state: State) -> OverlayResponse {
        guard let row = selected else { return .stays }
        var wanted = query(in: state)
        wanted.recipient = row.recipient
        return .stays([
            .writeHandOff(HandOffRequest(query: wanted, recipient: row.recipient, isMessage: asMessage))
        ])
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard let rows else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            let words =
                all ? HandOffSentences.nothingWaits : HandOffSentences.nothingIsDue
            canvas.put(Line(words, .muted), row: 0, width: canvas.columns)
            return
        }
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 3 : 0)
        canvas.within(top) { $0.drawList(count: rows.count, cursor) { line(rows[$0], today: state.today) } }
        guard let row = selected else { return }
        let today = state.today
        canvas.within(below) { canvas in
            canvas.put(Line(row.text, .muted), row: 1, width: canvas.columns)
            // Where the pane is narrow the line above is cut before these.
            let asked = [
                row.kind.words, row.due.map { HandOffSentences.due($0.brief(today: today)) },
                row.since.map { HandOffSentences.since($0.brief(today: today)) },
                row.askedBy.isEmpty ? nil : HandOffSentences.asked(by: row.askedBy),
            ]
            canvas.put(Line(asked.compactMap(\.self).joined(separator: ", "), .muted), row: 2, width: canvas.columns)
        }
    }

    private func line(_ row: HandOffCase, today: Day) -> Line {
        var line = Line(row.recipient.title, .muted).padded(to: 16).then(" ").then(row.name, .strong)
        if !row.document.isEmpty { line = line.then("  \(row.document)") }
        if let amount = row.amount { line = line.then("  \(amount.withCurrency)") }
        line = line.then("  \(row.kind.words)", .disputed)
        if let due = row.due { line = line.then("  \(due.brief(today: today))", due < today ? .overdue : .muted) }
        return line
    }
}

extension State {
    mutating func showHandOffs() -> [Effect] {
        let list = HandOffList()
        overlay = list
        return [list.load(in: self)]
    }
}
