import Receivables
import Terminal

/// The past replayed: under way, then as charts.
struct BacktestPage: Overlay {
    /// The child that replays; news of another replay are not for this page.
    private let child: Child
    private var progress: (done: Int, total: Int) = (0, 0)
    private var result: BacktestResult?
    /// Why there is no result.
    private var problem: String?
    /// Which number of calls the chart over time shows.
    private var calls = 0
    private var scroll = Scroll()

    init(child: Child) { self.child = child }

    private var isRunning: Bool { result == nil && problem == nil }

    var area: OverlayArea { .wholeBody }

    func title(in state: State) -> String { BacktestSentences.backtest }

    func hints(in state: State) -> [OverlayHint] {
        isRunning
            ? [OverlayHint("Esc", HintSentences.stopsIt)]
            : [OverlayHint("Tab", HintSentences.otherNumberOfCalls), .scroll, .back]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .escape, .character("q"): return .closes { [stop] _ in stop }
        case .tab: turn(by: 1)
        case .backTab: turn(by: -1)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            let size = state.wholeOverlaySize
            scroll.move(
                movement, count: lines(width: size.columns, theme: state.desk.theme).count, height: size.rows)
        }
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        switch event {
        case .progress(child, let done, let total): progress = (done, total)
        case .backtested(let result, child): self.result = result
        case .ended(child, let outcome):
            guard isRunning else { break }
            problem = if case .failed(let why) = outcome { why } else { BacktestSentences.notReplayed }
        default: return nil
        }
        return .stays
    }

    /// A replay whose page was left is of no use.
    func replaced(in state: inout State) -> [Effect] { stop }

    private var stop: [Effect] { isRunning ? [.stop(child)] : [] }

    /// The chart over time shows the next number of calls.
    private mutating func turn(by step: Int) {
        guard let count = result?.settings.calls.count, count > 0 else { return }
        calls = (calls + step + count) % count
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        canvas.draw(lines(width: canvas.columns, theme: canvas.theme), scroll)
    }

    private func lines(width: Int, theme: Theme) -> [Line] {
        if let problem { return (theme.mark(.alert).then(" ").then(problem, .alert)).wrapped(to: width) }
        guard let result else {
            let (done, total) = progress
            let share = total > 0 ? " \(min(100, done * 100 / total)) %" : ""
            return [
                Line("\(BacktestSentences.replaying)\u{2026}\(share)", .strong),
                Line(BacktestSentences.whatIsReplayed, .muted),
            ]
        }
        return BacktestCharts(result, calls: calls, width: width, theme: theme).lines
    }
}

extension State {
    /// - Parameter strategy: a file with a strategy to compare with the one in force; empty for none.
    mutating func openBacktest(_ strategy: String = "") -> [Effect] {
        backtests += 1
        let child = Child.backtesting(strategy: strategy, number: backtests)
        overlay = BacktestPage(child: child)
        return [.run(child)]
    }
}
