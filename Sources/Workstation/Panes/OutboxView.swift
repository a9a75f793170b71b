import Receivables
import Terminal

/// A line per message that is not sent yet, and where its file is; or the message that is being read.
struct OutboxView {
    let list: OutboxList
    let today: Day

    func draw(on canvas: inout Canvas) {
        if let letter = list.letter {
            canvas.draw(letter.map { Line($0) }, list.scroll)
            return
        }
        guard let rows = list.rows else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(Line("No message waits to be sent.", .muted), row: 0, width: canvas.columns)
            return
        }
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 2 : 0)
        canvas.within(top) { $0.drawList(count: rows.count, list.cursor) { line(rows[$0]) } }
        guard let row = list.selected else { return }
        canvas.within(below) { _ = $0.put(Line(row.file, .muted), row: 1, width: $0.columns) }
    }

    private func line(_ row: UnsentMessage) -> Line {
        Line(row.entry.day.brief(today: today), .muted).padded(to: 7).then(row.name, .strong)
            .then(row.isHanded ? "  handed over, perhaps sent:" : "", .soon)
            .then("  \(row.entry.act.plainText ?? row.entry.text)", .muted)
    }
}
