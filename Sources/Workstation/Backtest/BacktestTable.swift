import Receivables
import Terminal

/// A backtest as a table of text: what `duly backtest` prints.
public struct BacktestTable {
    private let result: BacktestResult
    private let words: BacktestWords
    private let width: Int

    /// Prepares the table.
    ///
    /// - Parameters:
    ///   - result: the replay.
    ///   - width: columns; at least 60 are used.
    public init(_ result: BacktestResult, width: Int) {
        self.result = result
        words = BacktestWords(result: result)
        self.width = max(60, width)
    }

    /// The table with heading, caution, shares and notes; no line is wider than asked for.
    public var lines: [Line] {
        var lines: [Line] = []
        if !words.span.isEmpty {
            lines += Line(BacktestSentences.backtest, .title).then(" " + BacktestSentences.of(words.span)).wrapped(
                to: width)
        }
        lines += Line(BacktestWords.caution, .strong).wrapped(to: width)
        if let shortage = words.shortage { lines += Line(shortage, .overdue).wrapped(to: width) }
        guard !result.shares.isEmpty, result.shortage != .nothingToReplay else { return lines }
        lines += [Line()] + shares + [Line()]
        lines += [words.measure, BacktestTable.reading].flatMap { Line($0, .muted).wrapped(to: width) }
        lines += (words.better + words.beforeDue + words.notes).flatMap { Line($0).wrapped(to: width) }
        return lines
    }

    static let reading =
        BacktestSentences.howToReadTheTable

    /// As many numbers of calls side by side as there is room for.
    private var shares: [Line] {
        let places = Array(result.settings.calls.indices)
        let room = max(1, (width - BacktestTable.label) / BacktestTable.column)
        let blocks = stride(from: 0, to: places.count, by: room).map { places[$0..<min($0 + room, places.count)] }
        return Array(blocks.map(block).joined(separator: [Line()]))
    }

    private func block(_ places: ArraySlice<Int>) -> [Line] {
        let head = places.reduce(Line("").padded(to: BacktestTable.label)) { line, place in
            line
                + Line(BacktestWords.callsADay(result.settings.calls[place]), .muted).padded(
                    to: BacktestTable.column, .right)
        }
        return [head]
            + result.contenders.map { contender in
                let isStrategy = result.strategies.contains(contender)
                let name = Line(contender.name, isStrategy ? .strong : .normal).padded(to: BacktestTable.label)
                return places.reduce(name) {
                    $0 + cell(contender, $1, isStrategy ? .strong : .normal).padded(to: BacktestTable.column, .right)
                }
            }
    }

    /// `61.2 % (57-65)`
    private func cell(_ contender: Contender, _ place: Int, _ style: Style) -> Line {
        guard let share = result.share(contender, place) else { return Line() }
        return Line(BacktestWords.percent(share.share), style)
            .then(" (\(BacktestTable.whole(share.low))-\(BacktestTable.whole(share.high)))", .muted)
    }

    private static func whole(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

    private static let label = 21
    private static let column = 19
}
