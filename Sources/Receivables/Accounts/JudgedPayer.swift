/// A payer with what has become by a day of everything agreed with it.
///
/// Only a judged payer can be asked for verdicts, and only its items know what of them is disputed and promised.
public struct JudgedPayer: Sendable {
    /// The facts, with what is disputed and promised told to their items.
    public private(set) var facts: PayerFacts
    /// What has become of promises, claims, disputes and plans by the day.
    public let followThrough: FollowThrough

    /// Judges the commitments of a payer for a day.
    ///
    /// Pending shares on an item never exceed its undisputed open amount (DOMAIN.md §4).
    init(_ facts: PayerFacts, by rules: Rules, on day: Day) {
        self.facts = facts
        guard !facts.commitments.isEmpty else {
            followThrough = FollowThrough()
            return
        }
        let companies = Set(facts.accounts.flatMap { $0.items.map(\.company) })
        var followThrough = FollowThrough(
            facts.commitments, money: facts.money, cash: facts.cash.narrowed(to: companies), rules: rules, on: day)
        if !facts.commitments.disputes.isEmpty { followThrough.closeDisputes(facts.isOpen) }
        for place in facts.accounts.indices { self.facts.accounts[place].learn(followThrough) }
        self.followThrough = followThrough
    }

    /// As if something agreed just now were on record already: what was promised in one line of a note is not free for
    /// the next.
    public func agreeing(_ agreed: Agreements, by rules: Rules, on day: Day) -> JudgedPayer {
        guard !agreed.isEmpty else { return self }
        var facts = facts
        facts.commitments.add(agreed, seq: .max, on: day)
        return facts.judged(by: rules, on: day)
    }
}

// What is known of a payer whether it is judged or not.
extension JudgedPayer {
    /// The payer's own account number, by which the queue and the journal know it.
    public var payer: AccountNumber { facts.payer }
    /// The name to show: the payer's own account's, else that of its first account.
    public var name: String { facts.name }
    /// The payer's own account first, then the others by number.
    public var accounts: [AccountFacts] { facts.accounts }
    /// Agreed and not yet done, earliest first, without those that ended with the money.
    public var followUps: [FollowUp] { facts.followUps }
    /// Agreed, not done, and no longer needed: what they were about is paid.
    public var endedFollowUps: [FollowUp] { facts.endedFollowUps }
    /// Whether a caller pinned the payer or put it off.
    public var queueOverride: QueueOverride { facts.queueOverride }
    /// What the customer asked of us: when, how and on which numbers not to be contacted.
    public var limits: ContactLimits { facts.limits }
    /// Promises, claims, disputes and plans as they were recorded.
    public var commitments: Commitments { facts.commitments }

    /// Counts of calls, attempts and conversations so far.
    public internal(set) var tally: Tally {
        get { facts.tally }
        set { facts.tally = newValue }
    }

    /// How far it has come in its cadence.
    public internal(set) var track: CadenceTrack {
        get { facts.track }
        set { facts.track = newValue }
    }
}

extension AccountFacts {
    /// Tells the items what of them is disputed and promised.
    fileprivate mutating func learn(_ followThrough: FollowThrough) {
        for place in items.indices where items[place].open > 0 {
            let key = items[place].key(of: account.number)
            let disputed = followThrough.disputed(items[place], key)
            items[place].disputed = disputed
            items[place].promised = min(followThrough.promised[key] ?? 0, max(0, items[place].open - disputed))
        }
    }
}
