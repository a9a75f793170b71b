/// Counts judged promises into the figures of periods, per group and currency and in the base currency.
public struct PromiseCount: Sendable {
    /// What each group was promised in each currency, one for each period.
    public private(set) var totals: [LedgerCount.Key: [PromiseFigures]] = [:]
    /// The same in the base currency, of all currencies.
    public private(set) var base: [Int: [PromiseFigures]] = [:]
    /// What was counted.
    public private(set) var rows: [FigureRow] = []
    private let periods: [Period]
    private let none: [PromiseFigures]
    private var rates: RatesByDay
    private let wanted: Set<FigureRow.Part>

    /// Prepares the counting, as for `LedgerCount`.
    public init(_ periods: [Period], rates: DatedRates, rows wanted: Set<FigureRow.Part> = []) {
        self.periods = periods
        none = Array(repeating: PromiseFigures(), count: periods.count)
        self.rates = RatesByDay(rates)
        self.wanted = wanted
    }

    /// Adds what was counted elsewhere for the same periods.
    public mutating func add(_ other: PromiseCount) {
        for (key, figures) in other.totals { PromiseCount.add(figures, to: &totals[key, default: none]) }
        for (group, figures) in other.base { PromiseCount.add(figures, to: &base[group, default: none]) }
        rows += other.rows
    }

    /// Counts a promise of a payer.
    public mutating func add(_ judged: JudgedPromise, group: Int, payer: AccountNumber) {
        let key = LedgerCount.Key(group: group, currency: judged.currency)
        for (place, period) in periods.enumerated()
        where period.contains(judged.promise.made) || period.contains(judged.windowEnd) {
            totals[key, default: none][place].add(judged, in: period) { amount, _ in amount }
            var figures = base[group, default: none][place]
            figures.add(judged, in: period) { rates.inBase(Money(minor: $0, judged.currency), on: $1)?.minor ?? 0 }
            base[group, default: none][place] = figures
            keep(judged, period, payer)
        }
    }

    private static func add(_ figures: [PromiseFigures], to sums: inout [PromiseFigures]) {
        for (place, other) in zip(sums.indices, figures) { sums[place].add(other) }
    }

    private mutating func keep(_ judged: JudgedPromise, _ period: Period, _ payer: AccountNumber) {
        func keep(_ part: FigureRow.Part, _ day: Day, _ amount: Int64, _ words: String) {
            guard wanted.contains(part) else { return }
            rows.append(
                FigureRow(
                    part, period, account: payer, reference: "\(judged.promise.part)", day: day,
                    amount: Money(minor: amount, judged.currency), words: words))
        }
        if period.contains(judged.promise.made) {
            keep(.promised, judged.promise.made, judged.promise.amount.minor, "by \(judged.promise.day.iso)")
        }
        if period.contains(judged.windowEnd) {
            keep(.promise, judged.windowEnd, judged.expected, judged.verdict.word)
        }
    }
}
