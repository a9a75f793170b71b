/// When one payer's items can be expected to be paid: by its own payments, drawn towards the portfolio's as long as
/// they are few (shrinkage; DOMAIN.md §5).
public struct PaymentExpectation: Sendable {
    private let own: ResidualLife
    private let waiting: ResidualLife
    private let portfolio: BookPaying
    /// How many payments' worth the portfolio counts.
    private let weight: Double

    /// The expectation for a payer's open items.
    ///
    /// - Parameters:
    ///   - payer: with the payments of all its accounts.
    ///   - portfolio: how the customers of the book pay as a whole.
    ///   - strategy: the horizon, and how much the book's payments count.
    ///   - day: on which items are as old as they are.
    public init(_ payer: PayerFacts, portfolio: BookPaying, strategy: Strategy, on day: Day) {
        var delays = DelayCounts()
        var ages: [Int] = []
        ages.reserveCapacity(payer.accounts.reduce(0) { $0 + $1.items.count })
        for facts in payer.accounts {
            delays = delays.merged(with: facts.payments.all)
            for item in facts.items where item.open > 0 && item.issued <= day { ages.append(item.daysPastDue(on: day)) }
        }
        self.init(ResidualLife(delays), ResidualLife(ages: ages), portfolio, strategy)
    }

    /// The expectation of a payer from counts.
    ///
    /// - Parameters:
    ///   - paid: the payer's payments up to the day, by days late.
    ///   - open: its open items, by days past due.
    ///   - portfolio: how the customers of the book pay as a whole.
    ///   - strategy: the horizon, and how much the book's payments count.
    public init(paid: DelayCounts, open: DelayCounts, portfolio: BookPaying, strategy: Strategy) {
        self.init(ResidualLife(paid), ResidualLife(open), portfolio, strategy)
    }

    private init(_ own: ResidualLife, _ waiting: ResidualLife, _ portfolio: BookPaying, _ strategy: Strategy) {
        self.own = own
        self.waiting = waiting
        self.portfolio = portfolio
        weight = Double(strategy.pseudoPayments)
    }

    /// Expected days unpaid of the horizon, 0…horizon, for an item of an age in days past due.
    ///
    /// Of the payments that came later than the item is now: how many of the days they took. Where nothing was ever
    /// paid this late, the whole horizon.
    public func unpaidDays(age: Int) -> Double {
        let usual = portfolio.unpaidDays(age: age)
        let (payments, days) = own.unpaid(after: age, horizon: portfolio.horizon)
        return payments == 0 ? usual : (Double(days) + weight * usual) / (Double(payments) + weight)
    }

    /// The chance that an item of an age is paid within the strategy's window. An open item counts as unpaid once it
    /// was watched for the whole window: one that is a little older says nothing yet, and must not make a call worth
    /// less.
    public func chance(age: Int) -> Double { chance(age, portfolio.window, usual: portfolio.chance(age: age)) }

    /// The same within any number of days: for pages.
    public func chance(age: Int, within days: Int) -> Double {
        chance(age, days, usual: portfolio.chance(age: age, within: days))
    }

    private func chance(_ age: Int, _ days: Int, usual: Double) -> Double {
        let atRisk = own.later(than: age) + waiting.later(than: max(age, 0) + portfolio.window - 1)
        guard atRisk > 0 else { return usual }
        return (Double(own.paid(after: age, within: days)) + weight * usual) / (Double(atRisk) + weight)
    }
}
