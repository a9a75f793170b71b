/// A promise to pay, or an instalment of a plan, which is judged like one (DOMAIN.md §4).
public struct Promise: Hashable, Sendable {
    /// Where the journal recorded it, or the plan that it is an instalment of.
    public var part: EntryPart
    /// Which instalment of the plan `part`, counted from 0; nil for a promise of its own.
    public var instalment: Int?
    /// The day on which it was recorded. What keeps it must have been seen after its entry.
    public var made: Day
    /// How much was promised, above zero.
    public var amount: Money
    /// The day by which the customer said it would be paid.
    public var day: Day
    /// Who promised; empty where not noted.
    public var who: String
    /// By which way it was given.
    public var channel: PromiseChannel
    /// The covered items, in the order in which they are meant to be paid.
    public var shares: [Share]
    /// The customer named the items, rather than us choosing the oldest.
    public var namesItems: Bool
    /// The newest promise that took over some or all of it.
    public var replacement: Replacement?
    /// What replacements took over, in minor units.
    public var takenOver: Int64

    /// Another promise that took over some or all of this one.
    public struct Replacement: Hashable, Sendable, Codable {
        /// The promise that took over.
        public var by: EntryPart
        /// The day on which it was recorded.
        public var on: Day

        /// Creates a reference to the promise that took over.
        public init(by: EntryPart, on: Day) {
            self.by = by
            self.on = on
        }
    }

    /// Creates a promise as the journal holds it.
    public init(
        part: EntryPart, instalment: Int? = nil, made: Day, amount: Money, day: Day, who: String = "",
        channel: PromiseChannel = .call, shares: [Share] = [], namesItems: Bool = false,
        replacement: Replacement? = nil,
        takenOver: Int64 = 0
    ) {
        self.part = part
        self.instalment = instalment
        self.made = made
        self.amount = amount
        self.day = day
        self.who = who
        self.channel = channel
        self.shares = shares
        self.namesItems = namesItems
        self.replacement = replacement
        self.takenOver = takenOver
    }

    /// Minor units that are still this promise's own.
    public var remaining: Int64 { max(0, amount.minor - takenOver) }

    /// Whether another promise stands in its place altogether.
    public var isReplaced: Bool { remaining == 0 }

    /// Gives over to another promise what that covers of the same items; all of it, where neither names any or
    /// nothing of its shares is left.
    mutating func giveOver(to cover: inout [Share], of other: EntryPart, on day: Day) {
        for place in shares.indices {
            guard let match = cover.firstIndex(where: { $0.item == shares[place].item }) else { continue }
            let part = min(shares[place].left, cover[match].amount)
            shares[place].takenOver += part
            takenOver = takenOver.saturatingAdd(part)
            cover[match].amount -= part
        }
        replacement = Replacement(by: other, on: day)
        if shares.allSatisfy({ $0.left == 0 }) { takenOver = amount.minor }
    }
}

/// How a promise reached us.
public enum PromiseChannel: String, Sendable, Codable, CaseIterable {
    case call, email = "e-mail", letter, portal
}

/// A promise as a call agrees it, before it has a place in the journal.
public struct PlannedPromise: Hashable, Sendable, Codable {
    /// How much is promised, above zero.
    public var amount: Money
    /// The day by which the customer says it will be paid.
    public var day: Day
    /// Who promises; empty where not noted.
    public var who: String
    /// By which way it was given.
    public var channel: PromiseChannel
    /// The covered items, in the order in which they are meant to be paid.
    public var shares: [Share]
    /// Whether the customer named the items, rather than us choosing the oldest.
    public var namesItems: Bool
    /// The promises in whose place it stands.
    public var replaces: [EntryPart]

    /// Creates a promise as a caller agrees it; by default it names no items and replaces none.
    public init(
        amount: Money, day: Day, who: String = "", channel: PromiseChannel = .call, shares: [Share] = [],
        namesItems: Bool = false, replaces: [EntryPart] = []
    ) {
        self.amount = amount
        self.day = day
        self.who = who
        self.channel = channel
        self.shares = shares
        self.namesItems = namesItems
        self.replaces = replaces
    }
}
