/// One row of what a figure was counted from.
public struct FigureRow: Hashable, Sendable {
    /// In which part of the formula the row stands.
    public enum Part: String, Sendable, CaseIterable {
        case openAtBegin = "open at begin", openAtEnd = "open at end", sold, writtenOff = "written off"
        case paid, paidDays = "paid, days from invoice"
        case collected, afterContact = "after contact", promised, promise, call
        case disputeOpened = "dispute opened", disputeEnded = "dispute ended", disputeAnswered = "dispute answered"
    }

    /// In which part of the formula it stands.
    public var part: Part
    /// The period that it counts for.
    public var period: Period
    /// The account, or the payer of a call or a promise.
    public var account: AccountNumber
    /// The item, the payment or the entry.
    public var reference: String
    /// The day by which it counts.
    public var day: Day
    /// What it counts with; nil for what is no money.
    public var amount: Money?
    /// The days that it is weighted with, where it is.
    public var days: Int?
    /// The verdict of a promise, the result of a call, the department of a dispute.
    public var words: String

    /// Creates a row.
    public init(
        _ part: Part, _ period: Period, account: AccountNumber, reference: String, day: Day, amount: Money? = nil,
        days: Int? = nil, words: String = ""
    ) {
        self.part = part
        self.period = period
        self.account = account
        self.reference = reference
        self.day = day
        self.amount = amount
        self.days = days
        self.words = words
    }
}
