import Receivables
import Terminal

/// Events of a time line as rows of a width.
struct HistoryRows {
    /// Each row, and the place of its event in the time line.
    private(set) var list: [(event: Int, line: Line)] = []
    /// How many events are shown.
    private(set) var count = 0
    private let dossier: Dossier
    private let width: Int
    private let theme: Theme

    /// - Parameters:
    ///   - events: with their places in the time line.
    ///   - opened: events whose notes are shown to their end.
    ///   - words: all of which an event has to have, in lower case.
    init(
        _ events: some Sequence<(offset: Int, element: Timeline.Event)>, _ dossier: Dossier, opened: Set<Int>,
        words: [String], width: Int, _ theme: Theme
    ) {
        self.dossier = dossier
        self.width = width
        self.theme = theme
        for (place, event) in events {
            let lines = lines(of: event)
            guard words.isEmpty || matches(lines, words) else { continue }
            count += 1
            list += (opened.contains(place) ? lines : folded(event, lines)).map { (place, $0) }
        }
    }

    private func matches(_ lines: [Line], _ words: [String]) -> Bool {
        let text = lines.map(\.plain).joined(separator: " ").lowercased()
        return words.allSatisfy(text.contains)
    }

    /// A line for what happened, and one for what came of it or was noted.
    private func folded(_ event: Timeline.Event, _ lines: [Line]) -> [Line] {
        guard lines.count > 2, case .entry(let entry) = event.what else { return lines }
        let ellipsis = theme.glyphs[.ellipsis]
        let head = head(of: entry, event).truncated(to: width, ellipsis: ellipsis)
        let below = self.below(entry, event)
        guard let first = below.first else { return [head] }
        return [head, below.count > 1 ? (first + Line(" \(ellipsis)", .muted)) : first].map {
            $0.truncated(to: width, ellipsis: ellipsis)
        }
    }

    private func lines(of event: Timeline.Event) -> [Line] {
        switch event.what {
        case .money(let received):
            let isBack = received.amount.minor < 0
            let words =
                isBack
                ? HistorySentences.wentBack
                : received.isStated ? HistorySentences.paid : HistorySentences.paidAsTheExtractShows
            let text = HistorySentences.money(received.amount.withCurrency, words, for: received.item)
            return [day(event).then(text, isBack ? .overdue : .good)]
        case .entry(let entry):
            return head(of: entry, event).wrapped(to: width, hanging: 4)
                + below(entry, event).flatMap { $0.wrapped(to: width, hanging: 4) }
        }
    }

    private func day(_ event: Timeline.Event) -> Line {
        Line(event.day.brief(today: dossier.moment.day), .muted).then("  ")
    }

    private func head(of entry: Entry, _ event: Timeline.Event) -> Line {
        let page = AccountPage(dossier, width: width, theme: theme, offset: { _, _ in nil })
        var head = day(event)
        if event.isUndone { head = head.then("\(theme.glyphs[.cross]) \(AccountSentences.takenBack): ", .muted) }
        head = head + page.what(entry)
        if case .call(let call) = entry.act, let seconds = call.seconds, seconds > 0 {
            head = head.then("  \(CallClock.text(seconds).dropFirst(3))", .muted)
        }
        head = head.then("  \(entry.author)", .muted)
        return event.isUndone ? head.styled(.muted) : head
    }

    /// What came of it, and what was noted.
    private func below(_ entry: Entry, _ event: Timeline.Event) -> [Line] {
        let outcomes = event.outcomes.map { Line("    \(theme.glyphs[.arrow]) ", .muted).then($0, .strong) }
        return outcomes + SafeText.lines(entry.text).filter { !$0.isEmpty }.map { Line("    \($0)") }
    }
}

extension Line {
    /// Broken to a width; rows behind the first begin with blanks.
    fileprivate func wrapped(to width: Int, hanging: Int) -> [Line] {
        let rows = wrapped(to: max(10, width - hanging))
        return rows.enumerated().map { $0 == 0 ? $1 : Line(String(repeating: " ", count: hanging)) + $1 }
    }
}
