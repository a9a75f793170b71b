/// Why we leave a payer alone of our own accord, until somebody looks again (DOMAIN.md §5, "Holds"). The balance stays
/// in the ageing. What the ERP holds is a fact of the account (`Hold`) and is shown next to it.
public struct PayerHold: Hashable, Sendable, Codable {
    /// Where the journal recorded it; a release names it so.
    public var part: EntryPart
    /// Why the payer is not called.
    public var reason: HoldReason
    /// Who looks again on the review day.
    public var owner: String
    /// The day on which the owner looks at it again.
    public var review: Day
    /// The day on which it was decided.
    public var since: Day

    /// Creates the hold that an entry recorded; its author owns it unless it names someone.
    public init(part: EntryPart, _ planned: PlannedHold, since: Day, by author: String) {
        self.part = part
        reason = planned.reason
        owner = planned.owner.isEmpty ? author : planned.owner
        review = planned.review
        self.since = since
    }

    /// `insolvent, ana reviews on Thu 24 Dec`
    public var words: String { "\(reason.rawValue), \(owner) reviews on \(review.short)" }

    /// The review day that is proposed, in days (DOMAIN.md §5, result *i*).
    public static let usualDays = 30
}

/// Why the party is left alone.
public enum HoldReason: String, Sendable, Codable, NamedChoice {
    case insolvent
    case lawyer = "lawyer or agency"
    case factored
    case directDebit = "direct debit"
    case own = "own decision"

    /// Finds a reason by its name or the beginning of one of its words: `ins`, `agency`, `debit`, `own`.
    public init?(named text: some StringProtocol) {
        guard let found = HoldReason.beginning(with: text, orAlso: { $0 == .lawyer && "legal".hasPrefix($1) }) else {
            return nil
        }
        self = found
    }
}

/// As it is decided, before it has a place in the journal.
public struct PlannedHold: Hashable, Sendable, Codable {
    /// Why the payer is not called.
    public var reason: HoldReason
    /// Empty means the author of the entry.
    public var owner: String
    /// The day on which the owner looks at it again.
    public var review: Day

    /// Creates a hold as a caller decides it.
    public init(_ reason: HoldReason, owner: String = "", review: Day) {
        self.reason = reason
        self.owner = owner
        self.review = review
    }

    /// `hold: insolvent, review Thu 24 Dec`
    public var words: String {
        "hold: \(reason.rawValue), review \(review.short)" + (owner.isEmpty ? "" : " by \(owner)")
    }
}

/// The end of a hold, or of a wish not to be called.
public struct Release: Hashable, Sendable, Codable {
    /// What a release ends.
    public enum What: String, Sendable, Codable { case hold, noCall = "do not call" }

    /// Whether a hold or a wish not to be called ends.
    public var what: What
    /// The entry that recorded what ends.
    public var part: EntryPart

    /// Creates a release of one hold or wish.
    public init(_ what: What, _ part: EntryPart) {
        self.what = what
        self.part = part
    }
}

extension ContactLimits {
    /// What ends all holds of ours, or all wishes not to be called.
    public func releases(_ what: Release.What) -> [Release] {
        (what == .hold ? holds.map(\.part) : noCalls.map(\.part)).map { Release(what, $0) }
    }
}
