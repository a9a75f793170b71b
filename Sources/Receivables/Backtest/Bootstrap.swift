/// How sure a share over some days is: the days are drawn again and again, with replacement, and the middle 95 % of
/// what comes out is the interval (Efron 1979, percentile method).
struct Bootstrap {
    private let days: [BacktestDay]
    private let draws: [[Int]]
    private static let resamples = 1_000

    init(_ days: [BacktestDay], seed: UInt64) {
        self.days = days
        var chance = SplitMix64(seed: seed)
        draws =
            days.isEmpty
            ? []
            : (0..<Bootstrap.resamples).map { _ in
                days.indices.map { _ in Int.random(in: days.indices, using: &chance) }
            }
    }

    /// By contender, the first of them the strategy in force, then by number of calls.
    func shares(contenders: Int, calls: Int) -> [[BacktestResult.Share]] {
        guard !days.isEmpty else { return [] }
        let byCalls = (0..<calls).map { shares(contenders: contenders, at: $0) }
        return (0..<contenders).map { contender in byCalls.map { $0[contender] } }
    }

    private func shares(contenders: Int, at calls: Int) -> [BacktestResult.Share] {
        let best = days.map { $0.best[calls] }
        let all = Array(days.indices)
        let totals = draws.map { sum(best, $0) }
        var strategy: [Double] = []
        return (0..<contenders).map { contender in
            let caught = days.map { $0.caught[contender][calls] }
            let drawn = zip(draws, totals).map { ratio(sum(caught, $0), $1) }
            if contender == 0 { strategy = drawn }
            let (own, lead) = (Bootstrap.middle(drawn), Bootstrap.middle(zip(strategy, drawn).map { $0 - $1 }))
            return BacktestResult.Share(
                share: ratio(sum(caught, all), sum(best, all)), low: own.low, high: own.high, leadLow: lead.low,
                leadHigh: lead.high)
        }
    }

    private func sum(_ values: [Double], _ days: [Int]) -> Double { days.reduce(0) { $0 + values[$1] } }

    private func ratio(_ caught: Double, _ best: Double) -> Double { best > 0 ? caught / best : 0 }

    private static func middle(_ values: [Double]) -> (low: Double, high: Double) {
        let sorted = values.sorted()
        let cut = sorted.count / 40
        return (sorted[cut], sorted[sorted.count - 1 - cut])
    }
}
