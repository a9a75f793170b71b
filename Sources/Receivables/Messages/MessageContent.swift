/// What a message says, as facts: the words around them are a template's (ARCHITECTURE.md §6, `duly draft`).
///
/// Nothing in it is guessed: what is disputed or promised stands apart from what is asked for, and a promise counts as
/// broken only once that is verified.
public struct MessageContent: Sendable, Hashable {
    /// What the message is: a reminder, a statement, a confirmation and so on.
    public var kind: MessageKind
    /// How firm the words are.
    public var tone = MessageTone.friendly
    /// The account that it is about, and by which the customer knows us.
    public var account: AccountNumber
    /// The customer's display name.
    public var name: String
    /// As the book has it, of the contact or else of the account; may be empty.
    public var language = ""
    /// Overdue, and nothing stands against asking for it.
    public var asked: [Line] = []
    /// Disputed or promised parts, with why.
    public var apart: [Line] = []
    /// Open items that aren't due yet.
    public var notDue: [Line] = []
    /// Open credit notes, below zero.
    public var credits: [Line] = []
    /// Cash not yet matched, above zero.
    public var unapplied: [Money] = []
    /// Asked for, per currency, credits and cash on account taken off; of a statement, the balance.
    public var totals: [Money] = []
    /// Awaited promises, or those of a plan's instalments.
    public var promised: [Promised] = []
    /// Verified: promised, and not come.
    public var unkept: [Promised] = []
    /// Disputes that are open or answered.
    public var disputes: [Disputed] = []
    /// What they asked for, where no item says so.
    public var documents: [String] = []
    /// The step of the cadence that the message works; nil where it isn't for one.
    public var step: ComingStep?
    /// Of a statement; empty otherwise.
    public var statement = AccountStatement()

    /// Creates a message that says nothing yet.
    public init(kind: MessageKind, account: AccountNumber, name: String) {
        self.kind = kind
        self.account = account
        self.name = name
    }

    /// A line of an item.
    public struct Line: Sendable, Hashable {
        /// The account, company code and number of the item.
        public var item: ItemKey
        /// The number under which the customer ordered; empty where unknown.
        public var purchaseOrder: String
        /// The day by which it is to be paid.
        public var due: Day
        /// What the line is about: all that is open of it, or the part asked for, disputed or promised.
        public var amount: Money
        /// Why the amount is not asked for; nil where it is.
        public var apart: Apart?

        /// Creates a line of a message.
        public init(item: ItemKey, purchaseOrder: String, due: Day, amount: Money, apart: Apart? = nil) {
            self.item = item
            self.purchaseOrder = purchaseOrder
            self.due = due
            self.amount = amount
            self.apart = apart
        }
    }

    /// Why nothing is asked for.
    public enum Apart: Sendable, Hashable { case disputed, promised }

    /// A promise, as a message confirms or recalls it.
    public struct Promised: Sendable, Hashable {
        /// How much was promised.
        public var amount: Money
        /// The day by which it was to be paid.
        public var day: Day
        /// The covered items; empty where none were named.
        public var items: [ItemKey]

        /// Creates a promise as a message states it.
        public init(amount: Money, day: Day, items: [ItemKey] = []) {
            self.amount = amount
            self.day = day
            self.items = items
        }
    }

    /// A dispute, as a message reports on it.
    public struct Disputed: Sendable, Hashable {
        /// The disputed item.
        public var item: ItemKey
        /// How much of it is disputed; nil for all that is open.
        public var amount: Money?
        /// What the customer says is wrong.
        public var reason: DisputeReason
        /// Who answers it.
        public var owner: String
        /// By when the owner has to answer.
        public var due: Day
        /// nil while it is with its owner; the answer, which may be empty, once it is there.
        public var answer: String?
    }

    /// Every item that is asked for or shown.
    public var items: [ItemKey] {
        var seen: Set<ItemKey> = []
        let lines = kind == .statement ? asked + notDue + apart + credits : asked
        return (lines.map(\.item) + disputes.map(\.item) + promised.flatMap(\.items)).filter {
            seen.insert($0).inserted
        }
    }
}

/// Why there is nothing to write.
public enum MessageProblem: Error, Sendable, Hashable {
    case nothingToAskFor
    /// Credits and cash on account come to as much as is overdue.
    case covered
    case nothingOpen
    case noPromise
    case noPlan
    case noDispute
    case noDocuments
    case noAddress(AccountNumber)
    case sumTooLarge(AccountNumber)
    case invalidAddress(String)

    /// Why there is nothing to write, as the caller reads it.
    public var sentence: String {
        switch self {
        case .nothingToAskFor: "nothing is overdue that is neither disputed nor promised"
        case .covered: "credits and cash on account cover what is overdue: there is nothing to ask for"
        case .nothingOpen: "nothing is open"
        case .noPromise: "no promise is awaited"
        case .noPlan: "there is no plan"
        case .noDispute: "no dispute is open or answered"
        case .noDocuments: "name the items whose documents they want"
        case .noAddress(let number): "there is no e-mail address on file for \(number)"
        case .sumTooLarge(let number): "what is open at \(number) adds up to more than fits"
        case .invalidAddress(let text): "\u{201C}\(text)\u{201D} is no e-mail address"
        }
    }
}
