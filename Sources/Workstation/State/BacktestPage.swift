import Receivables
import Terminal

/// The past replayed: under way, then as charts.
struct BacktestPage: Sendable {
    /// What the replay was started as; what another one answers is not for this page.
    let child: Child
    var progress: (done: Int, total: Int) = (0, 0)
    var result: BacktestResult?
    /// Why there is no result.
    var problem: String?
    /// Which number of calls the chart over time shows.
    var calls = 0
    var scroll = Scroll()

    var isRunning: Bool { result == nil && problem == nil }

    func lines(width: Int, theme: Theme) -> [Line] {
        if let problem { return (theme.mark(.alert).then(" ").then(problem, .alert)).wrapped(to: width) }
        guard let result else {
            let (done, total) = progress
            let share = total > 0 ? " \(min(100, done * 100 / total)) %" : ""
            return [
                Line("replaying the past\u{2026}\(share)", .strong),
                Line("The strategy in force and simpler rules, day by day.", .muted),
            ]
        }
        return BacktestCharts(result, calls: calls, width: width, theme: theme).lines
    }

    /// The chart over time shows the next number of calls.
    mutating func turn(by step: Int) {
        guard let count = result?.settings.calls.count, count > 0 else { return }
        calls = (calls + step + count) % count
    }
}
