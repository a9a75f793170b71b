/// What was at stake on a day, as it turned out: the delay that followed.
///
/// The worth of a payer is Σ part of an item × min(horizon, days that it stayed unpaid after the day, or after its due
/// day if that was later), over the parts of open items that are due no later than the look-ahead. The sum of the best
/// payers is what no order by what was known then can beat.
struct Hindsight {
    let day: Day
    /// In days.
    let horizon: Int
    let lookAhead: Int
    /// Only what was paid within so many days counts; nil where all does.
    let paidWithin: Int?

    /// Whether an item could be asked for.
    ///
    /// - Parameter open: what is open of it on the day, in minor units.
    func isCandidate(_ item: ItemHistory, open: Int64) -> Bool { open > 0 && day.distance(to: item.due) <= lookAhead }

    /// In minor units of the item's currency × days.
    func worth(of item: ItemHistory) -> Double {
        let start = max(day, item.due)
        var worth = 0.0
        for part in item.parts where part.day > day {
            if let paidWithin, day.distance(to: part.day) > paidWithin { continue }
            worth += Double(part.amount) * Double(min(horizon, max(0, start.distance(to: part.day))))
        }
        if paidWithin == nil { worth += Double(item.left) * Double(horizon) }
        // Money that went back and did not come again within the time would count against the item.
        return max(0, worth)
    }
}
