import Receivables
import Terminal

/// Who rests, and who is to be decided about: day, name, reason, and what could be collected from them.
struct RestList: Overlay {
    /// Nil until the book has answered.
    private var rows: [LaterRow]?
    private var cursor = ListCursor()

    init() {}

    private var selected: LaterRow? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }

    func title(in state: State) -> String { QueueSentences.restingTitle }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint("Enter", HintSentences.opens), .move, .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if key == .enter, let row = selected { return .opens(row.payer, name: row.name) }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: rows?.count ?? 0, height: state.overlayListRows)
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.later(let rows)) = event else { return nil }
        self.rows = rows
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard let rows else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        let head =
            QueueSentences.resting(rows.count)
        canvas.put(Line(head, .muted), row: 0, width: canvas.columns)
        canvas.within(canvas.bounds.cutTop(2).rest) { inner in
            let columns = inner.columns - 1
            inner.drawList(count: rows.count, cursor) { line(rows[$0], columns, today: state.today) }
        }
    }

    private func line(_ row: LaterRow, _ columns: Int, today: Day) -> Line {
        let amounts = row.collectable.map { $0.roundedToMajor + " " + $0.currency.code }.joined(separator: " + ")
        let tail = Line(" ").then(amounts)
        let head = Line(row.wakes.brief(today: today), .promised).padded(to: 12)
        let room = max(0, columns - head.width - tail.width)
        return head + Line(row.name, .strong).then("  \(row.reason)", .muted).padded(to: room) + tail
    }
}

extension State {
    mutating func showResting() -> [Effect] {
        overlay = RestList()
        return [.load(.later(moment, of: queue.people))]
    }
}
