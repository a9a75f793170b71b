/// What one unit of a currency was worth in the book's base currency on a day.
///
/// Held as billionths, a whole number: no floating point touches money.
public struct ExchangeRate: Hashable, Sendable, Codable {
    /// Base units for one unit of the currency, times 10⁹: 1.25 is 1,250,000,000.
    public let billionths: Int64

    public init?(billionths: Int64) {
        guard billionths > 0 else { return nil }
        self.billionths = billionths
    }

    /// The amount in the base currency, rounded half-up at its exponent; held at the largest amount
    /// where it does not fit.
    public func converting(_ amount: Money, to base: Currency) -> Money {
        let product = Int128(amount.minor) * Int128(billionths) * Int128(base.minorPerMajor)
        let divisor = Int128(1_000_000_000) * Int128(amount.currency.minorPerMajor)
        let half = product < 0 ? -divisor / 2 : divisor / 2
        let rounded = (product + half) / divisor
        return Money(minor: Int64(clamping: rounded), base)
    }
}

/// The rates in force on one day: what it takes to compare amounts in different currencies.
public struct Rates: Hashable, Sendable, Codable {
    public let base: Currency
    // A book has a handful of currencies: going through them is quicker than hashing.
    private var currencies: [Currency]
    private var rates: [ExchangeRate]

    /// - Parameter rates: the newest on or before the day, per currency; the base itself is always 1.
    public init(base: Currency, rates: [Currency: ExchangeRate] = [:]) {
        self.base = base
        let others = rates.filter { $0.key != base }.sorted { $0.key < $1.key }
        currencies = others.map(\.key)
        self.rates = others.map(\.value)
    }

    /// What amounts are compared by: in the base currency; without a rate as nothing.
    func size(_ amount: Money) -> Int64 { inBase(amount)?.minor ?? 0 }

    /// The amount in the base currency, or nil where the book holds no rate.
    public func inBase(_ amount: Money) -> Money? {
        if amount.currency == base { return amount }
        return currencies.firstIndex(of: amount.currency).map { rates[$0].converting(amount, to: base) }
    }
}
