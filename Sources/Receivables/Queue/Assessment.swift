/// A payer's money on a day, gone through once: figures, what is late, what is expected.
struct Assessment {
    private(set) var figures: [Figures] = []
    /// Σ money at stake × expected further days late, in major units of the base currency × days.
    private(set) var stakeDays = 0.0
    /// Minor units of the base currency; currencies without a rate count as nothing.
    private(set) var stakeInBase: Int64 = 0
    private(set) var collectableInBase: Int64 = 0
    private(set) var withoutRate: [Currency] = []
    /// Days past due of the oldest item with something to collect.
    private(set) var oldest: Int?
    /// The due day of the oldest item of which something can be asked for, now or once it is overdue.
    private(set) var oldestDue: Day?
    /// The furthest that an item is beyond the day on which this customer usually pays.
    private(set) var beyondUsual = 0
    /// The usual delay of the account with that item, in days.
    private(set) var usualDays = 0
    /// The largest item about to fall due with an account that pays late.
    private(set) var largeDue: (item: Item, inBase: Int64)?
    private(set) var hasOpenDebit = false
    /// The first day on which another item falls overdue.
    private(set) var nextOverdue: Day?
    private(set) var limitPercent = 0
    private(set) var firstLateAfter: Int?

    private let portfolio: Portfolio
    private let strategy: Strategy
    private let day: Day

    init(_ payer: PayerFacts, portfolio: Portfolio, rules: Rules, day: Day) {
        self.portfolio = portfolio
        strategy = rules.strategy
        self.day = day
        for facts in payer.accounts { add(facts) }
        sumUp()
    }

    private mutating func add(_ facts: AccountFacts) {
        let habit = PayingHabit(of: facts.behaviour, within: portfolio.habit)
        var isLateNow = false
        for item in facts.items where item.open != 0 && item.issued <= day {
            add(item, habit)
            isLateNow = isLateNow || (item.isOverdue(on: day) && item.chaseable > 0)
        }
        for cash in facts.unapplied where cash.day <= day {
            let place = place(of: cash.amount.currency)
            figures[place].unapplied = figures[place].unapplied.saturatingAdd(-cash.amount.minor)
        }
        if isLateNow, facts.behaviour.payments >= 3, facts.behaviour.shareLate == 0 {
            firstLateAfter = max(firstLateAfter ?? 0, facts.behaviour.payments)
        }
        if let limit = facts.account.creditLimit, limit.minor > 0 { measure(limit, of: facts) }
    }

    private mutating func add(_ item: Item, _ habit: PayingHabit) {
        let place = place(of: item.currency)
        figures[place].open = figures[place].open.saturatingAdd(item.open)
        figures[place].disputed = figures[place].disputed.saturatingAdd(item.disputed)
        figures[place].promised = figures[place].promised.saturatingAdd(item.promised)
        guard item.open > 0 else {
            figures[place].credits = figures[place].credits.saturatingAdd(item.open)
            return
        }
        hasOpenDebit = true
        if item.chaseable > 0, item.due < oldestDue ?? .lastOfAll { oldestDue = item.due }
        let days = item.daysPastDue(on: day)
        if days >= 1 {
            addOverdue(item, habit, days: days, place: place)
        } else {
            addNotDue(item, habit, inDays: -days, place: place)
        }
    }

    private mutating func addOverdue(_ item: Item, _ habit: PayingHabit, days: Int, place: Int) {
        figures[place].overdue = figures[place].overdue.saturatingAdd(item.open)
        let chaseable = item.chaseable
        guard chaseable > 0 else { return }
        figures[place].collectable = figures[place].collectable.saturatingAdd(chaseable)
        figures[place].stake = figures[place].stake.saturatingAdd(chaseable)
        figures[place].oldestDaysPastDue = max(figures[place].oldestDaysPastDue ?? 0, days)
        oldest = max(oldest ?? 0, days)
        let beyond = days - Int(max(0, habit.usual).rounded())
        if beyond > beyondUsual {
            beyondUsual = beyond
            usualDays = Int(max(0, habit.usual).rounded())
        }
        addStakeDays(chaseable, item.currency, habit.furtherDays(daysPastDue: days))
    }

    private mutating func addNotDue(_ item: Item, _ habit: PayingHabit, inDays: Int, place: Int) {
        let overdueOn = item.due.advanced(by: 1)
        nextOverdue = min(nextOverdue ?? overdueOn, overdueOn)
        guard inDays <= strategy.horizon, habit.usual >= 1, item.chaseable > 0 else { return }
        figures[place].stake = figures[place].stake.saturatingAdd(item.chaseable)
        addStakeDays(item.chaseable, item.currency, habit.usual)
        guard let money = portfolio.rates.inBase(item.openMoney), money.minor >= portfolio.largeItem,
            habit.shareLate >= 0.5, money.minor > largeDue?.inBase ?? 0
        else { return }
        largeDue = (item, money.minor)
    }

    private mutating func addStakeDays(_ amount: Int64, _ currency: Currency, _ days: Double) {
        guard let money = portfolio.rates.inBase(Money(minor: amount, currency)) else { return }
        stakeDays += Double(money.minor) / Double(portfolio.rates.base.minorPerMajor) * days
    }

    /// Exposure ÷ limit, in the limit's currency alone: other currencies are not netted into it.
    private mutating func measure(_ limit: Money, of facts: AccountFacts) {
        let exposure = facts.items.reduce(Int64(0)) { sum, item in
            item.currency == limit.currency && item.issued <= day ? sum.saturatingAdd(item.open) : sum
        }
        guard exposure > limit.minor else { return }
        limitPercent = max(limitPercent, Int(clamping: Int128(exposure) * 100 / Int128(limit.minor)))
    }

    private mutating func place(of currency: Currency) -> Int {
        if let place = figures.firstIndex(where: { $0.currency == currency }) { return place }
        figures.append(Figures(currency: currency))
        return figures.count - 1
    }

    private mutating func sumUp() {
        for figure in figures where figure.stake > 0 {
            guard let stake = portfolio.rates.inBase(figure.money(\.stake)),
                let collectable = portfolio.rates.inBase(figure.money(\.collectable))
            else {
                withoutRate.append(figure.currency)
                continue
            }
            stakeInBase = stakeInBase.saturatingAdd(stake.minor)
            collectableInBase = collectableInBase.saturatingAdd(collectable.minor)
        }
        guard figures.count > 1 else { return }
        func size(_ figure: Figures) -> (Int64, Int64) {
            (
                portfolio.rates.inBase(figure.money(\.stake))?.minor ?? 0,
                portfolio.rates.inBase(figure.money(\.open))?.minor ?? 0
            )
        }
        figures.sort { left, right in
            size(left) != size(right) ? size(left) > size(right) : left.currency < right.currency
        }
    }

    var collectable: Bool { figures.contains { $0.collectable > 0 } }

    /// Whether credits and unmatched cash cover at least 80 % of what could be collected, in every currency.
    var isCoveredByCash: Bool {
        collectable
            && figures.allSatisfy { figure in
                let cover = -(Int128(figure.unapplied) + Int128(figure.credits))
                return figure.collectable <= 0 || cover * 10 >= Int128(figure.collectable) * 8
            }
    }
}
