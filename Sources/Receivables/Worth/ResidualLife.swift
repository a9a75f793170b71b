/// What payments that came later than some age have in common: how long they still took from there.
///
/// This is the residual life of an unpaid item, counted rather than fitted to a curve. Sums from the end of the list
/// make every question two searches.
public struct ResidualLife: Sendable {
    /// By days late, rising.
    private var steps: [Step]

    private struct Step {
        var day: Int
        /// How many payments came on that day or later, and the sum of their days late.
        var countFrom: Int
        var sumFrom: Int
    }

    /// Prepares the sums for payments by days late.
    public init(_ delays: DelayCounts) {
        steps = []
        steps.reserveCapacity(delays.days.count)
        for place in delays.days.indices {
            let (day, count) = (Int(delays.days[place]), Int(delays.counts[place]))
            steps.append(Step(day: day, countFrom: count, sumFrom: count * day))
        }
        addUp()
    }

    /// - Parameter ages: of items that are not paid yet, in any order.
    init(ages: [Int]) {
        steps = ages.sorted().map { Step(day: $0, countFrom: 1, sumFrom: $0) }
        addUp()
    }

    private mutating func addUp() {
        for place in steps.indices.dropLast().reversed() {
            steps[place].countFrom += steps[place + 1].countFrom
            steps[place].sumFrom += steps[place + 1].sumFrom
        }
    }

    private func countFrom(_ place: Int) -> Int { place < steps.count ? steps[place].countFrom : 0 }
    private func sumFrom(_ place: Int) -> Int { place < steps.count ? steps[place].sumFrom : 0 }

    /// Whether there are no payments to count from.
    public var isEmpty: Bool { steps.isEmpty }

    /// Payments that came later than an age.
    ///
    /// - Parameter age: days past due; negative before the due day.
    public func later(than age: Int) -> Int { countFrom(place(after: age)) }

    /// Of the payments that came later than an age: how many there were, and how many of the days of a span they left
    /// the money unpaid, added up.
    ///
    /// - Parameters:
    ///   - age: days past due; the span begins at it, or on the due day if that is later.
    ///   - horizon: length of the span in days.
    public func unpaid(after age: Int, horizon: Int) -> (payments: Int, days: Int) {
        let start = max(age, 0)
        let (first, from, beyond) = (place(after: age), place(after: start), place(after: start + horizon - 1))
        let within = sumFrom(from) - sumFrom(beyond) - start * (countFrom(from) - countFrom(beyond))
        return (countFrom(first), within + horizon * countFrom(beyond))
    }

    /// How many payments came later than an age, but no later than some days after it (or after the due day).
    public func paid(after age: Int, within window: Int) -> Int {
        countFrom(place(after: age)) - countFrom(place(after: max(age, 0) + window))
    }

    /// The first place whose day is beyond an age.
    private func place(after age: Int) -> Int {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].day > age { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
