/// Why a payer stands where it does: rule, measure × weight = points, and a few words (DESIGN.md §4).
public struct Reason: Sendable, Hashable {
    public let rule: RuleName
    /// What was measured, in tenths of the rule's own unit.
    public let measure: Int
    public let weight: Int
    public let axis: Axis
    public let detail: Detail

    /// Measure × weight, rounded half-up: what the score adds up.
    public var points: Int { (measure * weight + 5) / 10 }

    init(_ rule: RuleName, measure: Int, weight: Int, axis: Axis? = nil, _ detail: Detail) {
        self.rule = rule
        self.axis = axis ?? rule.axis
        self.measure = measure
        self.weight = weight
        self.detail = detail
    }

    /// What the words are made of; they are only made for rows that are shown.
    public enum Detail: Sendable, Hashable {
        case stake(Money, furtherDays: Int)
        case oldest(daysPastDue: Int)
        case drift(days: Int, usual: Int)
        case followUpDue(why: String, day: Day, daysAgo: Int)
        case firstLate(payments: Int)
        case largeDue(number: String, amount: Money, inDays: Int)
        case overLimit(percent: Int)
        case noContact(days: Int?)
        case noRate(Currency)
        /// Promised, due, and not come; the level counts promises on the same items.
        case missingPromise(Money, of: Money, day: Day, level: Int)
        case promiseNotVerified(Money, day: Day, cashKnownTo: Day?)
        case planDefaulted(Money)
        case claimNotFound(Money?, day: Day)
        case putOff(days: Int)
        /// A hold, or a wish not to be called, is to be looked at again.
        case reviewDue(String, since: Day)
        case step(ComingStep)
    }

    public var text: String {
        switch detail {
        case .stake(let money, let days):
            "\(money.roundedToMajor) \(money.currency.code) at stake, \(Reason.days(days)) more expected"
        case .oldest(let days): "oldest \(Reason.days(days)) past due"
        case .drift(let days, let usual):
            usual > 0 ? "\(Reason.days(days)) beyond its usual \(usual)" : "\(Reason.days(days)) beyond its usual day"
        case .followUpDue(let why, let day, let ago):
            (ago == 0 ? "follow-up today" : "follow-up of \(day.short)") + (why.isEmpty ? "" : ": \(why)")
        case .firstLate(let payments): "first time late in \(payments) payments"
        case .largeDue(let number, let amount, let days):
            "\(number) \(amount.roundedToMajor) due " + (days == 0 ? "today" : "in \(Reason.days(days))") + ", pays late"
        case .overLimit(let percent): "limit \(percent) % used"
        case .noContact(let days): days.map { "no contact for \(Reason.days($0))" } ?? "never spoken to"
        case .missingPromise(let missing, let promised, let day, let level):
            (missing == promised ? "promise broken, " : "promise partly kept, missing ")
                + "\(missing.roundedToMajor) by \(day.short)" + (level > 1 ? ", promise no. \(level)" : "")
        case .promiseNotVerified(let money, let day, let known):
            "\(money.roundedToMajor) promised by \(day.short), not verified" + Reason.cash(known)
        case .planDefaulted(let money): "plan defaulted, \(money.roundedToMajor) missing"
        case .claimNotFound(let money, let day):
            (money.map { "\($0.roundedToMajor) " } ?? "payment ") + "claimed for \(day.short) not found"
        case .putOff(let days): days == 1 ? "put off before" : "put off on \(days) days"
        case .reviewDue(let what, let since): "look again: \(what), since \(since.short)"
        case .step(let step): step.brief
        case .noRate(let currency): "no rate for \(currency.code), so no points for its money"
        }
    }

    /// ` (cash known to Fri 20 Nov)`, or nothing where none is.
    static func cash(_ known: Day?) -> String { known.map { " (cash known to \($0.short))" } ?? " (no cash known yet)" }

    static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    /// Most points first; the money before the rest where they tie, so that rows read alike.
    static func isBefore(_ left: Reason, _ right: Reason) -> Bool {
        left.points != right.points ? left.points > right.points : left.rule.rawValue < right.rule.rawValue
    }
}

extension RestReason {
    /// In a few words, as lists show it.
    public var text: String {
        switch self {
        case .followUp(let why): why.isEmpty ? "follow-up" : "follow-up: \(why)"
        case .appointment: "appointment"
        case .quietAfterContact: "quiet after contact"
        case .calledEnough: "called enough"
        case .matchCashFirst: "match cash first"
        case .everythingDisputed: "everything disputed"
        case .promisePending(let day): "promise pending, by \(day.short)"
        case .promiseNotVerified(let known): "promise due, not verified" + Reason.cash(known)
        case .plan(let day): "plan, next instalment by \(day.short)"
        case .awaitingApproval: "awaiting approval"
        case .claimedPayment(let day): "claimed payment of \(day.short)"
        case .hold(let reason): reason.isEmpty ? "hold in the ERP" : "hold in the ERP: \(reason)"
        case .held(let reason, let owner): "hold: \(reason.rawValue), \(owner) reviews"
        case .inWritingOnly: "in writing only"
        case .notDue: "not due"
        case .nothingOwed: "nothing owed"
        }
    }
}
