/// The rules that say something about a payer's place, by the names that reports and files use.
public enum RuleName: String, Sendable, Codable, CaseIterable {
    /// Amount × expected days unpaid × likelihood: what makes the order.
    case worth

    // Known to the caller and not to the ledger: they multiply the worth.
    case brokenPromise = "broken promise"
    case planDefaulted = "plan defaulted"
    case returnedPayment = "returned payment"
    case claimNotFound = "claim not found"
    case followUpDue = "follow-up due"
    case step = "cadence step"
    case firstLate = "first late"
    case overLimit = "over limit"

    // Facts. They are shown, and multiply only if a strategy says so.
    case age
    case silence
    case drift
    case putOff = "put off"

    // Only said.
    case beforeDue = "before due"
    case toDecide = "to decide"
    case reviewDue = "review due"
    case promiseNotVerified = "promise not verified"
    case unmatchedCover = "cover not matched"
    case noRate = "no rate"
    case unknownHabit = "nothing known"

    /// Rules that can have a factor.
    public static let multiplying: [RuleName] = [
        .brokenPromise, .planDefaulted, .returnedPayment, .claimNotFound, .followUpDue, .step, .firstLate, .overLimit,
        .age, .silence,
        .drift, .putOff,
    ]

    /// What happened. Rules about one event count once, by the highest of their factors.
    enum Event: Hashable { case moneyDidNotCome, ourNextStep, itself(RuleName) }

    var event: Event {
        switch self {
        case .brokenPromise, .planDefaulted, .returnedPayment, .claimNotFound: .moneyDidNotCome
        case .followUpDue, .step: .ourNextStep
        default: .itself(self)
        }
    }
}
