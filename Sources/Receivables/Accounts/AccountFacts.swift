/// All that is known of one account at the end of a day: what ageing and ranking look at.
public struct AccountFacts: Sendable {
    /// Number, name, limit, terms and who is responsible.
    public var account: Account
    /// Items with something open, credits included, and issued on or before the day.
    public var items: [Item]
    /// Unmatched cash received on or before the day.
    public var unapplied: [UnappliedCash]
    /// How the account paid up to the day; `.unknown` where no payments are known.
    public var behaviour: Behaviour
    /// How late payments up to the day came: what the worth of a call is counted from.
    public var payments: PaymentHistory

    /// Creates the facts of an account; without further arguments nothing is open and nothing is known of payments.
    public init(
        account: Account, items: [Item] = [], unapplied: [UnappliedCash] = [], behaviour: Behaviour = .unknown,
        payments: PaymentHistory = PaymentHistory()
    ) {
        self.account = account
        self.items = items
        self.unapplied = unapplied
        self.behaviour = behaviour
        self.payments = payments
    }

    /// Whether credits, or cash that is not matched, stand to the customer's credit.
    var hasBalanceForCustomer: Bool {
        if items.contains(where: { $0.open < 0 }) { return true }
        var sums: [Currency: Int64] = [:]
        for cash in unapplied {
            sums[cash.amount.currency, default: 0] = (sums[cash.amount.currency] ?? 0).saturatingAdd(cash.amount.minor)
        }
        return sums.values.contains { $0 > 0 }
    }
}
