/// Something dated that is to happen with a payer.
public struct FollowUp: Hashable, Sendable, Codable {
    /// Who asked for it, and so how firm its day is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Our own next step.
        case followUp = "follow-up"
        /// A time agreed with the customer.
        case appointment
        /// What we told the customer we would do.
        case owed
    }

    /// What it is about, and so when it is over.
    public enum Purpose: String, Sendable, Codable, CaseIterable {
        /// Money that was open when it was agreed.
        case money
        /// Another try, after a call that reached no one: about money as well, and replaced by the next call.
        case retry
        /// The customer, whatever is open.
        case relationship
    }

    /// The entry that agreed it, by its place in the journal, and which of that entry's follow-ups it is.
    public var entry: Int64
    /// Which of the entry's follow-ups it is, counted from 0.
    public var nth: Int
    /// A step of ours, an appointment or something owed to the customer.
    public var kind: Kind
    /// The day on which it is due, in the book's zone.
    public var day: Day
    /// The agreed minute, for appointments.
    public var at: Instant?
    /// What it is for, in the caller's words; may be empty.
    public var why: String
    /// Who does it, by user name; empty where it is no one's in particular.
    public var owner: String
    /// The day on which it was agreed; money that fell overdue since then is news.
    public var since: Day
    /// What it is about, which decides when it is over.
    public var purpose: Purpose

    /// Creates a follow-up as the journal folds it; by default about money.
    public init(
        entry: Int64, nth: Int, kind: Kind, day: Day, at: Instant? = nil, why: String, owner: String, since: Day,
        purpose: Purpose = .money
    ) {
        self.entry = entry
        self.nth = nth
        self.kind = kind
        self.day = day
        self.at = at
        self.why = why
        self.owner = owner
        self.since = since
        self.purpose = purpose
    }

    /// Whether it is to be done now: from its day on, or for an appointment once its day has gone by. On its
    /// day an appointment waits for its minute, above the order of the queue.
    public func isDue(on today: Day) -> Bool { at == nil ? day <= today : day < today }

    /// The order in which they come: by day, the hour agreed, and then as they were agreed.
    public static func isEarlier(_ left: FollowUp, _ right: FollowUp) -> Bool {
        (left.day, left.at?.milliseconds ?? 0, left.entry, left.nth) < (
            right.day, right.at?.milliseconds ?? 0, right.entry, right.nth
        )
    }

    /// Whether it ended with the money that it was about: no debit that was there when it was agreed is open any more
    /// (DOMAIN.md §5, "Coverage"). A function of the facts: a payment that goes back brings the follow-up back.
    ///
    /// What we owe the customer stays, a deed or a balance in its favour, and so does a relationship call. A balance is
    /// no reason to try again whom no one reached about a debt.
    ///
    /// - Parameter accounts: the payer's, with what is open.
    func isOver(in accounts: [AccountFacts]) -> Bool {
        guard kind != .owed, purpose != .relationship else { return false }
        if accounts.contains(where: { $0.items.contains { $0.open > 0 && $0.issued <= since } }) { return false }
        return purpose == .retry || !accounts.contains { $0.hasBalanceForCustomer }
    }

    /// How later entries and commands name it.
    public var part: EntryPart { EntryPart(entry: entry, nth: nth) }
}

/// A follow-up as a call agrees it, before it has a place in the journal.
public struct PlannedFollowUp: Hashable, Sendable, Codable {
    /// A step of ours, an appointment or something owed to the customer.
    public var kind: FollowUp.Kind
    /// The day on which it is due, in the book's zone.
    public var day: Day
    /// The agreed minute; nil for anything but an appointment.
    public var at: Instant?
    /// What it is for, in the caller's words.
    public var why: String
    /// Who does it; empty means the author of the entry.
    public var owner: String

    /// Days; a follow-up further ahead needs a reason (DOMAIN.md §5, "Coverage").
    public static let furthestWithoutReason = 30

    /// Creates a follow-up as a caller plans it; the author of the entry does it unless an owner is given.
    public init(kind: FollowUp.Kind = .followUp, day: Day, at: Instant? = nil, why: String = "", owner: String = "") {
        self.kind = kind
        self.day = day
        self.at = at
        self.why = why
        self.owner = owner
    }
}
