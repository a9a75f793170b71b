/// The rates of each day that was asked for.
struct RatesByDay: Sendable {
    private let dated: DatedRates
    private var known: [Day: Rates] = [:]

    init(_ dated: DatedRates) { self.dated = dated }

    var base: Currency { dated.base }

    /// - Returns: nil where there is no rate on or before the day.
    mutating func inBase(_ amount: Money, on day: Day) -> Money? {
        if amount.currency == base { return amount }
        if let rates = known[day] { return rates.inBase(amount) }
        let rates = dated.rates(on: day)
        known[day] = rates
        return rates.inBase(amount)
    }
}
