/// How much of the delay that followed each order of calls was about, over all replayed days.
public struct BacktestResult: Hashable, Sendable, Codable {
    /// What was asked for.
    public var settings: BacktestSettings
    /// The currency in which delay is counted: base currency × days.
    public var base: Currency
    /// Days ahead in which delay is counted, and days before the due day from which an item counts.
    public var horizon: Int
    /// Days before the due day from which an item counts.
    public var lookAhead: Int
    /// The orders that were compared, the strategy in force first.
    public var contenders: [Contender]
    /// The replayed days, rising.
    public var days: [BacktestDay]
    /// How many payers could be asked for money on some replayed day.
    public var payers: Int
    /// How many payments with a day the history has, and the day of the newest.
    public var payments: Int
    /// The day of the newest payment; nil without payments.
    public var lastPayment: Day?
    /// The last day of which it is known what followed.
    public var lastKnown: Day?
    /// Currencies of which the book held no rate on some day: their items were left out there.
    public var withoutRate: [Currency]
    /// By contender, then by number of calls; empty where nothing was replayed.
    public private(set) var shares: [[Share]] = []

    /// Part of the delay that the best order would have caught, 0…1, with its 95 % interval over the days.
    public struct Share: Hashable, Sendable, Codable {
        /// The share of the best order's delay that this order caught, 0…1.
        public var share: Double
        /// The lower end of the 95 % interval of the share.
        public var low: Double
        /// The upper end of the 95 % interval of the share.
        public var high: Double
        /// By how much the strategy in force is ahead of it: the 95 % interval of the difference.
        public var leadLow: Double
        /// The upper end of the 95 % interval of the difference.
        public var leadHigh: Double
    }

    init(
        _ settings: BacktestSettings, _ rules: Rules, _ span: BacktestSpan, contenders: [Contender],
        days: [BacktestDay],
        currencies: [Currency], payers: Int
    ) {
        self.settings = settings
        base = rules.base
        horizon = rules.strategy.horizon
        lookAhead = rules.strategy.lookAhead
        self.contenders = contenders
        self.days = days
        self.payers = payers
        payments = span.payments
        lastPayment = span.lastPayment
        lastKnown = span.lastKnown
        withoutRate = currencies
        shares = Bootstrap(days, seed: settings.seed).shares(contenders: contenders.count, calls: settings.calls.count)
    }

    /// What an order caught with a number of calls, over all replayed days; nil where nothing was replayed.
    ///
    /// - Parameters:
    ///   - contender: the order.
    ///   - calls: the place in the settings' list.
    public func share(_ contender: Contender, _ calls: Int) -> Share? {
        guard let nth = contenders.firstIndex(of: contender), shares.indices.contains(nth) else { return nil }
        return shares[nth][calls]
    }

    /// The share over some of the days; nil where there was nothing to catch.
    public func share(_ contender: Contender, _ calls: Int, over days: some Sequence<BacktestDay>) -> Double? {
        guard let nth = contenders.firstIndex(of: contender) else { return nil }
        let (caught, best) = days.reduce((0.0, 0.0)) { ($0.0 + $1.caught[nth][calls], $0.1 + $1.best[calls]) }
        return best > 0 ? caught / best : nil
    }

    /// The strategy in force, and that of a file where there is one: what `beforeDue` counts by.
    public var strategies: [Contender] { contenders.filter { $0 == .strategy || $0 == .other } }

    /// Of a strategy's calls the share that comes before the due day, 0…1; nil without calls.
    ///
    /// - Parameters:
    ///   - strategy: 0 for the one in force, 1 for that of a file.
    ///   - calls: the index in the settings' list.
    public func beforeDue(strategy: Int, _ calls: Int) -> Double? {
        let made = days.reduce(0) { $0 + $1.made[strategy][calls] }
        return made > 0 ? Double(days.reduce(0) { $0 + $1.beforeDue[strategy][calls] }) / Double(made) : nil
    }

    /// Why the result says little, or nothing; nil where the history is long enough.
    public var shortage: Shortage? {
        if payments == 0 { return .noPayments }
        if days.isEmpty || days.allSatisfy({ $0.best.allSatisfy { $0 <= 0 } }) { return .nothingToReplay }
        if payments < BacktestSpan.leastPayments { return .fewPayments }
        return days.count < BacktestSpan.leastDays ? .fewDays : nil
    }

    /// Why the history says little, or nothing.
    public enum Shortage: Hashable, Sendable { case noPayments, nothingToReplay, fewPayments, fewDays }

    /// How many replayed days look further ahead than the payments reach.
    public var daysBeyond: Int { lastKnown.map { last in days.count { $0.day > last } } ?? 0 }

    /// Where something simpler caught more than the strategy in force: a rule of thumb, chance, or the simple model.
    public var betterThanStrategy: [Better] {
        settings.calls.indices.flatMap { place -> [Better] in
            guard let own = share(.strategy, place) else { return [] }
            return contenders.compactMap { contender in
                guard contender != .strategy, contender != .other, let share = share(contender, place),
                    share.share > own.share
                else {
                    return nil
                }
                return Better(
                    contender: contender, calls: settings.calls[place], share: share.share, strategy: own.share,
                    isClear: share.leadHigh < 0)
            }
        }
    }

    /// An order that caught more than the strategy in force.
    public struct Better: Hashable, Sendable {
        /// The order that caught more.
        public var contender: Contender
        /// The number of calls with which it did.
        public var calls: Int
        /// What it caught, and what the strategy in force did, 0…1.
        public var share: Double
        /// What the strategy in force caught with as many calls, 0…1.
        public var strategy: Double
        /// Whether the days alone don't explain it: the 95 % interval of the difference leaves out zero.
        public var isClear: Bool
    }
}

/// One replayed day, in major units of the base currency × days.
public struct BacktestDay: Hashable, Sendable, Codable {
    /// The replayed day.
    public var day: Day
    /// What the best order's first calls would have been about, by number of calls.
    public var best: [Double]
    /// By contender, then by number of calls.
    public var caught: [[Double]]
    /// By strategy, then by number of calls: those that come before the due day, and all.
    public var beforeDue: [[Int]]
    /// By strategy, then by number of calls: all calls that were made.
    public var made: [[Int]]

    /// Creates the figures of one replayed day.
    public init(day: Day, best: [Double], caught: [[Double]], beforeDue: [[Int]], made: [[Int]]) {
        self.day = day
        self.best = best
        self.caught = caught
        self.beforeDue = beforeDue
        self.made = made
    }
}
