/// One thing that somebody else in the house has to do before a customer can be asked for money (DOMAIN.md §4): a line
/// of a hand-off list.
public struct HandOffCase: Hashable, Sendable {
    /// What has to be done.
    public enum Kind: Hashable, Sendable {
        /// To be answered, for this reason.
        case dispute(DisputeReason)
        /// Found valid, and no credit has been seen in ten business days.
        case creditNotSeen
        case claimNotFound, unmatchedCash, appliedElsewhere, matchCashFirst
        case changedContact, badNumber
        case brokenTwice, planDefaulted, overLimit

        /// What has to be done, as lists and JSON name it.
        public var words: String {
            switch self {
            case .dispute(let reason): reason.rawValue
            case .creditNotSeen: "credit not seen"
            case .claimNotFound: "claimed payment not found"
            case .unmatchedCash: "unmatched cash"
            case .appliedElsewhere: "applied elsewhere"
            case .matchCashFirst: "match cash first"
            case .changedContact: "changed contact"
            case .badNumber: "wrong number"
            case .brokenTwice: "promise broken again"
            case .planDefaulted: "plan defaulted"
            case .overLimit: "over limit"
            }
        }
    }

    /// Whose list the case belongs to.
    public var recipient: HandOff
    /// What has to be done.
    public var kind: Kind
    /// What in the journal it is about; nil for what only figures show.
    public var part: EntryPart?
    /// The account that it concerns.
    public var account: AccountNumber
    /// The customer's display name.
    public var name: String
    /// The invoice, the payment's own number, the telephone number.
    public var document: String
    /// The money in question; nil where it is about none.
    public var amount: Money?
    /// Details in words: what the customer said, or what was found.
    public var text: String
    /// Since when it waits; nil where that isn't known.
    public var since: Day?
    /// By when it has to be done; nil where no day was set.
    public var due: Day?
    /// Who of us asked.
    public var askedBy: String

    /// Creates a case of a hand-off list.
    public init(
        _ recipient: HandOff, _ kind: Kind, part: EntryPart? = nil, account: AccountNumber, name: String,
        document: String = "", amount: Money? = nil, text: String = "", since: Day? = nil, due: Day? = nil,
        askedBy: String = ""
    ) {
        self.recipient = recipient
        self.kind = kind
        self.part = part
        self.account = account
        self.name = name
        self.document = document
        self.amount = amount
        self.text = text
        self.since = since
        self.due = due
        self.askedBy = askedBy
    }

    /// A dispute that waits for an answer; every other case is closed by what imports show.
    public var canBeAnswered: Bool { if case .dispute = kind { true } else { false } }

    /// By recipient, what is due first, then by customer.
    public static func isBefore(_ left: HandOffCase, _ right: HandOffCase) -> Bool {
        if left.recipient != right.recipient { return HandOff.isBefore(left.recipient, right.recipient) }
        return left.order < right.order
    }

    private var order: (Day, Int64, AccountNumber, String) {
        (due ?? since ?? Day(number: .max), part?.entry ?? .max, account, document)
    }
}
