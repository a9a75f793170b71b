/// What a book says about itself: its size, its rules and how current it is.
public struct BookState: Sendable, Hashable {
    /// The identifier that the book was given when it was created; backups keep it.
    public var id: String
    /// The rules in force, as the newest entry of the journal states them.
    public var rules: Rules
    /// How many accounts the book holds.
    public var accounts: Int
    /// How many entries the journal holds.
    public var entries: Int64
    /// The day for which the stored order of the queue holds.
    public var rankedDay: Day?
    /// Whether something was written since that concerns everybody, and by which the order is being worked out.
    public var isOrderDue: Bool
    /// The day before the newest full extract or payments file: what came later isn't known yet.
    public var cashKnownTo: Day?
    /// The hash of the newest entry, in hexadecimal.
    public var head: String
    /// Whose accounts they are, by the ERP.
    public var collectors: [String]
    /// Who covers whom, also those that are over.
    public var covers: [Covering]

    /// Creates the state as a store read it.
    public init(
        id: String, rules: Rules, accounts: Int, entries: Int64, rankedDay: Day?, isOrderDue: Bool = false,
        cashKnownTo: Day?, head: String,
        collectors: [String] = [], covers: [Covering] = []
    ) {
        self.id = id
        self.rules = rules
        self.accounts = accounts
        self.entries = entries
        self.rankedDay = rankedDay
        self.isOrderDue = isOrderDue
        self.cashKnownTo = cashKnownTo
        self.head = head
        self.collectors = collectors
        self.covers = covers
    }
}
