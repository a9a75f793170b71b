import Receivables
import Terminal

/// The top line: book, day and time, how far cash is known, what was done today, what is parked.
struct StatusLine {
    let state: State

    init(_ state: State) { self.state = state }

    func draw(on canvas: inout Canvas) {
        var parts = parts
        while width(parts) > canvas.columns - 1, let least = parts.indices.max(by: { parts[$0].rank < parts[$1].rank }),
            parts.count > 1
        {
            parts.remove(at: least)
        }
        var column = 1
        for part in parts { column = canvas.put(part.line, row: 0, column: column) + StatusLine.gap }
    }

    private static let gap = 3

    /// Parts from left to right; where there is no room, those of the highest rank go first.
    private var parts: [(rank: Int, line: Line)] {
        var parts = [(3, Line("Duly", .title).then(" \(state.desk.theme.glyphs[.bullet]) \(state.desk.bookName)"))]
        guard let book = state.book else { return parts }
        let local = state.local(state.now)
        if state.isReadOnly {
            parts.append(
                (0, Line(StatusSentences.readOnly(asOf: local), .soon)))
        } else {
            parts.append((0, Line("\(local.day.short) \(local.time.text)", .strong)))
        }
        if let cash = state.isReadOnly ? state.queue.cashKnownTo : book.cashKnownTo {
            parts.append((4, Line(QueueSentences.payments(upTo: cash), .muted)))
        }
        if !state.isReadOnly {
            let activity = state.activity
            parts.append((2, Line("\(StatusSentences.calls) ") + measure(activity.calls, of: state.desk.targets.calls)))
            parts += promised
            parts.append((5, Line(StatusSentences.attempts(activity.attempts, reached: activity.reached), .muted)))
        }
        if let row = state.ringing.first, let at = row.appointment?.at {
            let time = "\(state.desk.theme.glyphs[.clock]) \(state.local(at).time.text) "
            parts.append((1, Line(time, at <= state.now ? .alert : .soon).then(row.name, .strong)))
        }
        if !state.parked.isEmpty { parts.append((1, Line(StatusSentences.parked(state.parked.count), .soon))) }
        return parts
    }

    /// `12/40 ▓▓▓░░░░░`
    private func measure(_ count: Int, of target: Int?) -> Line {
        guard let target, target > 0 else { return Line("\(count)") }
        let cells = 8
        let full = min(cells, count * cells / target)
        let glyphs = state.desk.theme.glyphs
        return Line("\(count)/\(target) ", count >= target ? .good : .normal)
            .then(String(repeating: glyphs[.barFull], count: full), .good)
            .then(String(repeating: glyphs[.barRest], count: cells - full), .muted)
    }

    /// What was promised today: in the book's currency, and in others with their codes.
    private var promised: [(rank: Int, line: Line)] {
        let sums = state.activity.promised
        let target = state.desk.targets.promised
        guard !sums.isEmpty || target != nil else { return [] }
        let base = state.rules.base
        var parts: [String] = []
        if sums[base] != nil || target != nil {
            let of = target.map { "/\(Money(minor: Int64($0) * base.minorPerMajor, base).roundedToMajor)" } ?? ""
            parts.append(Money(minor: sums[base] ?? 0, base).roundedToMajor + of)
        }
        let others = sums.filter { $0.key != base }.sorted { $0.key < $1.key }
        if others.count <= StatusLine.currencies {
            parts += others.map { "\(Money(minor: $1, $0).roundedToMajor) \($0.code)" }
        } else {
            parts.append(StatusSentences.otherCurrencies(others.count))
        }
        return [(3, Line("\(StatusSentences.promised) ").then(parts.joined(separator: " + ")))]
    }

    /// More than these besides the book's own are counted.
    private static let currencies = 2

    private func width(_ parts: [(rank: Int, line: Line)]) -> Int {
        parts.reduce(0) { $0 + $1.line.width } + StatusLine.gap * max(0, parts.count - 1)
    }
}
