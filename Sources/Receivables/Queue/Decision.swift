/// How it goes on with a payer whom calling has not helped (DOMAIN.md §5, "To decide").
public struct Decision: Hashable, Sendable, Codable {
    /// What can be decided, in the order of escalation.
    public enum Choice: String, Sendable, Codable, NamedChoice {
        case keepCalling = "keep calling"
        case stopSupply = "stop supply"
        case finalDemand = "final demand"
        case agency = "agency or lawyer"
        case insurer = "credit insurer"
        case writeOff = "write-off"

        /// Finds a choice by its name or the beginning of one of its words: `keep`, `agency`, `write`.
        public init?(named text: some StringProtocol) {
            guard let found = Choice.beginning(with: text) else { return nil }
            self = found
        }

        /// Days until somebody looks again, if no day is given.
        public var usualDays: Int {
            switch self {
            case .keepCalling, .stopSupply: 30
            case .finalDemand: 14
            case .agency, .insurer, .writeOff: 90
            }
        }
    }

    /// Where the journal recorded it.
    public var part: EntryPart
    /// What was decided.
    public var choice: Choice
    /// Who looks again on the review day.
    public var owner: String
    /// The day on which the owner looks at it again.
    public var review: Day
    /// The day on which it was decided.
    public var since: Day

    /// Creates the decision that an entry recorded; its author owns it unless it names someone.
    public init(part: EntryPart, _ planned: PlannedDecision, since: Day, by author: String) {
        self.part = part
        choice = planned.choice
        owner = planned.owner.isEmpty ? author : planned.owner
        review = planned.review
        self.since = since
    }

    /// `stop supply, ana reviews on Thu 24 Dec`
    public var words: String { "\(choice.rawValue), \(owner) reviews on \(review.long)" }
}

/// As it is decided, before it has a place in the journal.
public struct PlannedDecision: Hashable, Sendable, Codable {
    /// What is decided.
    public var choice: Decision.Choice
    /// Empty means the author of the entry.
    public var owner: String
    /// The day on which the owner looks at it again.
    public var review: Day

    /// Creates a decision as it is made; the author of the entry owns it unless an owner is given.
    public init(_ choice: Decision.Choice, owner: String = "", review: Day) {
        self.choice = choice
        self.owner = owner
        self.review = review
    }

    /// `decided: stop supply, review Thu 24 Dec`
    public var words: String {
        "decided: \(choice.rawValue), review \(review.long)" + (owner.isEmpty ? "" : " by \(owner)")
    }
}

/// Why somebody has to decide about a payer.
public enum DecisionCause: Hashable, Sendable {
    /// So many right-party contacts, the first of them on a day, and no money since.
    case spokenToInVain(contacts: Int, since: Day)
    /// The oldest item is so many days late, and the newest payment came on a day, if any did.
    case nothingPaid(daysLate: Int, lastPayment: Day?)
    /// What was decided is to be looked at again.
    case review(Decision)

    /// The cause as the batch *to decide* shows it: `3 conversations since Mon 2 Nov and no money`.
    public var text: String {
        switch self {
        case .spokenToInVain(let contacts, let since): "\(contacts) conversations since \(since.short) and no money"
        case .nothingPaid(let days, let last):
            "\(days) days late, " + (last.map { "last payment on \($0.long)" } ?? "no payment known")
        case .review(let decision): "look again: \(decision.words)"
        }
    }
}

extension PayerFacts {
    /// Why the caller's queue is not the place for this payer any more; nil where it is.
    ///
    /// - Parameter oldest: the oldest item of which something can be asked for.
    func causeForDecision(oldest: Item?, portfolio: RankingBasis, rule: DecisionRule, on day: Day) -> DecisionCause? {
        guard let oldest else { return nil }
        if let decision = limits.decision {
            if decision.review <= day, decision.choice != .keepCalling { return .review(decision) }
            if decision.review > day { return nil }
        }
        let lastMoney = accounts.flatMap { facts in [facts.payments.last].compactMap { $0 } + facts.unapplied.map(\.day)
        }
        .filter { $0 <= day }.max()
        // What was spoken about before the oldest debt of today was overdue was another debt.
        let about = tally.rightParties.filter { $0 > oldest.due }
        if rule.contacts > 0, about.count >= rule.contacts {
            let first = about[rule.contacts - 1]
            if lastMoney.map({ $0 < first }) ?? true { return .spokenToInVain(contacts: rule.contacts, since: first) }
        }
        let start = day.advanced(by: -rule.days)
        let late = oldest.daysPastDue(on: day)
        // Where payments aren't known for that long, no one can say that there were none.
        guard rule.days > 0, late >= rule.days, let known = portfolio.paymentsSince, known <= start else { return nil }
        return lastMoney.map { $0 <= start } ?? true ? .nothingPaid(daysLate: late, lastPayment: lastMoney) : nil
    }
}
