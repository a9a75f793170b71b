/// What of an account's items a customer can be asked for: open, less disputed, promised, planned and claimed parts;
/// credits and cash on account are taken off the oldest items first (DOMAIN.md §5).
///
/// An account's credits and cash never reduce another's items, nor those in another currency.
struct AskedAmounts {
    /// By the item's place; nil where each item stands as it is.
    private var amounts: [Int64]?

    /// - Parameters:
    ///   - claimed: what is left of payments that the payer claims to have made; what an item takes off it is gone.
    ///   - day: what was issued or received later doesn't exist yet.
    init(_ facts: AccountFacts, _ claimed: inout ClaimedMoney, on day: Day) {
        var pools: [(currency: Currency, minor: Int64)] = []
        func add(_ minor: Int64, _ currency: Currency) {
            if let place = pools.firstIndex(where: { $0.currency == currency }) {
                pools[place].minor = pools[place].minor.saturatingAdd(minor)
            } else {
                pools.append((currency, minor))
            }
        }
        for item in facts.items where item.open < 0 && item.issued <= day { add(0 - item.open, item.currency) }
        for cash in facts.unapplied where cash.day <= day { add(cash.amount.minor, cash.amount.currency) }
        guard !pools.isEmpty || !claimed.isEmpty else { return }
        var amounts = facts.items.map { $0.open > 0 && $0.issued <= day ? $0.chaseable : 0 }
        let oldestFirst = amounts.indices.filter { amounts[$0] > 0 }.sorted {
            (facts.items[$0].due, facts.items[$0].number) < (facts.items[$1].due, facts.items[$1].number)
        }
        for place in oldestFirst {
            let currency = facts.items[place].currency
            if let pool = pools.firstIndex(where: { $0.currency == currency }), pools[pool].minor > 0 {
                let part = min(amounts[place], pools[pool].minor)
                amounts[place] -= part
                pools[pool].minor -= part
            }
            amounts[place] -= claimed.deduct(amounts[place], currency)
        }
        self.amounts = amounts
    }

    /// In minor units.
    subscript(place: Int, item: Item) -> Int64 { amounts?[place] ?? (item.open > 0 ? item.chaseable : 0) }
}

extension JudgedClaim {
    /// Whether it may still turn up. A desk whose extracts stop coming doesn't wait forever.
    func isWaitedFor(_ rules: Rules, on day: Day) -> Bool {
        switch verdict {
        case .lookedFor: true
        case .notVerified: day <= rules.calendar.adding(FollowThrough.patience, to: until)
        case .found, .notFound: false
        }
    }
}

/// Payments that a customer says were made and that are still looked for, as far as amounts were said.
struct ClaimedMoney {
    private var left: [(currency: Currency, minor: Int64)] = []

    init(_ claims: [JudgedClaim], _ rules: Rules, on day: Day) {
        for claim in claims where claim.isWaitedFor(rules, on: day) {
            guard let amount = claim.claim.amount, amount.minor > 0 else { continue }
            left.append((amount.currency, amount.minor))
        }
    }

    var isEmpty: Bool { left.isEmpty }

    /// Takes up to an amount off what is left.
    fileprivate mutating func deduct(_ most: Int64, _ currency: Currency) -> Int64 {
        var taken: Int64 = 0
        for place in left.indices where left[place].currency == currency && taken < most {
            let part = min(most - taken, left[place].minor)
            left[place].minor -= part
            taken += part
        }
        return taken
    }
}
