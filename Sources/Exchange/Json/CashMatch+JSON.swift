import Receivables

extension JSONValue {
    /// What is offered to, or was taken by, one account's items.
    public init(account: AccountNumber, matches: [CashMatch], left: [Money]) {
        self = [
            "account": .account(account),
            "matches": .list(matches) { match in match.json },
            "left": .list(left) { money in
                ["currency": .string(money.currency.code), "amount": .amount(money.minor, money.currency)]
            },
        ]
    }
}

extension CashMatch {
    var json: JSONValue {
        [
            "account": .account(account), "company": .string(company), "item": .string(item),
            "reference": .string(reference),
            "currency": .string(amount.currency.code), "amount": .amount(amount.minor, amount.currency),
        ]
    }
}
