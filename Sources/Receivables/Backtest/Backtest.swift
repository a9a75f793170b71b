/// Replays a book's past: on each day, how much of the delay that followed would the first calls of an order have been
/// about? The strategy in force is compared with rules of thumb, chance, and a simple model.
///
/// This shows where delay will be, not what a call changes: no past tells who would have paid sooner when called.
///
/// Pure: the same history, settings and seed give the same result on every machine.
public struct Backtest: Sendable {
    private let history: BookHistory
    private let rules: Rules
    private let other: Strategy?
    private let settings: BacktestSettings
    private let span: BacktestSpan

    /// Prepares a replay of a book's past.
    ///
    /// - Parameters:
    ///   - history: all that the book knows of past days.
    ///   - rules: in force; horizon and look-ahead of their strategy say what is measured.
    ///   - other: a strategy to compare it with.
    ///   - settings: the days and numbers of calls.
    public init(
        history: BookHistory, rules: Rules, other: Strategy? = nil, settings: BacktestSettings = BacktestSettings()
    ) {
        self.history = history
        self.rules = rules
        self.other = other
        self.settings = settings
        span = BacktestSpan(
            history, from: settings.from, to: settings.to, step: settings.step, horizon: rules.strategy.horizon,
            paidWithin: settings.paidWithin)
    }

    /// Replays all days without reporting progress.
    public func result() -> BacktestResult { run { _, _ in } }

    private var contenders: [Contender] { Contender.allCases.filter { $0 != .other || other != nil } }

    /// - Parameter progress: told how many days are done; what it throws ends the replay.
    public func run(progress: Progress) rethrows -> BacktestResult {
        let days = span.days
        var replay = Replay(history, rules: rules, other: other, settings: settings, contenders: contenders)
        var results: [BacktestDay] = []
        for (nth, day) in days.enumerated() {
            try progress(nth, days.count)
            results.append(replay.result(replay.replay(day, most: settings.calls.max() ?? 1)))
        }
        return BacktestResult(
            settings, rules, span, contenders: contenders, days: results, currencies: replay.withoutRate.sorted(),
            payers: replay.met.count)
    }

    /// Whom the strategy in force calls on a day, first to last: by worth alone, ties by account number as text.
    ///
    /// - Parameters:
    ///   - day: the replayed day.
    ///   - most: at most so many.
    public func order(on day: Day, most: Int) -> [AccountNumber] {
        var replay = Replay(history, rules: rules, other: nil, settings: settings, contenders: [.strategy])
        let places = replay.replay(day, most: most).order(of: 0)
        return places.map { replay.numbers[$0] }
    }
}

/// What a backtest looks at.
public struct BacktestSettings: Hashable, Sendable, Codable {
    /// The first and the last day; nil for as much as the history tells.
    public var from: Day?
    /// The last day; nil for as late as it is known what followed.
    public var to: Day?
    /// Days from one replayed day to the next.
    public var step: Int
    /// How long the lists of calls are, rising.
    public var calls: [Int]
    /// Only what was paid within so many days counts: calling about what is never paid earns nothing.
    public var paidWithin: Int?
    /// For orders by chance and for confidence intervals.
    public var seed: UInt64

    /// Creates settings; numbers of calls are sorted, and those of 0 or less are dropped.
    public init(
        from: Day? = nil, to: Day? = nil, step: Int = 7, calls: [Int] = [5, 10, 20], paidWithin: Int? = nil,
        seed: UInt64 = 1
    ) {
        self.from = from
        self.to = to
        self.step = step
        self.calls = Set(calls.filter { $0 > 0 }).sorted()
        self.paidWithin = paidWithin
        self.seed = seed
    }
}
