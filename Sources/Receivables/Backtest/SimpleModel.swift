/// Amount × expected days unpaid and nothing else: what the factors and the likelihood of a strategy have to beat.
struct SimpleModel {
    private let all: ResidualLife
    private let horizon: Int
    /// How many payments' worth all customers count next to a payer's own.
    private static let weight = 4.0

    /// - Parameter paid: all payments of the book so far, by days late.
    init(_ paid: DelayCounts, horizon: Int) {
        all = ResidualLife(paid)
        self.horizon = horizon
    }

    /// A payer's own payments.
    func own(_ facts: PayerFacts) -> ResidualLife {
        ResidualLife(facts.accounts.reduce(DelayCounts()) { $0.merged(with: $1.payments.all) })
    }

    /// - Parameter age: days past due.
    func unpaidDays(_ own: ResidualLife, age: Int) -> Double {
        let (usual, mine) = (all.unpaid(after: age, horizon: horizon), own.unpaid(after: age, horizon: horizon))
        // Where no payment ever came so late, nothing is known: half of the time.
        let mean = usual.payments > 0 ? Double(usual.days) / Double(usual.payments) : Double(horizon) / 2
        return (Double(mine.days) + SimpleModel.weight * mean) / (Double(mine.payments) + SimpleModel.weight)
    }
}

/// What the rules of thumb and the simple model make of a payer's items.
struct ItemScores {
    private(set) var hasItems = false
    private var oldest = -Double.infinity
    private var open = 0.0
    private var overdue = 0.0
    private var overdueDays = 0.0
    private var expected = 0.0

    /// - Parameters:
    ///   - amount: what is open, in minor units of the base currency.
    ///   - age: days past due.
    ///   - expected: days that it is expected to stay unpaid.
    mutating func add(_ amount: Double, age: Int, expected days: Double) {
        hasItems = true
        oldest = max(oldest, Double(age))
        open += amount
        if age > 0 {
            overdue += amount
            overdueDays += amount * Double(age)
        }
        expected += amount * days
    }

    subscript(rule: Contender) -> Double {
        switch rule {
        case .oldest: oldest
        case .largestBalance: open
        case .largestOverdue: overdue
        case .overdueDays: overdueDays
        case .expectedDelay: expected
        case .strategy, .other, .random: 0
        }
    }
}

extension Contender {
    /// Whether its score is one of `ItemScores`.
    var isScoredByItems: Bool {
        switch self {
        case .oldest, .largestBalance, .largestOverdue, .overdueDays, .expectedDelay: true
        case .strategy, .other, .random: false
        }
    }
}
