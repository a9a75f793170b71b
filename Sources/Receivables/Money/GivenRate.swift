/// A rate as it was given: into the currency that the book counted in then.
public struct GivenRate: Hashable, Sendable {
    /// The currency that the rate prices one unit of.
    public var currency: Currency
    /// What one unit of `currency` is told in.
    public var target: Currency
    /// The first day on which the rate holds.
    public var day: Day
    /// How many units of `target` one unit of `currency` is worth.
    public var rate: ExchangeRate

    /// Creates a rate as an import or a caller gave it.
    public init(_ currency: Currency, into target: Currency, day: Day, rate: ExchangeRate) {
        self.currency = currency
        self.target = target
        self.day = day
        self.rate = rate
    }
}

extension Rates {
    /// The rates into one currency that those given come to: as they are, turned round, or by way of the currency that
    /// the book counted in before; the newest of each.
    ///
    /// - Parameters:
    ///   - base: the currency that amounts are converted into.
    ///   - given: from on or before the day that is meant.
    public init(base: Currency, given: [GivenRate]) {
        var newest: [[Currency]: GivenRate] = [:]
        for rate in given where rate.currency != rate.target {
            let pair = [rate.currency, rate.target]
            if newest[pair].map({ $0.day < rate.day }) ?? true { newest[pair] = rate }
        }
        func between(_ one: Currency, _ other: Currency) -> ExchangeRate? {
            let (told, turned) = (newest[[one, other]], newest[[other, one]])
            guard let told else { return turned?.rate.inverted }
            // Whichever way round it was told, the newer one holds.
            if let turned, turned.day > told.day, let rate = turned.rate.inverted { return rate }
            return told.rate
        }
        var rates: [Currency: ExchangeRate] = [:]
        let ordered = newest.values.sorted { ($1.day, $0.target) < ($0.day, $1.target) }
        for currency in Set(ordered.flatMap { [$0.currency, $0.target] }) where currency != base {
            if let rate = between(currency, base) {
                rates[currency] = rate
                continue
            }
            for given in ordered where given.currency == currency && rates[currency] == nil {
                rates[currency] = between(given.target, base).flatMap { given.rate.times($0) }
            }
        }
        self.init(base: base, rates: rates)
    }

    /// Per currency.
    public var byCurrency: [Currency: ExchangeRate] { Dictionary(uniqueKeysWithValues: all) }
}
