/// Where a payer stands on a day: its place in the queue or its rest, and everything that led there.
public struct Standing: Sendable, Hashable {
    /// Whether the payer is to be worked, rests or has nothing open.
    public var place: QueuePlace
    /// The tier within the queue; `.resting` for a payer that isn't in it.
    public var tier: Tier
    /// The cell of the matrix: urgent or not, valuable or not.
    public var cell: MatrixCell
    /// Per currency, the largest stake (then the largest open amount) first.
    public var figures: [Figures]
    /// The worth, what multiplies it, and what has to be said with it; what puts the row above others comes first.
    public var reasons: [Reason]
    /// What doesn't multiply: age, silence, drift.
    public var facts: [Reason]
    /// The worth in words; nil where nothing is at stake.
    public var worthWords: WorthWords?
    /// The worth of a call, in minor units of the base currency × days.
    public var worth: Int64
    /// What the factors come to, in hundredths, no higher than the strategy allows.
    public var product: Int
    /// `Score.of(worth, product)`.
    public var score: Int
    /// Money at stake in minor units of the base currency, as far as there are rates.
    public var stakeInBase: Int64
    /// The money is expected to stay unpaid for most of the days ahead, or something is due today.
    public var isUrgent: Bool
    /// The next dated thing that happens with the payer.
    public var next: NextAction
    /// What was promised, did not come and was not spoken about since, in minor units of the base currency.
    public var missingInBase: Int64
    /// Whether a broken promise puts the payer at the head of the queue only if it is of high value.
    public var headsIfValuable: Bool

    /// What orders rows within a tier, most first: the score, then the money. Broken promises as well: by what is
    /// missing they brought in less in sixty simulated days, for a large sum is not always one that a call moves.
    public var weight: Int64 {
        // A score stays below 2¹³, so both fit, and one number makes the order.
        Int64(score) << 40 + min(max(stakeInBase, 0), 1 << 40 - 1)
    }

    /// Whether there is nothing to ask for, now or soon, in any currency, with a rate or without.
    public var isWithoutStake: Bool { figures.allSatisfy { $0.stake <= 0 } }

    /// Whether a promise was broken that no one has spoken about.
    public var isBroken: Bool { missingInBase > 0 }

    /// Whether nothing is overdue that could be asked for: the call comes before the due day.
    public var isBeforeDue: Bool { reasons.contains { $0.rule == .beforeDue } }

    /// Settles what depends on all other payers: the cell, and whether a broken promise heads the queue.
    public mutating func settle(highStake: Int64) {
        let isValuable = stakeInBase > 0 && stakeInBase >= highStake
        cell = MatrixCell(urgent: isUrgent, valuable: isValuable)
        if isValuable, headsIfValuable { tier = .brokenPromise }
    }

    /// How many points each reason adds to the score, in the order of `reasons`: the worth its own, each factor what it
    /// adds to those before it. They add up to the score.
    public var points: [Int] {
        var (product, sum) = (1.0, 0)
        var points = [Int](repeating: 0, count: reasons.count)
        for (place, reason) in reasons.enumerated() where reason.rule == .worth || reason.rule == .beforeDue {
            sum = Score.of(worth, product: 100, currencyUnit: base.minorPerMajor)
            points[place] = sum
        }
        for (place, reason) in reasons.enumerated() where reason.factor != 100 {
            product *= Double(reason.factor) / 100
            let next = Score.of(
                worth, product: min(Int((product * 100).rounded()), self.product), currencyUnit: base.minorPerMajor)
            points[place] = next - sum
            sum = next
        }
        return points
    }

    /// The book's base currency, in which worth and stake are.
    public var base: Currency
    /// The items behind the worth, the most worth first; only where they were asked for.
    public var askedItems: [AskedItem]
}

/// Either somebody has to do something now, or it is known until when not and why: nothing in between.
public enum QueuePlace: Sendable, Hashable {
    case queue(QueueTask)
    case rests(until: Day, why: RestReason)
    /// Nothing is open and nothing agreed.
    case clear
}

extension QueuePlace {
    /// `call`, `to decide`, `rests: promise pending, by Fri 27 Nov`.
    public var word: String {
        switch self {
        case .queue(let task): task.rawValue
        case .rests(_, let why): "rests: \(why.text)"
        case .clear: "nothing open"
        }
    }
}

/// What the queue asks for.
public enum QueueTask: String, Sendable, Codable, CaseIterable {
    case call
    case smallBalance = "small balances"
    /// They asked not to be called at all.
    case inWriting = "in writing"
    /// No number on file is left to dial.
    case missingContact = "missing contact"
    /// Calling has gone on for long enough: somebody decides how it goes on.
    case decision = "to decide"
}

/// The four tiers of the queue (DOMAIN.md §5), uppermost first, with the caller's hand above and below them.
/// Appointments are drawn above the stored order.
public enum Tier: Int, Sendable, Codable, Comparable {
    case pinned = 0
    case appointment, brokenPromise, owedToday, byScore
    /// Put off within today.
    case later
    case resting = 9

    /// As files and lists name it.
    public var title: String {
        switch self {
        case .pinned: "pinned"
        case .appointment: "appointment"
        case .brokenPromise: "broken promise"
        case .owedToday: "owed today"
        case .byScore: "by score"
        case .later: "put off"
        case .resting: "resting"
        }
    }

    /// Whether the left tier stands above the right one.
    public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}

/// Urgent × valuable.
public enum MatrixCell: String, Sendable, Codable, CaseIterable {
    case now, soon, quick, watch

    /// Finds the cell of a payer.
    public init(urgent: Bool, valuable: Bool) {
        self =
            switch (urgent, valuable) {
            case (true, true): .now
            case (false, true): .soon
            case (true, false): .quick
            case (false, false): .watch
            }
    }

    /// Whether it is one of the two cells of urgent payers.
    public var isUrgent: Bool { self == .now || self == .quick }

    /// `Now`, `Soon`, …
    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Why a payer is not to be called for now, with the facts that its words need.
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
    /// It was decided how it goes on; who looks again.
    case decided(Decision.Choice, owner: String)
    /// They asked not to be called, and have been written to or will be.
    case inWritingOnly
    case notDue
    /// Only credits or unmatched cash are open.
    case nothingOwed
}

/// The money of a payer in one currency, in minor units (DOMAIN.md §2).
public struct Figures: Sendable, Hashable {
    /// The currency of all the figures; payers with several have several `Figures`.
    public var currency: Currency
    /// All open items, credits included, before unapplied cash: the exposure.
    public var open: Int64 = 0
    /// Open debit items that are 1 or more days past due.
    public var overdue: Int64 = 0
    /// Overdue, less what is disputed, promised or planned on each item; never below zero.
    public var collectable: Int64 = 0
    /// Overdue and to be asked for: collectable, less credits and cash on account and what was claimed to be paid.
    public var toCollect: Int64 = 0
    /// Falls due within the look-ahead, is expected late, and was not called about: to be asked about.
    public var dueSoon: Int64 = 0
    /// The first and the last due day of it.
    public var firstDue: Day?
    /// The last due day of `dueSoon`; nil where nothing is due soon.
    public var dueBy: Day?
    /// The due day of the oldest item that is to be collected.
    public var oldestDue: Day?
    /// Money at stake: to collect and due soon.
    public var stake: Int64 = 0
    /// The part of the open items under an unresolved dispute.
    public var disputed: Int64 = 0
    /// The part of the open items that is promised or planned and still awaited.
    public var promised: Int64 = 0
    /// Open credit notes: zero or negative.
    public var credits: Int64 = 0
    /// Unmatched cash: zero or negative.
    public var unapplied: Int64 = 0
    /// Of the oldest item with something collectable; nil where there is none.
    public var oldestDaysPastDue: Int?

    /// Creates figures of 0.
    public init(currency: Currency) { self.currency = currency }

    /// One of the figures as money.
    public func money(_ figure: KeyPath<Figures, Int64>) -> Money { Money(minor: self[keyPath: figure], currency) }
}
