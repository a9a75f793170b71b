// Unmatched credits and cash, and the day on which the book first showed them (DOMAIN.md §2).

extension Rules {
    /// Business days that cash application has to match money before anybody is called about what it covers.
    public static let daysToMatch = 3
    /// Business days after which the customer is asked which items the money belongs to.
    public static let daysUntilAsking = 10
}

extension PayerFacts {
    /// The newest day on which open credits or cash were first seen; nil where there are none.
    ///
    /// What was seen after `day` counts from that day: then it is there already.
    func coverSeen(upTo day: Day) -> Day? {
        var newest: Day?
        for facts in accounts {
            for cash in facts.unapplied where cash.day <= day && cash.amount.minor > 0 {
                newest = latest(newest, min(cash.seen ?? cash.day, day))
            }
            for item in facts.items where item.open < 0 && item.issued <= day {
                newest = latest(newest, min(item.seen ?? item.issued, day))
            }
        }
        return newest
    }

    /// From when on the customer is asked what the money is for: some business days after it was seen, and as many
    /// after each conversation since.
    func coverIsAskedAbout(_ rules: Rules, on day: Day) -> Day? {
        guard let seen = coverSeen(upTo: day) else { return nil }
        return rules.calendar.adding(Rules.daysUntilAsking, to: latest(tally.lastContact, seen))
    }
}
