import Receivables
import Terminal

/// Who rests, and who is to be decided about: day, name, reason, and what could be collected from them.
struct RestView {
    let list: RestList
    let today: Day

    init(_ list: RestList, today: Day) {
        self.list = list
        self.today = today
    }

    func draw(on canvas: inout Canvas) {
        guard let rows = list.rows else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        let head =
            rows.isEmpty ? "No one rests." : "\(rows.count) rest or are to be decided about, the most worth first"
        canvas.put(Line(head, .muted), row: 0, width: canvas.columns)
        canvas.within(canvas.bounds.cutTop(2).rest) { inner in
            let columns = inner.columns - 1
            inner.drawList(count: rows.count, list.cursor) { line(rows[$0], columns) }
        }
    }

    private func line(_ row: LaterRow, _ columns: Int) -> Line {
        let amounts = row.collectable.map { $0.roundedToMajor + " " + $0.currency.code }.joined(separator: " + ")
        let tail = Line(" ").then(amounts)
        let head = Line(row.wakes.brief(today: today), .promised).padded(to: 12)
        let room = max(0, columns - head.width - tail.width)
        return head + Line(row.name, .strong).then("  \(row.reason)", .muted).padded(to: room) + tail
    }
}
