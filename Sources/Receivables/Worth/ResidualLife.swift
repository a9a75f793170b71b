/// What payments that came later than some age have in common: how long they still took from there.
///
/// This is the residual life of an unpaid item, counted rather than fitted to a curve. Sums from the end of the list
/// make every question two searches.
public struct ResidualLife: Sendable {
    /// Days late, rising.
    private let days: [Int32]
    /// How many payments came on that day or later, and the sum of their days late; one more place than `days`.
    private let countFrom: [Int]
    private let sumFrom: [Int]

    public init(_ delays: DelayCounts) {
        days = delays.days
        var counts = [Int](repeating: 0, count: days.count + 1)
        var sums = counts
        for place in days.indices.reversed() {
            let count = Int(delays.counts[place])
            counts[place] = counts[place + 1] + count
            sums[place] = sums[place + 1] + count * Int(days[place])
        }
        (countFrom, sumFrom) = (counts, sums)
    }

    public var isEmpty: Bool { days.isEmpty }

    /// Payments that came later than an age.
    ///
    /// - Parameter age: days past due; negative before the due day.
    public func later(than age: Int) -> Int { countFrom[place(after: age)] }

    /// Of the payments that came later than an age: how many there were, and how many of the days of a span they left
    /// the money unpaid, added up.
    ///
    /// - Parameters:
    ///   - age: days past due; the span begins at it, or on the due day if that is later.
    ///   - horizon: length of the span in days.
    public func unpaid(after age: Int, horizon: Int) -> (payments: Int, days: Int) {
        let start = max(age, 0)
        let (first, from, beyond) = (place(after: age), place(after: start), place(after: start + horizon - 1))
        let within = sumFrom[from] - sumFrom[beyond] - start * (countFrom[from] - countFrom[beyond])
        return (countFrom[first], within + horizon * countFrom[beyond])
    }

    /// How many payments came later than an age, but no later than some days after it (or after the due day).
    public func paid(after age: Int, within window: Int) -> Int {
        countFrom[place(after: age)] - countFrom[place(after: max(age, 0) + window)]
    }

    /// The first place whose day is beyond an age.
    private func place(after age: Int) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(days[middle]) > age { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
