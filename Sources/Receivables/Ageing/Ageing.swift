/// What is open in one currency, by how late it is.
///
/// Invariant: the buckets (credits in the bucket of their own due day) plus unapplied cash are the balance,
/// to the cent; nothing is dropped (DOMAIN.md §2).
public struct Ageing: Hashable, Sendable {
    /// The currency of every figure; ageings of different currencies are never added.
    public let currency: Currency
    /// Minor units per bucket, in the order of `Buckets.names`.
    public private(set) var buckets: [Int64]
    /// Unmatched cash, as it stands in a balance: zero or negative.
    public private(set) var unapplied: Int64
    /// The items that went in.
    public private(set) var items: Int

    /// Creates an empty ageing with a zero for each bucket.
    public init(currency: Currency, buckets: Buckets) {
        self.currency = currency
        self.buckets = Array(repeating: 0, count: buckets.count)
        unapplied = 0
        items = 0
    }

    /// Buckets plus unapplied cash.
    public var balance: Money {
        get throws(MoneyError) {
            var sum = Money(minor: unapplied, currency)
            for amount in buckets { sum = try sum + Money(minor: amount, currency) }
            return sum
        }
    }

    /// Everything past due: all buckets but *current*.
    public var pastDue: Int64 { buckets.dropFirst().reduce(0) { $0.saturatingAdd($1) } }

    mutating func add(_ open: Int64, to bucket: Int) throws(MoneyError) {
        buckets[bucket] = try (Money(minor: buckets[bucket], currency) + Money(minor: open, currency)).minor
        items += 1
    }

    mutating func add(unapplied cash: Int64) throws(MoneyError) {
        unapplied = try (Money(minor: unapplied, currency) - Money(minor: cash, currency)).minor
    }

    /// Both ageings in one; they must be of one currency and the same buckets.
    public mutating func merge(_ other: Ageing) throws(MoneyError) {
        guard currency == other.currency else { throw .mixed(currency, other.currency) }
        for place in buckets.indices {
            buckets[place] = try (Money(minor: buckets[place], currency) + Money(minor: other.buckets[place], currency))
                .minor
        }
        unapplied = try (Money(minor: unapplied, currency) + Money(minor: other.unapplied, currency)).minor
        items += other.items
    }
}

extension AccountFacts {
    /// The account's ageing on a day, one per currency, by code.
    ///
    /// - Throws: `MoneyError.overflow` where a sum does not fit.
    public func ageing(on day: Day, in buckets: Buckets) throws(MoneyError) -> [Ageing] {
        var ageings: [Currency: Ageing] = [:]
        for item in items where item.open != 0 && item.issued <= day {
            let place = buckets.index(of: item, on: day)
            try ageings[item.currency, default: Ageing(currency: item.currency, buckets: buckets)]
                .add(item.open, to: place)
        }
        for cash in unapplied where cash.day <= day {
            let currency = cash.amount.currency
            try ageings[currency, default: Ageing(currency: currency, buckets: buckets)]
                .add(unapplied: cash.amount.minor)
        }
        return ageings.values.sorted { $0.currency < $1.currency }
    }
}

/// An ageing of a whole book: totals per currency, and account by account.
public struct AgeingReport: Sendable {
    /// The day past due is counted from.
    public let day: Day
    /// The bucket bounds that every row uses.
    public let buckets: Buckets
    /// The sum of all accounts, one ageing per currency.
    public internal(set) var totals: [Currency: Ageing] = [:]
    /// Accounts with something open or unapplied, in the order they were added; a row per currency.
    public internal(set) var rows: [Row] = []
    /// How many accounts have a row; an account with two currencies counts once.
    public internal(set) var accounts = 0

    /// One account's ageing in one currency.
    public struct Row: Sendable {
        /// The account that owes.
        public let account: AccountNumber
        /// The account's display name: its name, or its number where no name is known.
        public let name: String
        /// The buckets, unapplied cash and balance of the account in this currency.
        public let ageing: Ageing
    }

    /// Creates an empty report, to which accounts are added.
    public init(day: Day, buckets: Buckets) {
        self.day = day
        self.buckets = buckets
    }

    /// Adds an account's facts as they stood on the report's day.
    public mutating func add(_ facts: AccountFacts) throws(MoneyError) {
        let ageings = try facts.ageing(on: day, in: buckets)
        if !ageings.isEmpty { accounts += 1 }
        for ageing in ageings {
            try totals[ageing.currency, default: Ageing(currency: ageing.currency, buckets: buckets)].merge(ageing)
            rows.append(Row(account: facts.account.number, name: facts.account.name, ageing: ageing))
        }
    }
}
