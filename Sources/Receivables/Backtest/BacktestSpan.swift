/// The days that a backtest replays.
public struct BacktestSpan: Hashable, Sendable {
    /// Rising; empty where nothing can be replayed.
    public var days: [Day]
    /// How many payments with a day the history has.
    public var payments: Int
    /// The day of the newest payment; nil without payments.
    public var lastPayment: Day?
    /// The last day of which it is known what followed: later ones look worse than they were.
    public var lastKnown: Day?

    /// With fewer payments, or fewer days, a replay says little.
    public static let leastPayments = 100
    /// Replayed days below which the shares say little.
    public static let leastDays = 8
    /// Days of payments before the first replayed month.
    static let leadDays = 90

    /// Finds the days that can be replayed.
    ///
    /// - Parameters:
    ///   - history: all that the book knows of past days.
    ///   - from: the first day; else the first of a month with 90 days of payments behind it, and 30 payments.
    ///   - to: the last day; else as late as it is known what followed.
    ///   - step: days from one to the next.
    ///   - horizon: days that a call looks ahead.
    ///   - paidWithin: only what was paid within so many days counts.
    public init(_ history: BookHistory, from: Day?, to: Day?, step: Int, horizon: Int, paidWithin: Int?) {
        let paid = history.paymentDays.sorted()
        payments = paid.count
        lastPayment = paid.last
        lastKnown = paid.last?.advanced(by: -(paidWithin ?? horizon))
        days = []
        guard let first = from ?? BacktestSpan.start(paid), let last = to ?? lastKnown else { return }
        var day = first
        while day <= last {
            days.append(day)
            day = day.advanced(by: max(1, step))
        }
    }

    /// - Parameter paid: days of payments, rising.
    private static func start(_ paid: [Day]) -> Day? {
        guard let first = paid.first, paid.count >= BookPaying.leastPayments else { return nil }
        let enough = max(first.advanced(by: leadDays), paid[BookPaying.leastPayments - 1].advanced(by: 1))
        return enough == enough.firstOfMonth ? enough : enough.lastOfMonth.advanced(by: 1)
    }
}

extension BookHistory {
    /// The days of all payments that came in, in any order.
    var paymentDays: [Day] {
        payers.lazy.flatMap(\.accounts).flatMap(\.items).flatMap(\.parts).filter { $0.isPayment && $0.amount > 0 }.map(
            \.day)
    }
}
