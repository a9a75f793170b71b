import Receivables
import Terminal

/// A backtest as two charts in rows of bars: shares by number of calls, and over time.
struct BacktestCharts {
    private let result: BacktestResult
    private let words: BacktestWords
    /// Which number of calls the chart over time shows.
    private let calls: Int
    private let width: Int
    private let theme: Theme

    init(_ result: BacktestResult, calls: Int, width: Int, theme: Theme) {
        self.result = result
        words = BacktestWords(result: result)
        self.calls = min(calls, max(0, result.settings.calls.count - 1))
        self.width = max(30, width)
        self.theme = theme
    }

    var lines: [Line] {
        var lines = Line(BacktestWords.caution, .strong).wrapped(to: width)
        if !words.span.isEmpty { lines += Line(words.span, .muted).wrapped(to: width) }
        if let shortage = words.shortage {
            lines += (theme.mark(.overdue).then(" ").then(shortage, .overdue)).wrapped(to: width)
        }
        guard !result.shares.isEmpty, result.shortage != .nothingToReplay else { return lines }
        lines += [Line()] + byCalls + [Line()] + (words.better + words.beforeDue).flatMap(wrapped)
        lines += [Line()] + overTime + [Line()] + words.notes.flatMap(wrapped)
        return lines + [words.measure, BacktestCharts.reading].flatMap { Line($0, .muted).wrapped(to: width) }
    }

    private static let reading = BacktestSentences.howToReadTheBars

    // MARK: By number of calls

    private var byCalls: [Line] {
        let places = shownPlaces
        let cell = (width - BacktestCharts.label) / places.count
        let head = places.reduce(Line(BacktestSentences.callsADay, .title).padded(to: BacktestCharts.label)) {
            line, place in
            line + Line("\(result.settings.calls[place])", .title).padded(to: cell)
        }
        return [head]
            + result.contenders.map { contender in
                places.reduce(name(contender)) { line, place in
                    line + bar(result.share(contender, place)?.share, width: cell - BacktestCharts.gap).padded(to: cell)
                }
            }
    }

    /// As many numbers of calls as there is room for, the chosen one among them.
    private var shownPlaces: Range<Int> {
        let count = result.settings.calls.count
        let room = min(count, max(1, (width - BacktestCharts.label) / BacktestCharts.leastCell))
        let first = min(max(0, calls - room + 1), count - room)
        return first..<(first + room)
    }

    // MARK: Over time

    /// The strategy in force against the best of the others, a row for each stretch of time.
    private var overTime: [Line] {
        let shown = [Contender.strategy] + [rival].compactMap(\.self)
        let label = BacktestCharts.period
        let cell = (width - label) / shown.count
        let title = Line(BacktestSentences.overTime(calls: result.settings.calls[calls]), .title)
        let head = shown.reduce(Line("").padded(to: label)) {
            $0 + Line($1.name, $1 == .strategy ? .strong : .muted).padded(to: cell)
        }
        return [title, head]
            + periods.map { period in
                shown.reduce(Line(period.name, .muted).padded(to: label)) { line, contender in
                    line
                        + bar(result.share(contender, calls, over: period.days), width: cell - BacktestCharts.gap)
                        .padded(to: cell)
                }
            }
    }

    /// What the strategy in force is shown next to: that of the file, else the best of the simpler ones.
    private var rival: Contender? {
        if result.contenders.contains(.other) { return .other }
        return result.contenders.filter { $0 != .strategy }.max { left, right in
            (result.share(left, calls)?.share ?? 0) < (result.share(right, calls)?.share ?? 0)
        }
    }

    private struct Period {
        var name: String
        var days: [BacktestDay]
    }

    /// Months, quarters or years: what gives a handful of rows.
    private var periods: [Period] {
        func months(_ day: Day) -> Int { day.civil.year * 12 + day.civil.month - 1 }
        guard let first = result.days.first?.day, let last = result.days.last?.day else { return [] }
        let span = months(last) - months(first) + 1
        let length = span <= BacktestCharts.mostRows ? 1 : span <= BacktestCharts.mostRows * 3 ? 3 : 12
        var periods: [Period] = []
        var current: Int?
        for day in result.days {
            let nth = months(day.day) / length
            if nth != current { periods.append(Period(name: BacktestCharts.name(nth * length, length), days: [])) }
            current = nth
            periods[periods.count - 1].days.append(day)
        }
        return periods
    }

    /// `Jul 2012`, `Jul-Sep 2012`, `2012`
    private static func name(_ month: Int, _ length: Int) -> String {
        let (year, start) = (month / 12, month % 12)
        switch length {
        case 1: return "\(Day.monthNames[start]) \(year)"
        case 12: return "\(year)"
        default: return "\(Day.monthNames[start])-\(Day.monthNames[start + length - 1]) \(year)"
        }
    }

    // MARK: Pieces

    private func wrapped(_ sentence: String) -> [Line] { Line(sentence).wrapped(to: width) }

    private func name(_ contender: Contender) -> Line {
        Line(contender.name, result.strategies.contains(contender) ? .strong : .normal).padded(to: BacktestCharts.label)
    }

    /// `▓▓▓▓▓▓░░░░  61.2 %`; nothing where there was nothing to catch.
    private func bar(_ share: Double?, width: Int) -> Line {
        guard let share else { return Line() }
        let figure = Line(BacktestWords.percent(share)).padded(to: 8, .right)
        return theme.bar(share, width: min(BacktestCharts.longestBar, max(0, width - figure.width))) + figure
    }

    private static let label = 21
    private static let period = 14
    private static let gap = 2
    private static let leastCell = 16
    private static let longestBar = 40
    private static let mostRows = 12
}
