/// Everything that a caller should know of a payer before dialling.
public struct Dossier: Sendable {
    /// The moment that everything is told for.
    public var moment: Moment
    /// The rules of the book, by which everything is judged.
    public var rules: Rules
    /// The statistics of the whole book that the payer is compared with.
    public var portfolio: RankingBasis
    /// The last day up to which payments are known; nil before the first extract.
    public var cashKnownTo: Day?
    /// The account that was asked for; its payer's family is in `facts`.
    public var asked: AccountNumber
    /// The payer's accounts, items and commitments, with their verdicts for the day.
    public var facts: JudgedPayer
    /// Where the payer stands in the queue, and why.
    public var standing: Standing
    /// The contacts of all accounts of the family, in the order of the accounts.
    public var contacts: [ContactOf]
    /// Money seen lately, newest first.
    public var receipts: [Received]
    /// The payer's entries up to the moment, newest first; those that were taken back are named in `undone`.
    public var history: [Entry]
    /// The entries of `history` that were taken back, by their sequence numbers.
    public var undone: Set<Int64>
    /// Of the contacts' numbers those that concern other payers too.
    public var shared: [SharedNumber] = []
    /// How the last disputes of the book ended, by reason.
    public var disputesEnded: [DisputeReason: DisputesEnded] = [:]

    /// A contact and the account that it belongs to.
    public struct ContactOf: Sendable, Hashable {
        /// The account that has the contact on file.
        public var account: AccountNumber
        /// The person, with all their numbers.
        public var contact: Contact

        /// Creates a pair of account and contact.
        public init(account: AccountNumber, contact: Contact) {
            self.account = account
            self.contact = contact
        }
    }

    /// Money that settled an item.
    public struct Received: Sendable, Hashable {
        /// The value date; for an assumed payment the day of the extract that showed it.
        public var day: Day
        /// How much of the item it settled, above zero; below zero for money that went back.
        public var amount: Money
        /// The number of the item that it settled; empty for unapplied cash.
        public var item: String
        /// Whether a payments file or a history stated it, rather than an extract implying it.
        public var isStated: Bool

        /// Creates a receipt of money.
        public init(day: Day, amount: Money, item: String, isStated: Bool) {
            self.day = day
            self.amount = amount
            self.item = item
            self.isStated = isStated
        }
    }

    /// Creates a dossier as a store read it; shared numbers and ended disputes are set afterwards.
    public init(
        moment: Moment, rules: Rules, portfolio: RankingBasis, cashKnownTo: Day?, asked: AccountNumber,
        facts: JudgedPayer, standing: Standing, contacts: [ContactOf], receipts: [Received], history: [Entry],
        undone: Set<Int64>
    ) {
        self.moment = moment
        self.rules = rules
        self.portfolio = portfolio
        self.cashKnownTo = cashKnownTo
        self.asked = asked
        self.facts = facts
        self.standing = standing
        self.contacts = contacts
        self.receipts = receipts
        self.history = history
        self.undone = undone
    }

    /// The newest entry of this payer: what a record must have seen.
    public var seen: Int64 { history.first?.seq ?? 0 }

    /// The account asked for, with its facts.
    public var askedFacts: AccountFacts? {
        facts.accounts.first { $0.account.number == asked } ?? facts.accounts.first
    }

    /// When the payer's items can be expected to be paid.
    public var expectation: PaymentExpectation {
        PaymentExpectation(facts.facts, portfolio: portfolio.paying, strategy: rules.strategy, on: today)
    }
}
