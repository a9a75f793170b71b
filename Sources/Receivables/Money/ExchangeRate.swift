/// What one unit of a currency was worth in the book's base currency on a day.
///
/// Held as billionths, a whole number: no floating point touches money.
public struct ExchangeRate: Hashable, Sendable, Codable {
    /// Base units for one unit of the currency, times 10⁹: 1.25 is 1,250,000,000.
    public let billionths: Int64

    /// Creates a rate from billionths, or nil unless they are above zero.
    public init?(billionths: Int64) {
        guard billionths > 0 else { return nil }
        self.billionths = billionths
    }

    /// Reads `0.0062`, `1,25`: at most nine decimals; nil where it is no number above zero.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        // `-0.5` and `+5` are no rates.
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }) else { return nil }
        guard (1...2).contains(parts.count), let whole = Int64(parts[0].isEmpty ? "0" : parts[0]), whole >= 0,
            whole < 1_000_000_000
        else { return nil }
        let digits = parts.count == 2 ? parts[1] : ""
        guard digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            parts.count == 1 || !digits.isEmpty,
            let rest = Int64(digits + String(repeating: "0", count: 9 - digits.utf8.count))
        else { return nil }
        self.init(billionths: whole * 1_000_000_000 + rest)
    }

    /// `0.0062`
    public var text: String {
        let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 1_000_000_000)
        guard rest > 0 else { return "\(whole)" }
        var digits = String(rest + 1_000_000_000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }

    /// What one unit of the other currency is worth, rounded half-up at the ninth decimal; nil where that is nothing.
    public var inverted: ExchangeRate? {
        let one = Int128(1_000_000_000) * Int128(1_000_000_000)
        return ExchangeRate(billionths: Int64(clamping: (one + Int128(billionths) / 2) / Int128(billionths)))
    }

    /// By way of another currency, rounded half-up at the ninth decimal; nil where that is nothing.
    public func times(_ other: ExchangeRate) -> ExchangeRate? {
        let product = Int128(billionths) * Int128(other.billionths) + 500_000_000
        return ExchangeRate(billionths: Int64(clamping: product / 1_000_000_000))
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
    /// The currency that all amounts are converted into.
    public let base: Currency
    // A book has a handful of currencies: going through them is quicker than hashing.
    private var currencies: [Currency]
    private var rates: [ExchangeRate]

    /// Creates the rates of one day.
    ///
    /// - Parameters:
    ///   - base: the currency that amounts are converted into.
    ///   - rates: the newest on or before the day, per currency; the base itself is always 1.
    public init(base: Currency, rates: [Currency: ExchangeRate] = [:]) {
        self.base = base
        let others = rates.filter { $0.key != base }.sorted { $0.key < $1.key }
        currencies = others.map(\.key)
        self.rates = others.map(\.value)
    }

    /// Every currency with its rate, by code.
    public var all: [(Currency, ExchangeRate)] { Array(zip(currencies, rates)) }

    /// What amounts are compared by: in the base currency; without a rate as nothing.
    func size(_ amount: Money) -> Int64 { inBase(amount)?.minor ?? 0 }

    /// The amount in the base currency, or nil where the book holds no rate.
    public func inBase(_ amount: Money) -> Money? {
        if amount.currency == base { return amount }
        return currencies.firstIndex(of: amount.currency).map { rates[$0].converting(amount, to: base) }
    }
}
