/// Which items a promise covers, and by how much each (DOMAIN.md §4).
public struct Cover: Hashable, Sendable {
    /// The covered items, in the order in which they are meant to be paid; each share is above zero.
    public var shares: [Share]
    /// What is promised beyond all that is open and free: accepted, with a warning.
    public var beyond: Int64

    /// Distributes a promised amount over the payer's items.
    ///
    /// - Parameters:
    ///   - amount: above zero; only items of its currency are covered.
    ///   - named: the items that the customer named, in that order; empty for the oldest collectable money that is
    ///     under no pending promise, then what falls due next.
    ///   - replaced: promises in whose place this one stands; what they hold is free for it, and first in line.
    ///   - payer: whose items are covered.
    public init(_ amount: Money, named: [ItemKey] = [], replacing replaced: [JudgedPromise] = [], of payer: JudgedPayer)
    {
        let given = Cover.held(by: replaced)
        var rest = amount.minor
        shares = []
        for (key, item) in Cover.candidates(amount.currency, named: named, given: given, of: payer) where rest > 0 {
            let free = Swift.max(0, item.open - item.disputed - Swift.max(0, item.promised - (given[key] ?? 0)))
            let part = Swift.min(rest, free)
            guard part > 0 else { continue }
            shares.append(Share(key, part))
            rest -= part
        }
        beyond = Swift.max(0, rest)
    }

    private static func held(by replaced: [JudgedPromise]) -> [ItemKey: Int64] {
        var held: [ItemKey: Int64] = [:]
        for share in replaced.flatMap(\.awaited) { held[share.item, default: 0] += share.amount }
        return held
    }

    private static func candidates(
        _ currency: Currency, named: [ItemKey], given: [ItemKey: Int64], of payer: JudgedPayer
    ) -> [(ItemKey, Item)] {
        let all = payer.accounts.flatMap { facts in
            facts.items.compactMap { item in
                item.currency == currency && item.open > 0 ? (item.key(of: facts.account.number), item) : nil
            }
        }
        if !named.isEmpty { return named.compactMap { name in all.first { $0.0 == name } } }
        return all.sorted { left, right in
            let (one, other) = (given[left.0] != nil, given[right.0] != nil)
            return one != other ? one : (left.1.due, left.1.number) < (right.1.due, right.1.number)
        }
    }
}

extension Item {
    /// What identifies it in the journal, on an account.
    public func key(of account: AccountNumber) -> ItemKey {
        ItemKey(account: account, company: company, number: number)
    }
}
