import Receivables
import Terminal

// The page that replays the past.
extension State {
    /// - Parameter strategy: a file with a strategy to compare with the one in force; empty for none.
    mutating func openBacktest(_ strategy: String = "") -> [Effect] {
        backtests += 1
        let child = Child.backtesting(strategy: strategy, number: backtests)
        overlay = .backtest(BacktestPage(child: child))
        return [.run(child)]
    }

    mutating func press(_ key: Key, on page: BacktestPage) -> [Effect]? {
        var page = page
        switch key {
        case .escape, .character("q"):
            overlay = nil
            return page.isRunning ? [.stop(page.child)] : []
        case .tab: page.turn(by: 1)
        case .backTab: page.turn(by: -1)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            page.scroll.move(
                movement.distance(height: backtestHeight),
                count: page.lines(width: backtestWidth, theme: desk.theme).count,
                height: backtestHeight)
        }
        overlay = .backtest(page)
        return []
    }

    mutating func backtestProgress(_ child: Child, _ done: Int, _ total: Int) {
        guard case .backtest(var page) = overlay, page.child == child else { return }
        page.progress = (done, total)
        overlay = .backtest(page)
    }

    mutating func handle(_ result: BacktestResult, of child: Child) -> [Effect] {
        guard case .backtest(var page) = overlay, page.child == child else { return [] }
        page.result = result
        overlay = .backtest(page)
        return []
    }

    /// A replay that ended without a result.
    mutating func backtestEnded(_ child: Child, _ outcome: ChildOutcome) {
        guard case .backtest(var page) = overlay, page.child == child, page.isRunning else { return }
        page.problem = if case .failed(let why) = outcome { why } else { "The past was not replayed." }
        overlay = .backtest(page)
    }

    /// A replay whose page was left by another command has nobody to tell.
    func stopBacktest(_ before: Overlay?) -> [Effect] {
        guard case .backtest(let page) = before, page.isRunning else { return [] }
        if case .backtest = overlay { return [] }
        return [.stop(page.child)]
    }

    /// Columns and rows within the page's frame.
    private var backtestWidth: Int { max(1, size.columns - 4) }
    private var backtestHeight: Int { max(1, size.rows - 4) }
}
