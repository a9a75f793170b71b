/// A payer's money on a day, gone through once: figures, what can be asked for, and the worth of a call.
struct Assessment {
    private(set) var figures: [Figures] = []
    /// Σ amount × expected days unpaid × likelihood, in major units of the base currency × days (DOMAIN.md §5).
    private(set) var worth = 0.0
    /// Of money at stake: amounts and amount × expected days unpaid, in major units of the base currency.
    private(set) var weighed = Weighed()
    /// The same of what is overdue alone, and of what is not yet due and was not called about.
    private(set) var overdue = Weighed()
    private(set) var notDue = Weighed()
    /// Minor units of the base currency; currencies without a rate count as nothing.
    private(set) var stakeInBase: Int64 = 0
    private(set) var withoutRate: [Currency] = []
    /// The oldest item of which something can be asked for once credits and cash are taken off.
    private(set) var oldest: Item?
    /// The due day of the oldest item of which something can be asked for, now or once it is overdue.
    private(set) var oldestDue: Day?
    private(set) var hasOpenDebit = false
    /// Whether something that can be asked for falls due today.
    private(set) var fallsDueToday = false
    /// The first day on which another item falls overdue.
    private(set) var nextOverdue: Day?
    /// The account that is furthest beyond its limit.
    private(set) var overLimit: (exposure: Money, limit: Money)?
    /// A first late item after payments that were all in time.
    private(set) var firstLate: (item: Item, payments: Int)?

    /// The items behind the worth, as far as they are asked for.
    private(set) var items: [AskedItem] = []

    private let withItems: Bool
    /// Whose items are gone through.
    private var account = AccountNumber("")
    private let inputs: RankingInputs
    private let day: Day
    private var rates: Rates { inputs.portfolio.rates }
    private var strategy: Strategy { inputs.rules.strategy }
    private let expectation: PaymentExpectation
    /// The day of the newest call or note: what could be asked for before the due day then was asked for.
    private let lastTouched: Day?

    /// Money and how long it is expected to stay unpaid.
    struct Weighed {
        var amount = 0.0
        var amountDays = 0.0
        /// The amount-weighted mean, in days.
        var days: Double { amount > 0 ? amountDays / amount : 0 }

        fileprivate mutating func add(_ amount: Double, _ days: Double) {
            self.amount += amount
            amountDays += amount * days
        }
    }

    /// - Parameter withItems: also lists the items behind the worth, for pages.
    init(_ payer: JudgedPayer, by inputs: RankingInputs, withItems: Bool) {
        self.withItems = withItems
        self.inputs = inputs
        let day = inputs.day
        self.day = day
        // A step agreed in a conversation is about the same items again, with their amounts.
        let isAgreed = payer.tally.unreached == 0 && payer.followUps.contains { $0.isDue(on: day) }
        lastTouched = isAgreed ? nil : payer.tally.lastTouched
        expectation = PaymentExpectation(
            payer.facts, portfolio: inputs.portfolio.paying, strategy: inputs.rules.strategy, on: day)
        var claimed = ClaimedMoney(payer.followThrough.claims, inputs.rules, on: day)
        for account in payer.accounts.indices { add(payer.accounts[account], &claimed) }
        sumUp()
    }

    private mutating func add(_ facts: AccountFacts, _ claimed: inout ClaimedMoney) {
        let asked = AskedAmounts(facts, &claimed, on: day)
        account = facts.account.number
        for (place, item) in facts.items.enumerated() where item.open != 0 && item.issued <= day {
            add(item, asked: asked[place, item])
        }
        for cash in facts.unapplied where cash.day <= day {
            let place = place(of: cash.amount.currency)
            figures[place].unapplied = figures[place].unapplied.saturatingAdd(-cash.amount.minor)
        }
        if facts.behaviour.payments >= 3, facts.behaviour.shareLate == 0,
            firstLate.map({ facts.behaviour.payments > $0.payments }) ?? true,
            let late = facts.items.first(where: { $0.isOverdue(on: day) && $0.chaseable > 0 && $0.issued <= day })
        {
            firstLate = (late, facts.behaviour.payments)
        }
        if let limit = facts.account.creditLimit, limit.minor > 0 { measure(limit, of: facts) }
    }

    /// - Parameter asked: what of the item can be asked for, in minor units.
    private mutating func add(_ item: Item, asked: Int64) {
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
            addOverdue(item, asked: asked, days: days, place: place)
        } else {
            addNotDue(item, asked: asked, days: days, place: place)
        }
    }

    private mutating func addOverdue(_ item: Item, asked: Int64, days: Int, place: Int) {
        figures[place].overdue = figures[place].overdue.saturatingAdd(item.open)
        guard item.chaseable > 0 else { return }
        figures[place].collectable = figures[place].collectable.saturatingAdd(item.chaseable)
        figures[place].oldestDaysPastDue = max(figures[place].oldestDaysPastDue ?? 0, days)
        guard asked > 0 else { return }
        figures[place].stake = figures[place].stake.saturatingAdd(asked)
        figures[place].toCollect = figures[place].toCollect.saturatingAdd(asked)
        figures[place].oldestDue = min(figures[place].oldestDue ?? item.due, item.due)
        if item.due < oldest?.due ?? .lastOfAll { oldest = item }
        guard let amount = inBase(asked, item.currency) else { return }
        let unpaid = expectation.unpaidDays(age: days)
        add(item, asked, amount, unpaid, share: 100, days: days)
        overdue.add(amount, unpaid)
        weighed.add(amount, unpaid)
    }

    private mutating func addNotDue(_ item: Item, asked: Int64, days: Int, place: Int) {
        let overdueOn = item.due.advanced(by: 1)
        nextOverdue = min(nextOverdue ?? overdueOn, overdueOn)
        // One item leads to at most one call before its due day.
        guard asked > 0, -days <= strategy.lookAhead, !wasCalledAbout(item) else { return }
        let unpaid = expectation.unpaidDays(age: days)
        if let amount = inBase(asked, item.currency) {
            add(item, asked, amount, unpaid, share: strategy.beforeDue, days: days)
            notDue.add(amount, unpaid)
            if unpaid >= Double(strategy.expectedLate) { weighed.add(amount, unpaid) }
        }
        fallsDueToday = fallsDueToday || days == 0
        guard unpaid >= Double(strategy.expectedLate) else { return }
        figures[place].stake = figures[place].stake.saturatingAdd(asked)
        figures[place].dueSoon = figures[place].dueSoon.saturatingAdd(asked)
        figures[place].dueBy = max(figures[place].dueBy ?? item.due, item.due)
        figures[place].firstDue = min(figures[place].firstDue ?? item.due, item.due)
    }

    /// - Parameters:
    ///   - amount: in major units of the base currency.
    ///   - share: in percent.
    private mutating func add(_ item: Item, _ asked: Int64, _ amount: Double, _ unpaid: Double, share: Int, days: Int) {
        let likelihood = likelihood(age: days)
        worth += amount * unpaid * likelihood * (Double(share) / 100)
        guard withItems else { return }
        items.append(
            AskedItem(
                key: item.key(of: account), amount: Money(minor: asked, item.currency), daysPastDue: days,
                unpaidDays: unpaid,
                likelihood: likelihood, share: share))
    }

    private func wasCalledAbout(_ item: Item) -> Bool {
        guard let lastTouched else { return false }
        return lastTouched >= max(item.issued, item.due.advanced(by: -strategy.lookAhead))
    }

    private func likelihood(age: Int) -> Double {
        let least = Double(strategy.leastLikelihood) / 100
        return least + (1 - least) * expectation.chance(age: age)
    }

    /// In major units of the base currency; nil without a rate.
    private func inBase(_ amount: Int64, _ currency: Currency) -> Double? {
        rates.inBase(Money(minor: amount, currency)).map {
            Double($0.minor) / Double(rates.base.minorPerMajor)
        }
    }

    /// Exposure against the limit, in the limit's currency alone: other currencies are not netted into it.
    private mutating func measure(_ limit: Money, of facts: AccountFacts) {
        let exposure = facts.items.reduce(Int64(0)) { sum, item in
            item.currency == limit.currency && item.issued <= day ? sum.saturatingAdd(item.open) : sum
        }
        guard exposure > limit.minor else { return }
        // The furthest beyond, as a share: e₁ ÷ l₁ > e₂ ÷ l₂.
        let isFurther =
            overLimit.map {
                Int128(exposure) * Int128($0.limit.minor) > Int128($0.exposure.minor) * Int128(limit.minor)
            } ?? true
        if isFurther { overLimit = (Money(minor: exposure, limit.currency), limit) }
    }

    private mutating func place(of currency: Currency) -> Int {
        if let place = figures.firstIndex(where: { $0.currency == currency }) { return place }
        figures.append(Figures(currency: currency))
        return figures.count - 1
    }

    private mutating func sumUp() {
        for figure in figures where figure.stake > 0 {
            guard let stake = rates.inBase(figure.money(\.stake)) else {
                withoutRate.append(figure.currency)
                continue
            }
            stakeInBase = stakeInBase.saturatingAdd(stake.minor)
        }
        guard figures.count > 1 else { return }
        let rates = rates
        func size(_ figure: Figures) -> (Int64, Int64) {
            (
                rates.inBase(figure.money(\.stake))?.minor ?? 0,
                rates.inBase(figure.money(\.open))?.minor ?? 0
            )
        }
        figures.sort { left, right in
            size(left) != size(right) ? size(left) > size(right) : left.currency < right.currency
        }
    }

    /// In minor units of the base currency × days.
    var worthInBase: Int64 {
        let minor = (worth * Double(rates.base.minorPerMajor)).rounded()
        return minor < 9e18 ? Int64(minor) : .max
    }

    /// Whether something overdue could be asked for if there were no credits and cash.
    var collectable: Bool { figures.contains { $0.collectable > 0 } }

    /// Whether something falls due within the look-ahead that is expected late and was not called about.
    var hasDueSoon: Bool { figures.contains { $0.dueSoon > 0 } }

    /// Whether nothing is open, on either side.
    var isWithoutBalance: Bool { !hasOpenDebit && figures.allSatisfy { $0.credits == 0 && $0.unapplied == 0 } }

    /// Whether something overdue can be asked for.
    var hasToCollect: Bool { oldest != nil }

    /// Whether the money at stake is expected to stay unpaid for most of the days ahead.
    var staysUnpaid: Bool {
        weighed.days * 100 >= Double(strategy.urgentShare * strategy.horizon) && weighed.amount > 0
    }

    /// Whether credits and unmatched cash cover at least 80 % of what could be collected, in every currency.
    var isCoveredByCash: Bool {
        collectable
            && figures.allSatisfy { figure in
                let cover = -(Int128(figure.unapplied) + Int128(figure.credits))
                return figure.collectable <= 0 || cover * 10 >= Int128(figure.collectable) * 8
            }
    }
}
