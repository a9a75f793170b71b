import Receivables
import Terminal

/// The batch of reminders: who gets one, for how much and where to, and below them who doesn't, and why.
struct ReminderView {
    let list: ReminderList
    let theme: Theme

    init(_ list: ReminderList, theme: Theme) {
        self.list = list
        self.theme = theme
    }

    func draw(on canvas: inout Canvas) {
        guard let rows = list.rows else {
            canvas.put(Line("reading\u{2026}", .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(Line("Nobody's cadence asks for a message today.", .muted), row: 0, width: canvas.columns)
            return
        }
        let (head, below) = canvas.bounds.cutTop(2)
        canvas.within(head) { _ = $0.put(self.head, row: 0, width: $0.columns) }
        canvas.within(below) { part in
            let columns = part.columns - 1
            part.drawList(count: rows.count, list.cursor) { line(rows[$0], $0, columns) }
        }
    }

    private var head: Line {
        let left = (list.rows?.count ?? 0) - list.toSend
        switch list.stage {
        case .asking: return Line(list.question, .strong)
        case .choosing: return Line("\(list.toSend) to send", .strong).then(", \(left) left out", .muted)
        case .sending:
            return Line("\(list.fates.count)/\(list.toSend)", .strong).then(
                " sending\u{2026}  Esc stops after this one", .muted)
        case .stopping: return Line("stopping after this one\u{2026}", .muted)
        case .done(let isStopped): return Line((isStopped ? "stopped: " : "") + list.summary, .good)
        }
    }

    private func line(_ row: ReminderRow, _ place: Int, _ columns: Int) -> Line {
        let name = mark(place, row) + Line(row.name, list.isSent(row) ? .normal : .muted)
        var tail: Line
        // Money is never cut, whatever else is.
        var money = Line()
        switch list.fates[place] {
        case .leftOut(let why): tail = Line(why, .soon)
        case .failed(let why): tail = Line(why, .alert)
        case .written, nil:
            if let why = row.leftOut {
                tail = Line(why, .muted)
            } else {
                let amounts = row.amounts.map { "\($0.roundedToMajor) \($0.currency.code)" }.joined(separator: ", ")
                money = Line("  \(amounts)", list.isSent(row) ? .strong : .muted)
                tail = Line("\(row.kind.title)  \(row.to)", .muted)
            }
        }
        // Whom it is about is never crowded out by an address.
        let room = max(0, max(columns / 2, columns - name.width - 2) - money.width)
        let shown = tail.truncated(to: min(tail.width, room), ellipsis: theme.glyphs[.ellipsis]) + money
        return name.padded(to: max(0, columns - shown.width), ellipsis: theme.glyphs[.ellipsis]) + shown
    }

    private func mark(_ place: Int, _ row: ReminderRow) -> Line {
        switch list.fates[place] {
        case .written: Line("\(theme.glyphs[.arrow]) ", .good)
        case .leftOut, .failed: Line("\(theme.glyphs[.question]) ", .soon)
        case nil: Line(list.isSent(row) ? "  " : "\u{2013} ", .muted)
        }
    }
}
