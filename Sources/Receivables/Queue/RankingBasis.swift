/// What ranking one payer needs to know of all of them: rates, how customers pay on the whole, and where the money at
/// stake is cut for the matrix. One row, made once per ranking (ARCHITECTURE.md §3.4).
public struct RankingBasis: Hashable, Sendable, Codable {
    /// The exchange rates of the ranked day.
    public var rates: Rates
    /// How the customers of the book pay as a whole.
    public var paying: BookPaying
    /// The day of the oldest payment in the book: before it no one knows what was paid.
    public var paymentsSince: Day?
    /// The smallest stake (minor units of the base currency) among the payers that together hold 80 % of it.
    public var highStake: Int64

    /// Creates the basis of a ranking; by default nothing is known of payments, and no payer is of high value.
    public init(
        rates: Rates, paying: BookPaying = BookPaying(strategy: .standard), paymentsSince: Day? = nil,
        highStake: Int64 = .max
    ) {
        self.rates = rates
        self.paying = paying
        self.paymentsSince = paymentsSince
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
