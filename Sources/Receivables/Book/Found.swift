/// An account that a search found.
public struct Found: Sendable, Hashable {
    /// The account that matched.
    public var account: AccountNumber
    /// The payer of the account, whose page is opened.
    public var payer: AccountNumber
    /// The account's display name.
    public var name: String
    /// What matched, where it was not the name: an invoice number, a contact, a telephone number.
    public var matched: String
    /// What is open on the account, by currency, credits taken off; empty where nothing is.
    public var open: [Money]
    /// The customer's IANA time zone; empty where it isn't known.
    public var zone: String
    /// When somebody there was last spoken to.
    public var lastContact: Day?

    /// Creates a search result; by default nothing is open and the zone is unknown.
    public init(
        account: AccountNumber, payer: AccountNumber, name: String, matched: String, open: [Money] = [],
        zone: String = "",
        lastContact: Day? = nil
    ) {
        self.account = account
        self.payer = payer
        self.name = name
        self.matched = matched
        self.open = open
        self.zone = zone
        self.lastContact = lastContact
    }
}
