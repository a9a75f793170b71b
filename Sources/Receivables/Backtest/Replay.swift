/// Walks through a history day by day; days must not go back.
struct Replay {
    private let history: BookHistory
    private let strategies: [Rules]
    private let settings: BacktestSettings
    private let contenders: [Contender]
    /// Per payer, by the order of the history.
    private var accounts: [[AccountReplay]]
    private var portfolio: BookReplay
    private let spans: [OpenSpan]
    /// The place of each payer of the history among all by number, and the numbers by place.
    private let places: [Int]
    let numbers: [AccountNumber]
    /// Payers that could be asked for money on some day, by place.
    private(set) var met: Set<Int> = []
    private(set) var withoutRate: Set<Currency> = []

    /// Between when and when a payer has anything open.
    private struct OpenSpan {
        var from: Day
        /// The last day on which something may be open.
        var through: Day
    }

    init(_ history: BookHistory, rules: Rules, other: Strategy?, settings: BacktestSettings, contenders: [Contender]) {
        self.history = history
        self.settings = settings
        self.contenders = contenders
        var changed = rules
        changed.strategy = other ?? rules.strategy
        strategies = other == nil ? [rules] : [rules, changed]
        accounts = history.payers.map { $0.accounts.map(AccountReplay.init) }
        portfolio = BookReplay(history, accounts)
        spans = history.payers.map { payer in
            let items = payer.accounts.lazy.flatMap(\.items)
            let from = items.map(\.issued).min() ?? .lastOfAll
            let through = items.map { $0.left != 0 ? .lastOfAll : $0.parts.map(\.day).max() ?? $0.issued }.max() ?? from
            return OpenSpan(from: from, through: through)
        }
        let sorted = history.payers.indices.sorted { history.payers[$0].number < history.payers[$1].number }
        var places = [Int](repeating: 0, count: sorted.count)
        for (place, payer) in sorted.enumerated() { places[payer] = place }
        self.places = places
        numbers = sorted.map { history.payers[$0].number }
    }

    /// - Parameter most: the longest list of calls that is looked at.
    mutating func replay(_ day: Day, most: Int) -> DayReplay {
        var irregular: [PaymentHistory] = []
        for payer in accounts.indices {
            for nth in accounts[payer].indices where accounts[payer][nth].regularPayments == nil {
                irregular.append(accounts[payer][nth].paid(on: day))
            }
        }
        let rules = strategies[0].strategy
        let hindsight = Hindsight(
            day: day, horizon: rules.horizon, lookAhead: rules.lookAhead, paidWithin: settings.paidWithin)
        var replayed = DayReplay(
            day, hindsight, strategies: strategies, paying: portfolio.paying(on: day, irregular: irregular),
            rates: history.rates.rates(on: day), contenders: contenders, most: most, payers: places.count)
        let farthest = day.advanced(by: strategies.map(\.strategy.lookAhead).max() ?? 0)
        for payer in spans.indices where spans[payer].from <= day && spans[payer].through > day {
            guard hasOpen(payer, on: day, dueBy: farthest) else { continue }
            replayed.add(history.payers[payer], place: places[payer], facts: facts(of: payer, on: day))
        }
        met.formUnion(replayed.candidates.map(\.place))
        withoutRate.formUnion(replayed.withoutRate)
        return replayed
    }

    private func hasOpen(_ payer: Int, on day: Day, dueBy last: Day) -> Bool {
        history.payers[payer].accounts.contains { account in
            account.items.contains { $0.due <= last && $0.issued <= day && $0.open(on: day) > 0 }
        }
    }

    private mutating func facts(of payer: Int, on day: Day) -> PayerFacts {
        var facts = PayerFacts(payer: history.payers[payer].number, accounts: [])
        for nth in accounts[payer].indices { facts.accounts.append(accounts[payer][nth].facts(on: day)) }
        history.payers[payer].agreed.complete(&facts, on: day, history)
        return facts
    }

    /// A replayed day in figures, in major units of the base currency × days.
    func result(_ day: DayReplay) -> BacktestDay {
        let unit = Double(history.rates.base.minorPerMajor)
        return BacktestDay(
            day: day.day, best: settings.calls.map { day.best($0) / unit },
            caught: contenders.map { contender in
                settings.calls.map { day.caught(contender, $0, seed: settings.seed) / unit }
            },
            beforeDue: strategies.indices.map { strategy in
                settings.calls.map { day.callsBeforeDue(strategy, $0).before }
            },
            made: strategies.indices.map { strategy in settings.calls.map { day.callsBeforeDue(strategy, $0).calls } })
    }
}
