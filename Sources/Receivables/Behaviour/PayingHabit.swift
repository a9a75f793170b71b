/// When a customer can be expected to pay: how late as a rule, and how far off the rule.
///
/// Lateness is taken to follow Student's t with two degrees of freedom around `usual`, scaled so that its mean
/// absolute deviation is `spread`. Its tails are heavy, as those of payments are, and everything asked of it
/// has a closed form that needs a square root only, so that every machine gives the same ranking.
public struct PayingHabit: Hashable, Sendable, Codable {
    /// Days after the due day (negative: before).
    public var usual: Double
    /// Mean absolute deviation in days, at least `leastSpread`.
    public var spread: Double
    /// Share of the money that comes late, 0…1.
    public var shareLate: Double

    public init(usual: Double, spread: Double, shareLate: Double) {
        self.usual = usual
        self.spread = max(spread, PayingHabit.leastSpread)
        self.shareLate = min(max(shareLate, 0), 1)
    }

    /// Nobody pays by the clock: less than this is an accident of few payments.
    static let leastSpread = 2.0

    /// What is assumed where a book holds no payment with a day at all: a week late, give or take ten days.
    public static let assumed = PayingHabit(usual: 7, spread: 10, shareLate: 0.5)

    /// How many payments' worth the portfolio's figures count beside an account's own.
    static let portfolioWeight = 4.0

    /// An account's own figures drawn towards the portfolio's, the more the less is known (shrinkage), so that
    /// two invoices don't make a "never pays".
    public init(of behaviour: Behaviour, within portfolio: PayingHabit) {
        let own = Double(behaviour.evidence) / 10
        func drawn(_ figure: Double, _ usual: Double) -> Double {
            (own * figure + PayingHabit.portfolioWeight * usual) / (own + PayingHabit.portfolioWeight)
        }
        self.init(
            usual: drawn(Double(behaviour.signedLate) / 10, portfolio.usual),
            spread: drawn(Double(behaviour.spread) / 10, portfolio.spread),
            shareLate: drawn(Double(behaviour.shareLate) / 1000, portfolio.shareLate))
    }

    /// The days from now until payment that are to be expected of an item unpaid so far.
    ///
    /// The mean residual life of the distribution: √(z² + spread²), z = days past the usual day. Long before
    /// the usual day that is the time until it; at it, the spread; beyond it grows with the time already lost:
    /// who is past the usual delay is expected later still.
    ///
    /// - Parameter daysPastDue: negative for what is not due yet.
    public func furtherDays(daysPastDue: Int) -> Double {
        let past = Double(daysPastDue) - usual
        return (past * past + spread * spread).squareRoot()
    }

    /// The day on which payment is to be expected.
    public func expectedDay(due: Day, asOf day: Day) -> Day {
        day.advanced(by: Int(furtherDays(daysPastDue: due.distance(to: day)).rounded()))
    }

    /// The probability that an item, unpaid at `daysPastDue`, is still unpaid `days` later.
    public func probabilityOpen(after days: Int, daysPastDue: Int) -> Double {
        survival(Double(daysPastDue + days) - usual) / survival(Double(daysPastDue) - usual)
    }

    /// The share unpaid at z days past the usual day, (1 − z ÷ √(z² + spread²)) ÷ 2, in a form that keeps its
    /// digits in the far tail.
    private func survival(_ past: Double) -> Double {
        let root = (past * past + spread * spread).squareRoot()
        return past > 0 ? spread * spread / (2 * root * (root + past)) : (1 - past / root) / 2
    }
}

/// Sums up the behaviour of many accounts into the portfolio's habit.
public struct HabitAverage: Sendable {
    private var weight = 0.0
    private var usual = 0.0
    private var spread = 0.0
    private var shareLate = 0.0

    public init() {}

    /// Counts each account by its evidence, up to 20 payments' worth, so that no large one speaks for all.
    public mutating func add(_ behaviour: Behaviour) {
        let evidence = min(Double(behaviour.evidence) / 10, 20)
        weight += evidence
        usual += evidence * Double(behaviour.signedLate) / 10
        spread += evidence * Double(behaviour.spread) / 10
        shareLate += evidence * Double(behaviour.shareLate) / 1000
    }

    public mutating func merge(_ other: HabitAverage) {
        weight += other.weight
        usual += other.usual
        spread += other.spread
        shareLate += other.shareLate
    }

    /// The portfolio's habit, or what is assumed where nothing is known: in whole days and hundredths, so that one
    /// customer's payment moves nobody else's place.
    public var habit: PayingHabit {
        guard weight > 0 else { return .assumed }
        return PayingHabit(
            usual: (usual / weight).rounded(), spread: max(1, (spread / weight).rounded()),
            shareLate: (shareLate / weight * 100).rounded() / 100)
    }
}
