/// One day of the past: every payer scored by all contenders from what was known then, and valued by what followed.
struct DayReplay {
    let day: Day
    let hindsight: Hindsight
    let contenders: [Contender]
    /// Of each strategy: the one in force, then the one of a file.
    let strategies: [RankingInputs]
    private let simple: SimpleModel
    private let rates: Rates

    private var strategyBest: [Best<Int64>]
    private var ruleBest: [(rule: Contender, best: Best<Double>)]
    private var bestValues: Best<Double>
    /// Of the payers that could be asked for money, in the order in which they were met: place and value.
    private(set) var candidates: [(place: Int, value: Double)] = []
    /// By place.
    private var values: [Double]
    /// Of each strategy's best those with nothing overdue.
    private var isBeforeDue: [Set<Int>]
    private(set) var withoutRate: Set<Currency> = []

    /// - Parameters:
    ///   - strategies: rules of the book with each strategy in turn.
    ///   - most: the longest list of calls that is looked at.
    ///   - payers: how many places there are.
    init(
        _ day: Day, _ hindsight: Hindsight, strategies: [Rules], paying: BookReplay.Paying, rates: Rates,
        contenders: [Contender],
        most: Int, payers: Int
    ) {
        self.day = day
        self.hindsight = hindsight
        self.contenders = contenders
        self.rates = rates
        self.strategies = strategies.map { rules in
            let paying = BookPaying(paid: paying.beforeMonth, open: paying.openAges, strategy: rules.strategy)
            return RankingInputs(portfolio: RankingBasis(rates: rates, paying: paying), rules: rules, day: day)
        }
        simple = SimpleModel(paying.upToDay, horizon: hindsight.horizon)
        strategyBest = strategies.map { _ in Best(most: most) }
        isBeforeDue = strategies.map { _ in [] }
        bestValues = Best(most: most)
        ruleBest = contenders.filter(\.isScoredByItems).map { ($0, Best(most: most)) }
        values = [Double](repeating: 0, count: payers)
    }

    /// Scores a payer.
    ///
    /// - Parameters:
    ///   - place: of the payer among all by number: what decides between equal scores.
    ///   - facts: as they were known on the day.
    mutating func add(_ payer: PayerHistory, place: Int, facts: PayerFacts) {
        for (nth, inputs) in strategies.enumerated() {
            let assessment = Assessment(facts.judged(by: inputs.rules, on: day), by: inputs, withItems: false)
            guard assessment.worth > 0 || assessment.figures.contains(where: { $0.stake > 0 }) else { continue }
            strategyBest[nth].offer(assessment.worthInBase, place)
            if !assessment.hasToCollect { isBeforeDue[nth].insert(place) }
        }
        addRules(payer, place: place, facts)
    }

    private mutating func addRules(_ payer: PayerHistory, place: Int, _ facts: PayerFacts) {
        var scores = ItemScores()
        var value = 0.0
        let own = simple.own(facts)
        for item in payer.accounts.lazy.flatMap(\.items) {
            let open = item.open(on: day)
            guard hindsight.isCandidate(item, open: open) else { continue }
            guard let rate = rate(item.currency) else {
                withoutRate.insert(item.currency)
                continue
            }
            value += hindsight.worth(of: item) * rate
            let age = item.due.distance(to: day)
            scores.add(Double(open) * rate, age: age, expected: simple.unpaidDays(own, age: age))
        }
        guard scores.hasItems else { return }
        candidates.append((place, value))
        bestValues.offer(value, place)
        values[place] = value
        for nth in ruleBest.indices { ruleBest[nth].best.offer(scores[ruleBest[nth].rule], place) }
    }

    /// Minor units of the base currency for one of a currency; nil without a rate.
    private func rate(_ currency: Currency) -> Double? {
        if currency == rates.base { return 1 }
        let many: Int64 = 1_000_000_000
        return rates.inBase(Money(minor: many, currency)).map { Double($0.minor) / Double(many) }
    }

    // MARK: What it came to

    /// What the best that a list of so many calls could catch is worth, in minor units of the base currency × days.
    func best(_ calls: Int) -> Double { bestValues.entries.prefix(calls).reduce(0) { $0 + $1.score } }

    /// What a contender's first calls catch of it.
    func caught(_ contender: Contender, _ calls: Int, seed: UInt64) -> Double {
        switch contender {
        case .strategy: caught(strategyBest.first?.entries.map(\.place) ?? [], calls)
        case .other: caught(strategyBest.last?.entries.map(\.place) ?? [], calls)
        case .random: byChance(calls, seed)
        default: caught(ruleBest.first { $0.rule == contender }?.best.entries.map(\.place) ?? [], calls)
        }
    }

    private func caught(_ places: [Int], _ calls: Int) -> Double { places.prefix(calls).reduce(0) { $0 + values[$1] } }

    private func byChance(_ calls: Int, _ seed: UInt64) -> Double {
        let seeds: UInt64 = 20
        let sum = (0..<seeds).reduce(0.0) { sum, nth in
            var chance = SplitMix64(
                seed: seed &+ nth &* 0x1_0000_0001 &+ UInt64(bitPattern: Int64(day.number)) &* 0x9E37_79B9)
            return sum + chance.draw(calls, below: candidates.count).reduce(0) { $0 + candidates[$1].value }
        }
        return sum / Double(seeds)
    }

    /// How many of a strategy's first calls there are, and how many of them come before the due day.
    func callsBeforeDue(_ strategy: Int, _ calls: Int) -> (calls: Int, before: Int) {
        let first = strategyBest[strategy].entries.prefix(calls)
        return (first.count, first.filter { isBeforeDue[strategy].contains($0.place) }.count)
    }

    /// The payers that a strategy calls first, by place.
    func order(of strategy: Int) -> [Int] { strategyBest[strategy].entries.map(\.place) }
}
