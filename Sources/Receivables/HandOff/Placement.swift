/// What an agency or a lawyer needs to take a debt over: the statement, the items, what was promised, and the contacts.
public struct Placement: Sendable {
    /// Everything known of the payer, which all lists are drawn from.
    public let dossier: Dossier

    /// Creates the placement of a payer from its dossier.
    public init(_ dossier: Dossier) { self.dossier = dossier }

    /// What is owed in one currency, in minor units; credits and cash on account are zero or negative.
    public struct Balance: Hashable, Sendable {
        /// Open debit items past their due day, disputed parts included.
        public var overdue: Money
        /// The part of the open items under dispute.
        public var disputed: Money
        /// Open credit notes: zero or negative.
        public var credits: Money
        /// Unapplied cash: zero or negative.
        public var onAccount: Money
        /// All that is open, less cash on account.
        public var total: Money
    }

    /// Per currency.
    public var balances: [Balance] {
        dossier.standing.figures.map { figures in
            Balance(
                overdue: figures.money(\.overdue), disputed: figures.money(\.disputed),
                credits: figures.money(\.credits),
                onAccount: figures.money(\.unapplied),
                total: Money(minor: figures.open.saturatingAdd(figures.unapplied), figures.currency))
        }
    }

    /// An open item and the account that it is on, oldest due day first.
    public var items: [(account: AccountNumber, item: Item)] {
        dossier.facts.accounts.flatMap { facts in facts.items.map { (facts.account.number, $0) } }
            .sorted { ($0.1.due, $0.1.number) < ($1.1.due, $1.1.number) }
    }

    /// Conversations and attempts that count, oldest first.
    public var contacts: [(entry: Entry, call: CallRecord)] {
        dossier.counted.reversed().compactMap { entry in
            if case .call(let call) = entry.act { (entry, call) } else { nil }
        }
    }

    /// Messages sent, oldest first.
    public var messages: [(entry: Entry, message: MessageRecord)] {
        dossier.counted.reversed().compactMap { entry in
            if case .message(let message) = entry.act { (entry, message) } else { nil }
        }
    }
}
