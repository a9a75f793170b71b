import Receivables
import Terminal

/// Why money is late, at the root: causes by what is overdue behind them, the accounts of each, and who in the house
/// could do away with it.
struct CauseList: Overlay {
    /// Most money first; nil until the book has answered.
    private var causes: [CauseCount]?
    private var cursor = ListCursor()
    /// The cause whose accounts are shown.
    private var opened: Int?
    private var inner = ListCursor()

    func title(in state: State) -> String {
        opened.flatMap { causes?[$0] }.map { HistorySentences.overdue(becauseOf: CauseList.name($0)) }
            ?? HistorySentences.whyMoneyIsLate
    }

    func hints(in state: State) -> [OverlayHint] {
        [OverlayHint("Enter", opened == nil ? HistorySentences.itsAccounts : HintSentences.opens), .move, .back]
    }

    private static func name(_ count: CauseCount) -> String { count.cause?.rawValue ?? HistorySentences.causeNotSaid }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        let causes = causes ?? []
        if let opened {
            let behind = causes[opened].behind
            if key == .escape || key == .character("q") {
                self.opened = nil
                return .stays
            }
            if key == .enter {
                guard behind.indices.contains(inner.index) else { return .stays }
                return .opens(behind[inner.index].account, name: behind[inner.index].name)
            }
            guard let movement = Movement(readingKey: key) else { return nil }
            inner.move(movement, count: behind.count, height: state.overlayListRows)
            return .stays
        }
        if key == .enter {
            guard causes.indices.contains(cursor.index) else { return .stays }
            (opened, inner) = (cursor.index, ListCursor())
            return .stays
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: causes.count, height: state.overlayListRows)
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.causes(let counts)) = event else { return nil }
        causes = counts.sorted { ($1.overdue, $1.times) < ($0.overdue, $0.times) }
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard let causes else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        guard !causes.isEmpty else {
            let words = HistorySentences.noCauseYet
            for (row, line) in Line(words, .muted).wrapped(to: canvas.columns).enumerated() {
                canvas.put(line, row: row, width: canvas.columns)
            }
            return
        }
        if let opened { return draw(causes[opened], on: &canvas) }
        let (head, list) = canvas.bounds.cutTop(1)
        let all = causes.reduce(Int64(0)) { $0.saturatingAdd($1.overdue) }
        let base = state.rules.base
        canvas.within(head) {
            let words =
                HistorySentences.overdueBehindCauses(Money(minor: all, base))
            $0.put(Line(words, .muted), row: 0, width: $0.columns)
        }
        let theme = canvas.theme
        canvas.within(list) { list in
            let width = list.columns - 1
            list.drawList(count: causes.count, cursor) { place in
                let upTo = causes[...place].reduce(Int64(0)) { $0.saturatingAdd($1.overdue) }
                return CauseList.line(causes[place], all: all, upTo: upTo, base, width: width, theme)
            }
        }
    }

    private static func line(
        _ count: CauseCount, all: Int64, upTo: Int64, _ base: Currency, width: Int, _ theme: Theme
    ) -> Line {
        func share(_ part: Int64) -> Double { all > 0 ? Double(part) / Double(all) : 0 }
        let money = Money(minor: count.overdue, base).roundedToMajor
        let cells = Int((share(count.overdue) * Double(barWidth)).rounded())
        let bar = Line(String(repeating: theme.glyphs[.barFull], count: cells), .bar).padded(to: barWidth)
        var line = Line(name(count)).padded(to: 18, ellipsis: theme.glyphs[.ellipsis]) + bar
        line += Line(money, .strong).padded(to: 10, .right)
        line += Line("\(Int((share(upTo) * 100).rounded())) %", .muted).padded(to: 7, .right)
        line += Line("  \(count.days) d  " + HistorySentences.customers(count.customers), .muted)
        if let department = count.cause?.department {
            line = line.then("  \(theme.glyphs[.arrow]) \(department)", .soon)
        }
        return line.truncated(to: width, ellipsis: theme.glyphs[.ellipsis])
    }

    private static let barWidth = 8

    private func draw(_ count: CauseCount, on canvas: inout Canvas) {
        guard !count.behind.isEmpty else {
            canvas.put(Line(HistorySentences.nothingOverdueBehindIt, .muted), row: 0, width: canvas.columns)
            return
        }
        let theme = canvas.theme
        let width = canvas.columns - 1
        canvas.drawList(count: count.behind.count, inner) { place in
            let behind = count.behind[place]
            let tail =
                Line(behind.overdue.withCurrency, .overdue).padded(to: 18, .right)
                + Line("\(behind.days) d", .muted).padded(to: 8, .right)
            let name = Line(behind.name).then("  \(behind.account)", .muted)
            return name.padded(to: max(8, width - tail.width), ellipsis: theme.glyphs[.ellipsis]) + tail
        }
    }
}

extension State {
    mutating func showCauses() -> [Effect] {
        overlay = CauseList()
        return [.load(.causes(upTo: today))]
    }
}
