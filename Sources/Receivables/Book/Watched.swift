/// A payer with what was agreed with it, for lists.
public struct Watched: Sendable {
    public var payer: AccountNumber
    public var name: String
    public var followThrough: FollowThrough
    public var followUps: [FollowUp]

    public init(payer: AccountNumber, name: String, followThrough: FollowThrough, followUps: [FollowUp]) {
        self.payer = payer
        self.name = name
        self.followThrough = followThrough
        self.followUps = followUps
    }
}

/// Whose agreements, and as of when.
public struct WatchedQuery: Sendable, Hashable {
    public var day: Day
    /// One account's payer only.
    public var account: AccountNumber?
    /// Judge promises, claims, disputes and plans; without, follow-ups alone, which takes a look at far less.
    public var withCommitments: Bool

    public init(day: Day, account: AccountNumber? = nil, withCommitments: Bool = true) {
        self.day = day
        self.account = account
        self.withCommitments = withCommitments
    }
}
