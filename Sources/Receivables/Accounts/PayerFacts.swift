/// A payer with every account that it pays for, and what was agreed with it, not yet judged (`JudgedPayer`).
public struct PayerFacts: Sendable {
    /// The payer's own account number, by which the queue and the journal know it.
    public var payer: AccountNumber
    /// The payer's own account first, then the others by number.
    public var accounts: [AccountFacts]
    /// Agreed and not yet done, earliest first, without those that ended with the money.
    public var followUps: [FollowUp]
    /// Agreed, not done, and no longer needed: what they were about is paid.
    public private(set) var endedFollowUps: [FollowUp]
    /// Counts of calls, attempts and conversations so far.
    public var tally: Tally
    /// Whether a caller pinned the payer or put it off.
    public var queueOverride: QueueOverride
    /// What the customer asked of us: when, how and on which numbers not to be contacted.
    public var limits: ContactLimits
    /// Whether a number on file is left to dial; only asked where there are limits on numbers.
    public var hasNumberLeft = true
    /// Promises, claims, disputes and plans as they were recorded, not yet judged.
    public var commitments: Commitments
    /// How far it has come in its cadence.
    public var track: CadenceTrack
    /// What commitments are judged by: all that imports showed since the first of them.
    public var money: [MoneySeen]
    /// Up to which day payments are known; without it no promise can be called broken.
    public var cash: CashKnown

    /// Creates facts from their parts. Follow-ups whose money is paid move to `endedFollowUps`.
    public init(
        payer: AccountNumber, accounts: [AccountFacts], followUps: [FollowUp] = [], tally: Tally = Tally(),
        queueOverride: QueueOverride = QueueOverride(), limits: ContactLimits = ContactLimits(),
        commitments: Commitments = Commitments(),
        track: CadenceTrack = CadenceTrack(), money: [MoneySeen] = [], cash: CashKnown = CashKnown()
    ) {
        self.payer = payer
        self.accounts = accounts
        self.followUps = followUps.filter { !$0.isOver(in: accounts) }
        endedFollowUps = self.followUps.count == followUps.count ? [] : followUps.filter { $0.isOver(in: accounts) }
        self.tally = tally
        self.queueOverride = queueOverride
        self.limits = limits
        self.commitments = commitments
        self.track = track
        self.money = money
        self.cash = cash
    }

    /// Creates facts from the accounts and what the journal folded into the payer's record.
    public init(
        payer: AccountNumber, accounts: [AccountFacts], record: PayerRecord, money: [MoneySeen] = [],
        cash: CashKnown = CashKnown()
    ) {
        self.init(
            payer: payer, accounts: accounts, followUps: record.followUps, tally: record.tally,
            queueOverride: record.queueOverride, limits: record.limits,
            commitments: record.commitments, track: record.track, money: money, cash: cash)
    }

    /// The name to show: the payer's own account's, else that of its first account.
    public var name: String { accounts.first?.account.displayName ?? payer.text }

    /// Whether anything of an item is open.
    func isOpen(_ item: ItemKey) -> Bool {
        accounts.contains { facts in
            facts.items.contains { $0.open > 0 && $0.number == item.number && $0.key(of: facts.account.number) == item }
        }
    }

    /// With its commitments judged for a day, and what is disputed and promised told to its items.
    public func judged(by rules: Rules, on day: Day) -> JudgedPayer { JudgedPayer(self, by: rules, on: day) }
}
