/// Something that a payer's place has to do with: what it is about in a few words, and by how much it multiplies the
/// worth of a call (ARCHITECTURE.md §4).
public struct Reason: Sendable, Hashable {
    /// The rule of the strategy that the reason belongs to.
    public let rule: RuleName
    /// In hundredths: 150 multiplies by 1.5; 100 where it is only said.
    public let factor: Int
    /// The facts that the words are made of.
    public let detail: Detail
    /// Amounts in it need no code.
    private let base: Currency

    init(_ rule: RuleName, factor: Int = 100, _ detail: Detail, base: Currency) {
        self.rule = rule
        self.factor = factor
        self.detail = detail
        self.base = base
    }

    /// The same, without its factor.
    var withoutFactor: Reason { Reason(rule, detail, base: base) }

    /// Whole units, with the currency's code where it is not the book's.
    private func whole(_ money: Money) -> String {
        money.roundedToMajor + (money.currency == base ? "" : " \(money.currency.code)")
    }

    /// What the words are made of; they are only made for rows that are shown.
    public enum Detail: Sendable, Hashable {
        case worth(WorthWords)
        case beforeDue(Money, from: Day, by: Day, inDays: Int, usual: Int?, expected: Int)
        case age(Money, since: Day, daysPastDue: Int)
        case drift(days: Int, usual: Int)
        case silence(since: Day?)
        case followUpDue(why: String, day: Day, daysAgo: Int)
        case firstLate(Money, due: Day, payments: Int)
        case overLimit(exposure: Money, limit: Money, on: Day)
        /// Credits and cash cover the debt, and are still unmatched.
        case unmatchedCover(Money, since: Day)
        case noRate(Currency)
        case unknownHabit
        /// Promised, due, and not come; the level counts promises on the same items.
        case missingPromise(Money, of: Money, day: Day, level: Int)
        case promiseNotVerified(Money, day: Day, cashKnownTo: Day?)
        case planDefaulted(Money, since: Day)
        case returnedPayment(Money, day: Day)
        case claimNotFound(Money?, day: Day)
        case putOff(days: Int)
        /// A hold, or a wish not to be called, is to be looked at again.
        case reviewDue(String, since: Day)
        case step(ComingStep)
        case decision(DecisionCause)
    }

    /// `× 1.5`, or nothing where it doesn't multiply.
    public var factorText: String { factor == 100 ? "" : "\u{00D7} \(Reason.decimal(factor))" }

    /// Hundredths as a decimal: `1.5`, `1.25`, `2`.
    public static func decimal(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The reason as a row of the queue shows it, without the factor.
    public var text: String {
        switch detail {
        case .worth(let words): words.brief
        case .beforeDue(let money, let first, let last, let days, let usual, let expected):
            "before due: \(whole(money)) due "
                + (first == last
                    ? (days == 0 ? "today" : "in \(Reason.days(days)), \(first.short)")
                    : "by \(last.short), the first " + (days == 0 ? "today" : "in \(Reason.days(days))"))
                + (usual.map { $0 > 0 } ?? false
                    ? ", usually \(Reason.days(usual ?? 0)) late"
                    : ", expected about \(Reason.days(expected)) after it")
        case .age(let money, let since, let days):
            "oldest: \(whole(money)) due \(since.plain(today: since.advanced(by: days))), \(Reason.days(days)) late"
        case .drift(let days, let usual):
            usual > 0
                ? "\(Reason.days(days)) later than usual (\(usual))"
                : "\(Reason.days(days)) later than usual"
        case .silence(let since): since.map { "not spoken to since \($0.short)" } ?? "never spoken to"
        case .followUpDue(let why, let day, let ago):
            (ago == 0 ? "follow-up today" : "follow-up of \(day.short)") + (why.isEmpty ? "" : ": \(why)")
        case .firstLate(let money, let due, let payments):
            "first time late in \(payments) payments: \(whole(money)), due \(due.short)"
        case .overLimit(let exposure, let limit, let day):
            "over the limit: \(whole(exposure)) open on \(day.short), limit \(whole(limit))"
        case .missingPromise(let missing, let promised, let day, let level):
            (missing == promised
                ? "promise of \(whole(promised)) by \(day.short) broken"
                : "\(whole(missing)) of \(whole(promised)) promised by \(day.short) missing")
                + (level > 1 ? ", promise no. \(level)" : "")
        case .promiseNotVerified(let money, let day, let known):
            "\(whole(money)) promised by \(day.short), not verified" + Reason.cash(known)
        case .planDefaulted(let money, let since): "plan of \(since.short) defaulted, \(whole(money)) missing"
        case .returnedPayment(let money, let day): "payment of \(whole(money)) returned on \(day.short)"
        case .claimNotFound(let money, let day):
            (money.map { "\(whole($0)) " } ?? "payment ") + "said to be paid on \(day.short) not found"
        case .putOff(let days): days == 1 ? "put off before" : "put off on \(days) days"
        case .reviewDue(let what, let since): "look again: \(what), since \(since.short)"
        case .step(let step): step.brief
        case .decision(let cause): cause.text
        case .unmatchedCover(let money, let since):
            "\(whole(money)) in credits and cash not matched since \(since.short): ask what it is for"
        case .noRate(let currency):
            """
            no rate for \(currency.code), so its money doesn't count in the order: give one with :rate \
            \(currency.code)
            """
        case .unknownHabit: "nothing known yet about how customers pay"
        }
    }

    /// ` (payments known up to Fri 20 Nov)`.
    static func cash(_ known: Day?) -> String {
        known.map { " (payments known up to \($0.short))" } ?? " (no payments known yet)"
    }

    static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
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
        case .decided(let choice, let owner): "decided: \(choice.rawValue), \(owner) reviews"
        case .inWritingOnly: "in writing only"
        case .notDue: "not due"
        case .nothingOwed: "nothing owed"
        }
    }
}
