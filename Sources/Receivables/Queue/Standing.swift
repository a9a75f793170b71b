/// Where a payer stands on a day: its place in the queue or its rest, and everything that led there.
public struct Standing: Sendable, Hashable {
    public var place: Place
    public var tier: Tier
    public var cell: Cell
    /// Per currency, the largest stake (then the largest open amount) first.
    public var figures: [Figures]
    public var reasons: [Reason]
    /// Money at stake in minor units of the base currency, as far as there are rates.
    public var stakeInBase: Int64
    public var next: NextAction
    /// What was promised, did not come and was not spoken about since, in minor units of the base currency.
    public var missingInBase: Int64 = 0

    /// What orders rows within a tier, most first: broken promises by what is missing, everything else by score
    /// (DOMAIN.md §5, "Order").
    public var weight: Int64 { tier == .brokenPromise ? missingInBase : Int64(score) }

    /// Whether there is nothing to ask for, now or soon, in any currency, with a rate or without.
    public var isWithoutStake: Bool { figures.allSatisfy { $0.stake <= 0 } }

    public var urgency: Int { points(on: .urgency) }
    public var value: Int { points(on: .value) }
    public var score: Int { urgency + value }

    private func points(on axis: Axis) -> Int {
        reasons.reduce(0) { $1.axis == axis ? $0 + $1.points : $0 }
    }
}

/// Either somebody has to do something now, or it is known until when not and why: nothing in between.
public enum Place: Sendable, Hashable {
    case queue(QueueTask)
    case rests(until: Day, why: RestReason)
    /// Nothing is open and nothing agreed.
    case clear
}

/// What the queue asks for.
public enum QueueTask: String, Sendable, Codable, CaseIterable {
    case call
    case smallBalance = "small balances"
    /// They asked not to be called at all.
    case inWriting = "in writing"
    /// No number on file is left to dial.
    case missingContact = "missing contact"
}

/// The four tiers of the queue (DOMAIN.md §5), uppermost first, with the caller's hand above and below them.
/// Appointments are drawn above the stored order.
public enum Tier: Int, Sendable, Codable, Comparable {
    case pinned = 0
    case appointment, brokenPromise, owedToday, byScore
    /// Put off within today.
    case later
    case resting = 9

    public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}

/// Urgent × valuable.
public enum Cell: String, Sendable, Codable, CaseIterable {
    case now, soon, quick, watch

    public init(urgent: Bool, valuable: Bool) {
        self =
            switch (urgent, valuable) {
            case (true, true): .now
            case (false, true): .soon
            case (true, false): .quick
            case (false, false): .watch
            }
    }

    public var isUrgent: Bool { self == .now || self == .quick }

    /// `Now`, `Soon`, …
    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

public enum RestReason: Sendable, Hashable, Codable {
    case followUp(String)
    case appointment(Instant)
    case quietAfterContact
    case calledEnough
    case matchCashFirst
    case everythingDisputed
    /// Until the window of what was promised is over.
    case promisePending(by: Day)
    /// The window is over, but cash isn't known up to its end.
    case promiseNotVerified(cashKnownTo: Day?)
    case plan(by: Day)
    case awaitingApproval
    case claimedPayment(Day)
    /// In the ERP, for the reason that it gives.
    case hold(String)
    /// By us; who looks again.
    case held(HoldReason, owner: String)
    /// They asked not to be called, and have been written to or will be.
    case inWritingOnly
    case notDue
    /// Only credits or unmatched cash are open.
    case nothingOwed
}

/// The money of a payer in one currency, in minor units (DOMAIN.md §2).
public struct Figures: Sendable, Hashable {
    public var currency: Currency
    /// All open items, credits included, before unapplied cash: the exposure.
    public var open: Int64 = 0
    public var overdue: Int64 = 0
    public var collectable: Int64 = 0
    /// Collectable, and what falls due soon and is expected to be late.
    public var stake: Int64 = 0
    public var disputed: Int64 = 0
    public var promised: Int64 = 0
    /// Open credit notes: zero or negative.
    public var credits: Int64 = 0
    /// Unmatched cash: zero or negative.
    public var unapplied: Int64 = 0
    /// Of the oldest item with something collectable; nil where there is none.
    public var oldestDaysPastDue: Int?

    public init(currency: Currency) { self.currency = currency }

    public func money(_ figure: KeyPath<Figures, Int64>) -> Money { Money(minor: self[keyPath: figure], currency) }
}
