/// What ranking one payer needs to know of all of them: rates, the portfolio's paying habit, what counts as
/// large, and where the money at stake is cut for the matrix. One row, taken once per ranking (DESIGN.md §3).
public struct Portfolio: Hashable, Sendable, Codable {
    public var rates: Rates
    public var habit: PayingHabit
    /// From this open amount on (minor units of the base currency) an item is among the largest tenth.
    public var largeItem: Int64
    /// The smallest stake (minor units of the base currency) among the payers that together hold 80 % of it.
    public var highStake: Int64

    public init(rates: Rates, habit: PayingHabit = .assumed, largeItem: Int64 = .max, highStake: Int64 = .max) {
        self.rates = rates
        self.habit = habit
        self.largeItem = largeItem
        self.highStake = highStake
    }

    /// The stake from which on a payer belongs to those that together hold 80 % of the money at stake,
    /// largest first; `.max` where nothing is at stake.
    public static func cut(of stakes: [Int64]) -> Int64 {
        let sorted = stakes.filter { $0 > 0 }.sorted(by: >)
        let total = sorted.reduce(Int128(0)) { $0 + Int128($1) }
        var sum: Int128 = 0
        for stake in sorted {
            sum += Int128(stake)
            if sum * 10 >= total * 8 { return stake }
        }
        return .max
    }
}

/// Finds the amount above which the largest tenth of items lies, to within 1 part in 8, without keeping them.
public struct LargeItemGauge: Sendable {
    private var counts = [Int](repeating: 0, count: 64 * LargeItemGauge.steps)
    private var total = 0
    private static let steps = 8

    public init() {}

    /// - Parameter amount: minor units of the base currency; what is not above zero is left out.
    public mutating func add(_ amount: Int64) {
        guard amount > 0 else { return }
        counts[LargeItemGauge.place(of: amount)] += 1
        total += 1
    }

    /// The lower bound of the largest tenth, `.max` without items.
    public var largeItem: Int64 {
        guard total > 0 else { return .max }
        var above = 0
        for place in counts.indices.reversed() {
            above += counts[place]
            if above * 10 >= total { return LargeItemGauge.lowerBound(of: place) }
        }
        return .max
    }

    private static func place(of amount: Int64) -> Int {
        let doublings = 63 - amount.leadingZeroBitCount
        let step = doublings >= 3 ? Int(amount >> (doublings - 3)) & 7 : 0
        return doublings * steps + step
    }

    private static func lowerBound(of place: Int) -> Int64 {
        let doublings = place / steps
        let base = Int64(1) << doublings
        return doublings >= 3 ? base + Int64(place % steps) << (doublings - 3) : base
    }
}
