import Receivables
import Terminal

/// The hand-off lists one after the other: a line per case, and the words of the selected one below.
struct HandOffView {
    let list: HandOffList
    let today: Day

    func draw(on canvas: inout Canvas) {
        guard let rows = list.rows else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            let words =
                list.all ? "Nothing is waiting for anybody." : "Nothing is due for anybody; a shows what isn't due yet."
            canvas.put(Line(words, .muted), row: 0, width: canvas.columns)
            return
        }
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 3 : 0)
        canvas.within(top) { $0.drawList(count: rows.count, list.cursor) { line(rows[$0]) } }
        guard let row = list.selected else { return }
        canvas.within(below) { canvas in
            canvas.put(Line(row.text, .muted), row: 1, width: canvas.columns)
            // Where the pane is narrow the line above is cut before these.
            let asked = [
                row.kind.words, row.due.map { "due \($0.brief(today: today))" },
                row.since.map { "since \($0.brief(today: today))" },
                row.askedBy.isEmpty ? nil : "asked by \(row.askedBy)",
            ]
            canvas.put(Line(asked.compactMap(\.self).joined(separator: ", "), .muted), row: 2, width: canvas.columns)
        }
    }

    private func line(_ row: HandOffCase) -> Line {
        var line = Line(row.recipient.title, .muted).padded(to: 16).then(" ").then(row.name, .strong)
        if !row.document.isEmpty { line = line.then("  \(row.document)") }
        if let amount = row.amount { line = line.then("  \(amount.withCurrency)") }
        line = line.then("  \(row.kind.words)", .disputed)
        if let due = row.due { line = line.then("  \(due.brief(today: today))", due < today ? .overdue : .muted) }
        return line
    }
}
