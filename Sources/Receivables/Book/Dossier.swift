/// Everything that a caller should know of a payer before dialling.
public struct Dossier: Sendable {
    public var moment: Moment
    public var rules: Rules
    public var portfolio: RankingBasis
    public var cashKnownTo: Day?
    /// The account that was asked for; its payer's family is in `facts`.
    public var asked: AccountNumber
    public var facts: PayerFacts
    public var standing: Standing
    public var contacts: [ContactOf]
    /// Money seen lately, newest first.
    public var receipts: [Received]
    /// The payer's entries up to the moment, newest first; those that were taken back are named in `undone`.
    public var history: [Entry]
    public var undone: Set<Int64>
    /// Of the contacts' numbers those that concern other payers too.
    public var shared: [SharedNumber] = []
    /// How the last disputes of the book ended, by reason.
    public var disputesEnded: [DisputeReason: DisputesEnded] = [:]

    /// A contact and the account that it belongs to.
    public struct ContactOf: Sendable, Hashable {
        public var account: AccountNumber
        public var contact: Contact

        public init(account: AccountNumber, contact: Contact) {
            self.account = account
            self.contact = contact
        }
    }

    /// Money that settled an item.
    public struct Received: Sendable, Hashable {
        public var day: Day
        public var amount: Money
        public var item: String
        public var isStated: Bool

        public init(day: Day, amount: Money, item: String, isStated: Bool) {
            self.day = day
            self.amount = amount
            self.item = item
            self.isStated = isStated
        }
    }

    public init(
        moment: Moment, rules: Rules, portfolio: RankingBasis, cashKnownTo: Day?, asked: AccountNumber,
        facts: PayerFacts, standing: Standing, contacts: [ContactOf], receipts: [Received], history: [Entry],
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
        PaymentExpectation(facts, portfolio: portfolio.paying, strategy: rules.strategy, on: today)
    }
}
