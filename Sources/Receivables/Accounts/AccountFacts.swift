/// All that is known of one account at the end of a day: what ageing and ranking look at.
public struct AccountFacts: Sendable {
    public var account: Account
    /// Items with something open, credits included, and issued on or before the day.
    public var items: [Item]
    /// Unmatched cash received on or before the day.
    public var unapplied: [UnappliedCash]
    public var behaviour: Behaviour

    public init(
        account: Account, items: [Item] = [], unapplied: [UnappliedCash] = [], behaviour: Behaviour = .unknown
    ) {
        self.account = account
        self.items = items
        self.unapplied = unapplied
        self.behaviour = behaviour
    }
}

/// A payer with every account that it pays for, and what was agreed with it.
public struct PayerFacts: Sendable {
    public var payer: AccountNumber
    /// The payer's own account first, then the others by number.
    public var accounts: [AccountFacts]
    /// Agreed and not yet done, earliest first.
    public var followUps: [FollowUp]
    public var tally: Tally

    public init(
        payer: AccountNumber, accounts: [AccountFacts], followUps: [FollowUp] = [], tally: Tally = Tally()
    ) {
        self.payer = payer
        self.accounts = accounts
        self.followUps = followUps
        self.tally = tally
    }

    /// The name to show: the payer's own account's, else that of its first account.
    public var name: String { accounts.first?.account.displayName ?? payer.text }
}
