/// Why what was typed about a promise, a payment, a dispute or a plan can't be put on record as it stands.
public enum AgreementProblem: Error, Hashable, Sendable {
    case amount(AmountProblem)
    case day(DayProblem)
    /// A promise is for a day to come.
    case pastPromise(Day)
    case plan(PlanProblem)
    case nothingOpen
    /// Nothing overdue that isn't disputed or promised already: an amount has to be named.
    case nothingFree
    /// All but an amount, where all is no more than that.
    case allIsLess(Money)
    case unknownItem(String)
    /// A number, or an ending, that several open items have.
    case severalItems(String, [NamedItem])
    case otherCurrency(Currency, Currency)
    /// No item was named, and several are open.
    case whichItem([NamedItem])
    case noItem
    case noReason
    case unknownReason(String)
    case tooMuch(String)
    case noSize
    case noCadence(String)
    case nothingToReplace

    /// What is missing or wrong, as the caller reads it next to what they typed.
    public var sentence: String {
        switch self {
        case .amount(let problem): problem.sentence
        case .day(let problem): problem.sentence
        case .pastPromise(let day): "\(day.full) is past: a promise is for today or later"
        case .plan(let problem): problem.sentence
        case .nothingOpen: "nothing is open"
        case .nothingFree: "nothing overdue is free of disputes and promises: name an amount"
        case .allIsLess(let all): "all that is overdue and free is \(all.withCurrency)"
        case .unknownItem(let word): "no open item \u{201C}\(word)\u{201D}"
        case .severalItems(let word, let items):
            "which \u{201C}\(word)\u{201D}? \(items.map(\.name).joined(separator: " or "))"
        case .otherCurrency(let one, let other): "that is \(one.code), the item is in \(other.code)"
        case .whichItem(let items): "which item? \(items.prefix(9).map(\.name).joined(separator: ", "))"
        case .noItem: "which item?"
        case .noReason: "why? \(AgreementProblem.reasons)"
        case .unknownReason(let word): "\u{201C}\(word)\u{201D} is no reason; which is it? \(AgreementProblem.reasons)"
        case .tooMuch(let word): "what is \u{201C}\(word)\u{201D}?"
        case .noSize: "how many? 3x, or 500 each"
        case .noCadence(let word): "\u{201C}\(word)\u{201D}: weekly, fortnightly, monthly, eom, 10d"
        case .nothingToReplace: "there is no pending promise to replace"
        }
    }

    private static let reasons = DisputeReason.sayable.map(\.rawValue).joined(separator: ", ")
}
