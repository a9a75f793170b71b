/// The worth of a call as a sentence that a caller could repeat.
public struct WorthWords: Hashable, Sendable {
    /// Of the payer's largest currency, in what can be asked for now.
    public var toCollect: Money
    /// The due day of the oldest of it.
    public var since: Day?
    /// Falls due within the look-ahead and is expected late.
    public var dueSoon: Money
    /// The last due day of `dueSoon`; nil where nothing is due soon.
    public var dueBy: Day?
    /// How many further currencies there are.
    public var otherCurrencies: Int
    /// Of the horizon's days, how many the money is expected to stay unpaid, rounded.
    public var unpaidDays: Int
    /// How many days ahead `unpaidDays` are counted in.
    public var horizon: Int
    /// What the expectation rests on.
    public var pace: Pace

    /// On whose payments an expectation rests; no habit is said of a payer that shows none.
    public enum Pace: Hashable, Sendable {
        /// The payer's own, of which there are several.
        case own
        /// Those of other customers: of the payer's own there is one at most.
        case customers
        /// The book holds too few of anybody's.
        case unknown

        /// `At their usual pace`, before what is to be expected.
        public var introduction: String {
            switch self {
            case .own: "At their usual pace"
            case .customers: "As customers here usually pay"
            case .unknown: "Nothing known yet about how customers pay; usually"
            }
        }
    }
    /// The book's currency, whose amounts need no code.
    public var base: Currency
    /// The day on which the sentence is said.
    public var today: Day

    /// `12,400 overdue since Thu 3 Sep + 3,550 due by Fri 27 Nov`
    public var money: String {
        var parts: [String] = []
        if toCollect.minor > 0 {
            parts.append("\(whole(toCollect)) overdue" + (since.map { " since \($0.plain(today: today))" } ?? ""))
        }
        if dueSoon.minor > 0, let dueBy { parts.append("\(whole(dueSoon)) due by \(dueBy.short)") }
        // Whatever falls due soon is expected in time.
        if parts.isEmpty { return "nothing overdue, due soon and expected in time" }
        return parts.joined(separator: " + ") + (otherCurrencies > 0 ? ", and other currencies" : "")
    }

    private func whole(_ money: Money) -> String {
        money.roundedToMajor + (money.currency == base ? "" : " \(money.currency.code)")
    }

    /// For a row of the queue.
    public var brief: String {
        money
            + (pace != .unknown && toCollect.minor.saturatingAdd(dueSoon.minor) > 0
                ? ", unpaid about \(unpaidDays) of the next \(horizon) days" : "")
    }

    /// For a page: `12,400 overdue …; at their usual pace it stays unpaid about 22 of the next 30 days`.
    public var sentence: String {
        guard pace != .unknown else {
            return money + "; nothing is known yet about how customers pay, so debts of this age in general stand in:"
                + " unpaid about \(unpaidDays) of the next \(horizon) days"
        }
        let days = toCollect.minor > 0 ? "the next \(horizon) days" : "the \(horizon) days after the due day"
        return money
            + """
            ; \(pace == .own ? "at their usual pace" : "as customers here usually pay") it stays unpaid about \
            \(unpaidDays) of \(days)
            """
    }
}
