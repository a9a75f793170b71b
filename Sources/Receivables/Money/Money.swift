/// An amount of money: a whole number of minor units in one currency. Never a floating-point number.
public struct Money: Hashable, Sendable, Codable {
    /// The amount in minor units (cents for USD, yen for JPY).
    public let minor: Int64
    /// The ISO 4217 currency, which also decides the number of decimals.
    public let currency: Currency

    /// Creates an amount from minor units: `Money(minor: 12_345, .usd)` is 123.45 US dollars.
    public init(minor: Int64, _ currency: Currency) {
        self.minor = minor
        self.currency = currency
    }

    /// No money of a currency.
    public static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

    /// Whether it is exactly 0, in any currency.
    public var isZero: Bool { minor == 0 }
    /// Whether it is below 0, as credits and unapplied cash are in a balance.
    public var isNegative: Bool { minor < 0 }
    /// The same amount with the other sign; `Int64.min` wraps to itself, which no book holds.
    public var negated: Money { Money(minor: 0 &- minor, currency) }
}

/// What can go wrong when money is added up.
public enum MoneyError: Error, Equatable, Sendable {
    /// The sum does not fit into 64 bits of minor units.
    case overflow
    /// Two currencies met in one sum.
    case mixed(Currency, Currency)
}

extension Money {
    /// The exact sum.
    ///
    /// - Throws: `MoneyError` if the currencies differ or the sum doesn't fit.
    public static func + (left: Money, right: Money) throws(MoneyError) -> Money {
        guard left.currency == right.currency else { throw .mixed(left.currency, right.currency) }
        let (sum, overflow) = left.minor.addingReportingOverflow(right.minor)
        guard !overflow else { throw .overflow }
        return Money(minor: sum, left.currency)
    }

    /// The exact difference.
    ///
    /// - Throws: `MoneyError` if the currencies differ or the difference doesn't fit.
    public static func - (left: Money, right: Money) throws(MoneyError) -> Money {
        guard left.currency == right.currency else { throw .mixed(left.currency, right.currency) }
        let (difference, overflow) = left.minor.subtractingReportingOverflow(right.minor)
        guard !overflow else { throw .overflow }
        return Money(minor: difference, left.currency)
    }
}

extension Int64 {
    /// The sum, held within ±`Int64.max` instead of wrapping: whatever comes out has a negative.
    ///
    /// For figures that rank or draw (where a queue must come out whatever the book holds); reports that
    /// state money use the throwing operators of `Money`.
    @inlinable
    public func saturatingAdd(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return Swift.max(sum, -.max) }
        return other > 0 ? .max : -.max
    }
}
