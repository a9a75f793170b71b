/// How often a cause was named up to a day, and what is overdue today behind it.
public struct CauseCount: Hashable, Sendable {
    /// nil for disputes of which no one said why.
    public var cause: RootCause?
    /// How often the cause was named.
    public var times: Int
    /// How many payers it was named for.
    public var customers: Int
    /// Opened by the calls and notes that name it.
    public var disputes: Int
    /// The customers for whom it was the last cause that was named, most overdue first: so no money counts twice.
    public var behind: [Behind]

    /// A customer, and what is overdue.
    public struct Behind: Hashable, Sendable {
        /// The payer's number.
        public var account: AccountNumber
        /// The name to show.
        public var name: String
        /// In the book's currency, as far as there are rates.
        public var overdue: Money
        /// Days past due, weighted by amount.
        public var days: Int

        /// Creates a customer behind a cause.
        public init(account: AccountNumber, name: String, overdue: Money, days: Int) {
            self.account = account
            self.name = name
            self.overdue = overdue
            self.days = days
        }
    }

    /// Creates a count, by default of nothing.
    public init(
        _ cause: RootCause?, times: Int = 0, customers: Int = 0, disputes: Int = 0, behind: [Behind] = []
    ) {
        self.cause = cause
        self.times = times
        self.customers = customers
        self.disputes = disputes
        self.behind = behind
    }

    /// All that is overdue behind it, in minor units of the book's currency.
    public var overdue: Int64 { behind.reduce(0) { $0.saturatingAdd($1.overdue.minor) } }

    /// Days past due of that money, weighted by amount.
    public var days: Int {
        let money = behind.reduce(0.0) { $0 + Double($1.overdue.minor) }
        guard money > 0 else { return 0 }
        return Int((behind.reduce(0.0) { $0 + Double($1.overdue.minor) * Double($1.days) } / money).rounded())
    }
}
