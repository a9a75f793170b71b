/// A way of ordering payers that a backtest compares. The raw value is its name for machines.
public enum Contender: String, Hashable, Sendable, Codable, CaseIterable {
    /// The strategy in force.
    case strategy = "duly"
    /// The strategy of a file, next to the one in force.
    case other = "file"
    /// The payer of the oldest item first.
    case oldest
    case largestBalance = "largest open"
    case largestOverdue = "largest overdue"
    /// Σ overdue amount × days overdue.
    case overdueDays = "overdue x days"
    /// The mean of twenty orders by chance.
    case random
    /// Amount × expected days unpaid, by the payer's own payments and those of all; nothing else.
    case expectedDelay = "expected delay"

    /// What needs no history to follow: what callers do who have a list and a spreadsheet.
    public var isRuleOfThumb: Bool {
        switch self {
        case .oldest, .largestBalance, .largestOverdue, .overdueDays, .random: true
        case .strategy, .other, .expectedDelay: false
        }
    }

    /// As a list names it.
    public var name: String {
        switch self {
        case .strategy: "strategy in force"
        case .other: "strategy of the file"
        case .oldest: "oldest first"
        case .largestBalance: "largest balance"
        case .largestOverdue: "largest overdue"
        case .overdueDays: "overdue x days"
        case .random: "random"
        case .expectedDelay: "expected delay only"
        }
    }
}
