import Receivables
import Terminal

/// Two strategies side by side on the past, in a few lines: the one in force, and one that may replace it.
///
///     On 74 past days, of the delay that the best calls would have been about:
///        5 calls a day   now 61.2 %   new 63.0 %   +1.8 (-0.2 to +3.9)
///     This shows where delay will be, not what a call changes.
public struct StrategyComparison {
    private let result: BacktestResult

    /// - Parameter result: of a backtest with a strategy next to the one in force.
    public init(_ result: BacktestResult) { self.result = result }

    /// Empty where there is no history to compare them on.
    public var lines: [Line] {
        guard result.contenders.contains(.other), !result.shares.isEmpty, result.shortage != .nothingToReplay else {
            return []
        }
        let words = BacktestWords(result: result)
        let head = Line(BacktestSentences.shares(onDays: result.days.count))
        return [head] + result.settings.calls.indices.compactMap(row)
            + [words.shortage, BacktestWords.caution].compactMap { $0.map { Line($0, .muted) } }
    }

    private func row(_ place: Int) -> Line? {
        guard let now = result.share(.strategy, place), let new = result.share(.other, place) else { return nil }
        // What the one in force leads by is what the new one lacks.
        let change = StrategyComparison.signed(new.share - now.share)
        let interval = "\(StrategyComparison.signed(-new.leadHigh)) to \(StrategyComparison.signed(-new.leadLow))"
        return Line(BacktestWords.callsADay(result.settings.calls[place])).padded(to: 16, .right)
            .then("   \(BacktestSentences.now(now.share))").then(
                "   \(BacktestSentences.new(new.share))", .strong
            )
            .then("   \(change) (\(interval))", .muted)
    }

    private static func signed(_ share: Double) -> String {
        let text = BacktestWords.tenths(share)
        return text == "0.0" || text == "-0.0" ? "0.0" : share > 0 ? "+\(text)" : text
    }
}
