/// All that a book knows of past days, compact enough to be held in memory: what a backtest replays.
///
/// It is read once. Any day of it can then be looked at as it was known on that day, without the book.
public struct BookHistory: Sendable {
    /// In any order; ties of a replay are broken by number.
    public var payers: [PayerHistory]
    /// Exchange rates by the days from which on they hold.
    public var rates: DatedRates
    /// Up to which day money was known, import by import.
    public var cash: CashKnown
    /// The day of each import by its place in the journal: what an import of a later day showed was not known yet.
    public var importDays: [Int64: Day]
    /// Every so many accounts speak for the others when the ages of open items are counted; 1 where all do.
    public var stride: Int

    /// Creates a history; by default nothing is known of imports.
    public init(
        payers: [PayerHistory], rates: DatedRates, cash: CashKnown = CashKnown(), importDays: [Int64: Day] = [:],
        stride: Int = 1
    ) {
        self.payers = payers
        self.rates = rates
        self.cash = cash
        self.importDays = importDays
        self.stride = stride
    }
}

/// A payer with the whole past of every account that it pays for.
public struct PayerHistory: Sendable {
    /// The payer's own account number.
    public var number: AccountNumber
    /// The payer's own account first, then the others by number.
    public var accounts: [AccountHistory]
    /// What was agreed with the payer, day by day.
    public var agreed: AgreedHistory

    /// Creates a payer's history; by default nothing was agreed.
    public init(number: AccountNumber, accounts: [AccountHistory], agreed: AgreedHistory = AgreedHistory()) {
        self.number = number
        self.accounts = accounts
        self.agreed = agreed
    }
}

/// An account's items, what settled them, and cash that was never matched.
public struct AccountHistory: Sendable {
    /// The account's own number.
    public var number: AccountNumber
    /// Every item that the account ever had, in any order.
    public var items: [ItemHistory]
    /// Cash received that was never matched to an item.
    public var unapplied: [UnappliedCash]
    /// Whether the account is among those whose open items are counted for the portfolio.
    public var isSampled: Bool

    /// Creates an account's history.
    public init(number: AccountNumber, items: [ItemHistory], unapplied: [UnappliedCash] = [], isSampled: Bool = true) {
        self.number = number
        self.items = items
        self.unapplied = unapplied
        self.isSampled = isSampled
    }
}

/// An invoice or credit note with the days on which parts of it went away.
public struct ItemHistory: Sendable {
    /// Company code and number; both empty where nothing was agreed that could name the item.
    public var company: String
    /// The number of the invoice or credit note.
    public var number: String
    /// The document's date; the item doesn't exist before it.
    public var issued: Day
    /// The day by which it was to be paid.
    public var due: Day
    /// The currency of all its amounts.
    public var currency: Currency
    /// In minor units, without what was already settled when the item was first seen.
    public var amount: Int64
    /// The settlements with a day, by day.
    public var parts: [Part]
    /// The day on which the book closed it; nil where it is open.
    public var closed: Day?
    /// From when on its payments say nothing of how the customer pays: a dispute about it was found valid.
    public var excusedSince: Day?

    /// A settlement with a day.
    public struct Part: Hashable, Sendable {
        /// The day on which the part went away.
        public var day: Day
        /// In minor units; below zero for what went back.
        public var amount: Int64
        /// Whether it was paid; a credit or correction otherwise.
        public var isPayment: Bool

        /// Creates a settlement, by default a payment.
        public init(day: Day, amount: Int64, isPayment: Bool = true) {
            self.day = day
            self.amount = amount
            self.isPayment = isPayment
        }
    }

    /// Creates an item's history; amounts are in minor units.
    public init(
        company: String = "", number: String = "", issued: Day, due: Day, currency: Currency, amount: Int64,
        parts: [Part] = [],
        closed: Day? = nil, excusedSince: Day? = nil
    ) {
        self.company = company
        self.number = number
        self.issued = issued
        self.due = due
        self.currency = currency
        self.amount = amount
        self.parts = parts
        self.closed = closed
        self.excusedSince = excusedSince
    }

    /// What is open at the end of a day, in minor units; 0 before it was issued.
    func open(on day: Day) -> Int64 {
        guard issued <= day else { return 0 }
        var open = amount
        for part in parts where part.day <= day { open = open.saturatingAdd(0 - part.amount) }
        return open
    }

    /// What is never settled, as far as the book knows.
    var left: Int64 { parts.reduce(amount) { $0.saturatingAdd(0 - $1.amount) } }
}

/// The exchange rates of a book, by the days from which on they hold.
public struct DatedRates: Sendable {
    /// The currency that all amounts are converted into.
    public let base: Currency
    /// Of each currency the days and rates, days rising.
    private let rates: [Currency: [(from: Day, rate: ExchangeRate)]]

    /// Creates dated rates from rates in any order.
    public init(base: Currency, _ rates: [(currency: Currency, from: Day, rate: ExchangeRate)] = []) {
        self.base = base
        self.rates = Dictionary(grouping: rates, by: \.currency).mapValues { dated in
            dated.map { ($0.from, $0.rate) }.sorted { $0.0 < $1.0 }
        }
    }

    /// The newest rate on or before a day, per currency.
    public func rates(on day: Day) -> Rates {
        Rates(base: base, rates: rates.compactMapValues { dated in dated.last { $0.from <= day }?.rate })
    }
}
