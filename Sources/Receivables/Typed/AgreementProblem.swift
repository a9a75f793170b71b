/// Why what was typed about a promise, a payment, a dispute or a plan can't be put on record as it stands.
public enum AgreementProblem: Error, Hashable, Sendable {
    case amount(AmountProblem)
    case day(DayProblem)
    case plan(PlanProblem)
    case nothingOpen
    /// Nothing overdue that isn't disputed or promised already: an amount has to be named.
    case nothingFree
    case unknownItem(String)
    case severalItems(String)
    case otherCurrency(Currency, Currency)
    case noItem
    case noReason
    case unknownReason(String)
    case tooMuch(String)
    case noSize
    case noCadence(String)
    case nothingToReplace

    public var sentence: String {
        switch self {
        case .amount(let problem): problem.sentence
        case .day(let problem): problem.sentence
        case .plan(let problem): problem.sentence
        case .nothingOpen: "nothing is open"
        case .nothingFree: "nothing overdue is free of disputes and promises: name an amount"
        case .unknownItem(let word): "no open item \u{201C}\(word)\u{201D}"
        case .severalItems(let word): "\u{201C}\(word)\u{201D} is the number of several open items"
        case .otherCurrency(let one, let other): "that is \(one.code), the item is in \(other.code)"
        case .noItem: "which item?"
        case .noReason: "why? \(AgreementProblem.reasons)"
        case .unknownReason(let word): "\u{201C}\(word)\u{201D} is no reason: \(AgreementProblem.reasons)"
        case .tooMuch(let word): "what is \u{201C}\(word)\u{201D}?"
        case .noSize: "how many? 3x, or 500 each"
        case .noCadence(let word): "\u{201C}\(word)\u{201D}: weekly, fortnightly, monthly, eom, 10d"
        case .nothingToReplace: "there is no pending promise to replace"
        }
    }

    private static let reasons = DisputeReason.sayable.map(\.rawValue).joined(separator: ", ")
}
