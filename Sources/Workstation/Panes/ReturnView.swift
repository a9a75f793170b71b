import Receivables
import Terminal

/// The return page: what colleagues did meanwhile, the newest first.
struct ReturnView {
    let list: ReturnList
    let today: Day

    init(_ list: ReturnList, today: Day) {
        self.list = list
        self.today = today
    }

    func draw(on canvas: inout Canvas) {
        guard let rows = list.rows else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(
                Line("Nobody has done anything on your accounts in your place.", .muted), row: 0, width: canvas.columns)
            return
        }
        let words = list.selected?.entry.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 2 : 0)
        canvas.within(top) { $0.drawList(count: rows.count, list.cursor) { ReturnTable.line(rows[$0], today: today) } }
        canvas.within(below) { _ = $0.put(Line(words, .muted), row: 1, width: $0.columns) }
    }
}
