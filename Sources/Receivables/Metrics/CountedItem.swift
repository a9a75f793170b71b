/// An item with all that ever settled it, for counting what a ledger came to.
public struct CountedItem: Hashable, Sendable {
    /// The document's day.
    public var issued: Day
    /// The day by which it was to be paid.
    public var due: Day
    /// The currency of all amounts.
    public var currency: Currency
    /// The original amount in minor units; below zero for a credit note.
    public var amount: Int64
    /// What settled it, in the order of the ledger.
    public var parts: [Part]
    /// What rows name it by; empty where no one asks for rows.
    public var key: ItemKey?

    /// A part of an item that went away.
    public struct Part: Hashable, Sendable {
        /// The day on which it took effect; nil for what was settled before the item was first seen.
        public var day: Day?
        /// Whether it was paid, credited, written off, adjusted or matched.
        public var kind: Settlement.Kind
        /// Whether a file stated it, rather than an extract implied it.
        public var isStated: Bool
        /// Minor units; below zero for a payment that went back.
        public var amount: Int64
        /// The day on which the book first saw it; nil for what it saw after the day that figures are told on.
        public var seen: Day?
        /// The entry of the contact that it came after.
        public var contact: Int64?

        /// Creates a part of an item.
        public init(
            day: Day?, kind: Settlement.Kind, isStated: Bool = true, amount: Int64, seen: Day? = nil,
            contact: Int64? = nil
        ) {
            self.day = day
            self.kind = kind
            self.isStated = isStated
            self.amount = amount
            self.seen = seen
            self.contact = contact
        }
    }

    /// Creates an item.
    public init(
        issued: Day, due: Day, currency: Currency, amount: Int64, parts: [Part] = [], key: ItemKey? = nil
    ) {
        self.issued = issued
        self.due = due
        self.currency = currency
        self.amount = amount
        self.parts = parts
        self.key = key
    }

    /// What is open of it at the end of a day, in minor units.
    public func open(on day: Day) -> Int64 {
        guard issued <= day else { return 0 }
        var open = amount
        for part in parts where part.day.map({ $0 <= day }) ?? true { open = open.saturatingAdd(0 - part.amount) }
        return open
    }
}
