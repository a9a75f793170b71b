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
