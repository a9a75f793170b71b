/// A payer with what was agreed with it, for lists.
public struct Watched: Sendable {
    /// The payer's own account number.
    public var payer: AccountNumber
    /// The display name of the payer.
    public var name: String
    /// The payer's promises, claims, disputes and plans with their verdicts; empty where they weren't asked for.
    public var followThrough: FollowThrough
    /// What is agreed and not yet done, earliest first.
    public var followUps: [FollowUp]

    /// Creates a row of what is watched.
    public init(payer: AccountNumber, name: String, followThrough: FollowThrough, followUps: [FollowUp]) {
        self.payer = payer
        self.name = name
        self.followThrough = followThrough
        self.followUps = followUps
    }
}

/// Whose agreements, and as of when.
public struct WatchedQuery: Sendable, Hashable {
    /// The day for which commitments are judged.
    public var day: Day
    /// One account's payer only.
    public var account: AccountNumber?
    /// Judge promises, claims, disputes and plans; without, follow-ups alone, which takes a look at far less.
    public var withCommitments: Bool

    /// Creates a query, by default for all payers and with their commitments.
    public init(day: Day, account: AccountNumber? = nil, withCommitments: Bool = true) {
        self.day = day
        self.account = account
        self.withCommitments = withCommitments
    }
}
