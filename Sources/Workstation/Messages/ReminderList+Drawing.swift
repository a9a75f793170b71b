import Receivables
import Terminal

// Who gets one, for how much and where to, and below them who doesn't, and why.
extension ReminderList {
    func draw(on canvas: inout Canvas, in state: State) {
        let theme = canvas.theme
        guard let rows else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(Line(MessageSentences.noReminderIsDue, .muted), row: 0, width: canvas.columns)
            return
        }
        let (head, below) = canvas.bounds.cutTop(2)
        canvas.within(head) { _ = $0.put(self.head, row: 0, width: $0.columns) }
        canvas.within(below) { part in
            let columns = part.columns - 1
            part.drawList(count: rows.count, cursor) { line(rows[$0], $0, columns, theme) }
        }
    }

    private var head: Line {
        let left = (rows?.count ?? 0) - toSend
        switch stage {
        case .asking: return Line(question, .strong)
        case .choosing:
            return Line(MessageSentences.toSend(toSend), .strong).then(", " + MessageSentences.leftOut(left), .muted)
        case .sending:
            return Line("\(fates.count)/\(toSend)", .strong).then(
                " \(MessageSentences.sending)", .muted)
        case .stopping: return Line(MessageSentences.stopping, .muted)
        case .done(let isStopped): return Line(isStopped ? MessageSentences.stopped(summary) : summary, .good)
        }
    }

    private func line(_ row: ReminderRow, _ index: Int, _ columns: Int, _ theme: Theme) -> Line {
        let name = mark(index, row, theme) + Line(row.name, isSent(row) ? .normal : .muted)
        var tail: Line
        // Money is never cut, whatever else is.
        var money = Line()
        switch fates[index] {
        case .leftOut(let why): tail = Line(why, .soon)
        case .failed(let why): tail = Line(why, .alert)
        case .written, nil:
            if let why = row.leftOut {
                tail = Line(why, .muted)
            } else {
                let amounts = row.amounts.map { "\($0.roundedToMajor) \($0.currency.code)" }.joined(separator: ", ")
                money = Line("  \(amounts)", isSent(row) ? .strong : .muted)
                tail = Line("\(row.kind.title)  \(row.to)", .muted)
            }
        }
        // Whom it is about is never crowded out by an address.
        let room = max(0, max(columns / 2, columns - name.width - 2) - money.width)
        let shown = tail.truncated(to: min(tail.width, room), ellipsis: theme.glyphs[.ellipsis]) + money
        return name.padded(to: max(0, columns - shown.width), ellipsis: theme.glyphs[.ellipsis]) + shown
    }

    private func mark(_ index: Int, _ row: ReminderRow, _ theme: Theme) -> Line {
        switch fates[index] {
        case .written: Line("\(theme.glyphs[.arrow]) ", .good)
        case .leftOut, .failed: Line("\(theme.glyphs[.question]) ", .soon)
        case nil: Line(isSent(row) ? "  " : "\u{2013} ", .muted)
        }
    }
}
