/// Cash that no item has taken, as a row of the book has it: below zero for what was matched or went back.
public struct CountedCash: Hashable, Sendable {
    /// The value day.
    public var day: Day
    /// The money, in its own direction.
    public var amount: Money
    /// The day on which the book first saw it as money that came in; nil for what is no such money.
    public var seen: Day?
    /// Whose it is; nil where no one asks for rows.
    public var account: AccountNumber?
    /// The payment's number.
    public var reference: String

    /// Creates a row of unapplied cash.
    public init(day: Day, amount: Money, seen: Day?, account: AccountNumber? = nil, reference: String = "") {
        self.day = day
        self.amount = amount
        self.seen = seen
        self.account = account
        self.reference = reference
    }
}
