/// A payment as evidence of how a customer pays.
public struct Payment: Hashable, Sendable {
    /// The day it came in.
    public var day: Day
    /// The due day of the item that it settled.
    public var due: Day
    /// Minor units.
    public var amount: Int64

    /// Creates a payment; the amount is in minor units of the account's currency.
    public init(day: Day, due: Day, amount: Int64) {
        self.day = day
        self.due = due
        self.amount = amount
    }

    /// Days after the due day; negative when early.
    public var daysLate: Int { due.distance(to: day) }
}

/// How an account has paid: only payments count, weighted by amount and, newest first, by recency (DOMAIN.md §3).
///
/// Recency counts from the account's own newest payment, so that a day alone never changes these figures
/// and they can be kept. Times are in tenths of days, shares in thousandths: whole numbers, the same everywhere.
public struct Behaviour: Hashable, Sendable {
    /// How many payments there were.
    public var payments: Int
    /// What they are worth as evidence, in tenths of a payment: many equal recent ones count in full,
    /// one large one among crumbs counts as one.
    public var evidence: Int
    /// Mean days late, early ones negative.
    public var signedLate: Int
    /// Mean days late, early ones as 0.
    public var late: Int
    /// Mean distance from `signedLate`.
    public var spread: Int
    /// Share of the money that came late.
    public var shareLate: Int
    /// Mean of the last six months less that of the six before, or nil without payments in both.
    public var trend: Int?
    /// The largest single payment, in minor units; 0 without payments.
    public var largest: Int64
    /// The newest payment; nil without payments.
    public var last: Payment?
    /// The weekday on which at least six in ten payments came, of five or more.
    public var usualWeekday: Weekday?
    /// The day of the month around which (± 1) at least six in ten payments came, of five or more.
    public var usualDayOfMonth: Int?
    /// Mean days late in each of the last six quarters of a year with payments, oldest first; nil where none came.
    public var quarters: [Int?]

    /// The behaviour of an account without any known payment.
    public static let unknown = Behaviour(
        payments: 0, evidence: 0, signedLate: 0, late: 0, spread: 0, shareLate: 0, trend: nil, largest: 0,
        last: nil, usualWeekday: nil, usualDayOfMonth: nil, quarters: [])

    /// Creates a behaviour as it was computed or stored; times in tenths of days, shares in thousandths.
    public init(
        payments: Int, evidence: Int, signedLate: Int, late: Int, spread: Int, shareLate: Int, trend: Int?,
        largest: Int64, last: Payment?, usualWeekday: Weekday?, usualDayOfMonth: Int?, quarters: [Int?]
    ) {
        self.payments = payments
        self.evidence = evidence
        self.signedLate = signedLate
        self.late = late
        self.spread = spread
        self.shareLate = shareLate
        self.trend = trend
        self.largest = largest
        self.last = last
        self.usualWeekday = usualWeekday
        self.usualDayOfMonth = usualDayOfMonth
        self.quarters = quarters
    }

    /// Whether there was at least one payment; without it every figure is 0.
    public var isKnown: Bool { payments > 0 }
}
