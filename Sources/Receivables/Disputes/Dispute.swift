/// A case about one item that the customer will not pay, or not all of, until it is answered (DOMAIN.md §4).
public struct Dispute: Hashable, Sendable {
    /// Where the journal opened the case; lists and commands name it so.
    public var part: EntryPart
    /// The day on which the customer raised it.
    public var opened: Day
    /// The item that it is about.
    public var item: ItemKey
    /// How much of the item; nil for all that is open.
    public var amount: Money?
    /// What the customer says is wrong; it decides the usual owner and the remedy.
    public var reason: DisputeReason
    /// The department that has to answer.
    public var owner: String
    /// By when.
    public var due: Day
    /// What the customer said, in the caller's words.
    public var text: String
    /// How far the case has come.
    public var state: State

    /// How far a case has come (DOMAIN.md §4).
    public enum State: Hashable, Sendable {
        case open
        /// The owner has answered; the customer is to be told.
        case answered(on: Day, text: String)
        case resolved(Outcome, on: Day, seq: Int64)
        /// Its item is no longer open, so no answer is needed. Derived from the facts and not in the journal: a payment
        /// that goes back opens the case again.
        case closed(Closing)
    }

    /// What closed the item of a case that no one had resolved.
    public enum Closing: String, Sendable, CaseIterable {
        case paid
        /// By a credit, a write-off or an adjustment.
        case credited
    }

    /// How a case was resolved.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// The customer is right: paused until the credit is seen.
        case valid
        /// Collectable at once.
        case notValid = "not valid"
        case withdrawn

        /// Reads an outcome by name, in any case and with or without spaces; nil for other words.
        public init?(named text: some StringProtocol) {
            func plain(_ name: some StringProtocol) -> String { name.lowercased().filter(\.isLetter) }
            guard let found = Outcome.allCases.first(where: { plain($0.rawValue) == plain(text) }) else { return nil }
            self = found
        }
    }

    /// Creates a case as the journal folds it, by default open.
    public init(
        part: EntryPart, opened: Day, item: ItemKey, amount: Money?, reason: DisputeReason, owner: String, due: Day,
        text: String = "", state: State = .open
    ) {
        self.part = part
        self.opened = opened
        self.item = item
        self.amount = amount
        self.reason = reason
        self.owner = owner
        self.due = due
        self.text = text
        self.state = state
    }

    /// Business days in which a credit is to be seen once a dispute was found valid.
    public static let creditDays = 10

    /// Whether the case has ended: resolved, or its item is closed.
    public var isResolved: Bool {
        switch state {
        case .open, .answered: false
        case .resolved, .closed: true
        }
    }

    /// The word for lists, filters and JSON.
    public var word: String {
        switch state {
        case .open: "open"
        case .answered: "answered"
        case .resolved(let outcome, _, _): outcome.rawValue
        case .closed(let closing): closing.rawValue
        }
    }

    /// All words, for those who filter by one.
    public static let words =
        ["open", "answered"] + Outcome.allCases.map(\.rawValue) + Closing.allCases.map(\.rawValue)

    /// When its owner has to have done the next thing: answer, or have the credit booked. nil once nothing is to
    /// be done.
    public func deadline(_ calendar: BusinessCalendar) -> Day? {
        switch state {
        case .open: due
        case .resolved(.valid, let day, _): calendar.adding(Dispute.creditDays, to: day)
        case .answered, .resolved, .closed: nil
        }
    }

    /// The part of an item that is not to be asked for, in minor units: it pauses only its part, and a valid one
    /// until the credit is seen.
    ///
    /// - Parameters:
    ///   - item: the disputed item, with what is open of it.
    ///   - corrections: credits, write-offs and adjustments on the item, with what went back taken off.
    public func paused(of item: Item, corrections: [MoneySeen]) -> Int64 {
        let whole = max(0, item.open)
        switch state {
        case .open, .answered: return min(amount?.minor ?? whole, whole)
        case .resolved(.valid, _, let seq):
            let credited = corrections.filter { $0.seen > seq }.reduce(Int64(0)) { $0.saturatingAdd($1.amount.minor) }
            // Of a case about all of the item any credit is the answer: what is left is owed.
            guard let amount else { return credited > 0 ? 0 : whole }
            return min(max(0, amount.minor - credited), whole)
        case .resolved, .closed: return 0
        }
    }
}

/// A dispute as a call notes it.
public struct PlannedDispute: Hashable, Sendable, Codable {
    /// The item that the customer will not pay.
    public var item: ItemKey
    /// How much of it is disputed; nil for all that is open.
    public var amount: Money?
    /// What the customer says is wrong.
    public var reason: DisputeReason
    /// The department that has to answer; it is filled in from the rules where it was left empty.
    public var owner: String
    /// The day by which the owner has to answer.
    public var due: Day
    /// What the customer said, in the caller's words.
    public var text: String

    /// Creates a dispute as a call notes it. With an empty `owner` it goes to the department that usually answers such
    /// cases.
    public init(
        item: ItemKey, amount: Money? = nil, reason: DisputeReason, owner: String = "", due: Day, text: String = ""
    ) {
        self.item = item
        self.amount = amount
        self.reason = reason
        self.owner = owner.isEmpty ? reason.usualOwner : owner
        self.due = due
        self.text = text
    }

    /// Business days that an owner has where no one says otherwise.
    public static let usualDays = 5
}

/// What the owner of a dispute answered, or how it ended.
public struct DisputeStep: Hashable, Sendable, Codable {
    /// The case that the step belongs to.
    public var dispute: EntryPart
    /// nil for an answer that doesn't end it.
    public var outcome: Dispute.Outcome?

    /// Creates a step; without an outcome it is an answer that leaves the case open.
    public init(_ dispute: EntryPart, outcome: Dispute.Outcome? = nil) {
        self.dispute = dispute
        self.outcome = outcome
    }
}
