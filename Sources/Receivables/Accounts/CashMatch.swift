/// Unapplied cash that is to settle an item: as it is offered, and as it was confirmed.
public struct CashMatch: Sendable, Hashable, Codable {
    /// The account that both the cash and the item belong to.
    public var account: AccountNumber
    /// The item's company code; empty where the ERP has one company.
    public var company: String
    /// The number of the item that is settled.
    public var item: String
    /// The payment's own number, by which the cash is known.
    public var reference: String
    /// How much of the cash goes to the item: above zero, at most what is open on it.
    public var amount: Money

    /// Creates a match as it is offered or as the journal holds it.
    public init(account: AccountNumber, company: String = "", item: String, reference: String, amount: Money) {
        self.account = account
        self.company = company
        self.item = item
        self.reference = reference
        self.amount = amount
    }
}

extension AccountNumber {
    /// Offers cash to items, oldest money to oldest due (DOMAIN.md §7, "Payments"). Nothing goes to a disputed item,
    /// and what finds no item stays unapplied.
    ///
    /// - Parameters:
    ///   - cash: each above zero.
    ///   - items: those of this account.
    public func matches(of cash: [UnappliedCash], to items: [Item]) -> [CashMatch] {
        var open = items.filter { $0.open > 0 && $0.disputed == 0 }.sorted {
            ($0.due, $0.issued, $0.number) < ($1.due, $1.issued, $1.number)
        }
        var matches: [CashMatch] = []
        for payment in cash.sorted(by: { ($0.day, $0.reference) < ($1.day, $1.reference) }) {
            var left = payment.amount.minor
            for place in open.indices
            where left > 0 && open[place].open > 0 && open[place].currency == payment.amount.currency {
                let part = Swift.min(left, open[place].open)
                matches.append(
                    CashMatch(
                        account: self, company: open[place].company, item: open[place].number,
                        reference: payment.reference,
                        amount: Money(minor: part, payment.amount.currency)))
                open[place].open -= part
                left -= part
            }
        }
        return matches
    }
}
