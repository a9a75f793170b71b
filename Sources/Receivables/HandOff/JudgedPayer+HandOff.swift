// What others have to do for a payer, as its facts and agreements show it (DOMAIN.md §4).
extension JudgedPayer {
    /// Disputes whose owner has to answer or have the credit booked.
    ///
    /// - Parameters:
    ///   - all: those not due yet as well, and those whose item is open no more.
    ///   - rules: the calendar and the time limits.
    ///   - day: of the verdicts.
    public func disputesToHandOff(all: Bool, rules: Rules, on day: Day) -> [HandOffCase] {
        followThrough.disputes.compactMap { dispute in
            guard let due = dispute.deadline(rules.calendar) else { return nil }
            let (facts, item) = find(dispute.item)
            let isOpen = item.map { $0.open > 0 && $0.disputed > 0 } ?? false
            guard all || (isOpen && due <= day) else { return nil }
            let kind: HandOffCase.Kind
            switch dispute.state {
            case .open: kind = .dispute(dispute.reason)
            // Once the credit is there nothing is left to be done.
            case .resolved where isOpen: kind = .creditNotSeen
            case .resolved, .answered, .closed: return nil
            }
            return HandOffCase(
                .department(dispute.owner), kind, part: dispute.part, account: dispute.item.account,
                name: facts?.account.displayName ?? name, document: dispute.item.number,
                amount: dispute.amount ?? item?.openMoney, text: dispute.text, since: dispute.opened, due: due)
        }
    }

    /// Claimed payments that were not found, cash that no item has taken, promised money that landed elsewhere.
    public func cashToHandOff() -> [HandOffCase] {
        let claims = followThrough.claims.filter { $0.verdict == .notFound }.map { judged in
            HandOffCase(
                .cashApplication, .claimNotFound, part: judged.claim.part, account: payer, name: name,
                document: judged.claim.reference, amount: judged.claim.amount,
                text: "said to be paid on \(judged.claim.day.short)"
                    + (judged.claim.who.isEmpty ? "" : " by \(judged.claim.who)"),
                since: judged.claim.made, due: judged.until)
        }
        let cash = accounts.flatMap { facts in
            facts.unapplied.filter { $0.amount.minor > 0 }.map { cash in
                HandOffCase(
                    .cashApplication, .unmatchedCash, account: facts.account.number, name: facts.account.displayName,
                    document: cash.reference, amount: cash.amount, since: cash.day)
            }
        }
        return claims + cash + elsewhere
    }

    /// Kept by money on other items, while the ones that were named still look unpaid.
    private var elsewhere: [HandOffCase] {
        followThrough.promises.filter(\.isAppliedElsewhere).compactMap { judged in
            let open = judged.promise.shares.compactMap { share in find(share.item).item.map { ($0, share.item) } }
                .filter { $0.0.open > 0 }
            guard !open.isEmpty else { return nil }
            return HandOffCase(
                .cashApplication, .appliedElsewhere, part: judged.promise.part, account: open[0].1.account, name: name,
                document: open.map(\.1.number).joined(separator: " "), amount: judged.promise.amount,
                text: "paid as promised for \(judged.promise.day.short), and booked on other items",
                since: judged.promise.made)
        }
    }

    /// Money enough lies there to pay most of what could be asked for: it is to be matched before anybody calls.
    ///
    /// - Parameter until: as long as the payer rests for it.
    public func cashToMatchFirst(until: Day) -> HandOffCase {
        HandOffCase(
            .cashApplication, .matchCashFirst, account: payer, name: name,
            text: "cash and credits cover what is due: not called until \(until.short)", due: until)
    }

    /// Promises broken again, plans that defaulted, accounts over their limit.
    public func creditToHandOff() -> [HandOffCase] {
        let broken = unkept.filter { $0.promise.level >= 2 && $0.promise.promise.instalment == nil }.map {
            judged, missing in
            HandOffCase(
                .creditControl, .brokenTwice, part: judged.promise.part,
                account: judged.promise.shares.first?.item.account ?? payer,
                name: name, document: judged.promise.shares.map(\.item.number).joined(separator: " "), amount: missing,
                text: "\(judged.words); not kept \(judged.level) times", since: judged.promise.made,
                due: judged.promise.day)
        }
        let plans = followThrough.plans.filter { $0.state == .defaulted && $0.missing > 0 }.map { judged in
            HandOffCase(
                .creditControl, .planDefaulted, part: judged.plan.part, account: payer, name: name,
                amount: Money(minor: judged.missing, judged.plan.total.currency), text: judged.words,
                since: judged.plan.made)
        }
        return broken + plans + accounts.compactMap(\.overLimit)
    }

    private func find(_ key: ItemKey) -> (facts: AccountFacts?, item: Item?) {
        let facts = accounts.first { $0.account.number == key.account }
        return (facts, facts?.items.first { $0.number == key.number && $0.company == key.company })
    }
}

extension AccountFacts {
    /// Exposure above the limit, in the limit's currency alone: other currencies are not netted into it.
    fileprivate var overLimit: HandOffCase? {
        guard let limit = account.creditLimit, limit.minor > 0 else { return nil }
        let exposure = items.reduce(Int64(0)) { $1.currency == limit.currency ? $0.saturatingAdd($1.open) : $0 }
        guard exposure > limit.minor else { return nil }
        return HandOffCase(
            .creditControl, .overLimit, account: account.number, name: account.displayName,
            amount: Money(minor: exposure - limit.minor, limit.currency),
            text: "\(Money(minor: exposure, limit.currency).withCurrency) open, limit \(limit.withCurrency)")
    }
}
