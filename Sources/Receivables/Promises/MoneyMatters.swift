extension PayerFacts {
    /// Whether money that imports showed can make a difference to where the payer stands. Most of what was ever
    /// promised is over, and its items are closed; then it is not worth a look, however it ended.
    ///
    /// - Parameter day: the day to be judged for; `cash` must be that of the day.
    public func dependsOnMoney(_ rules: Rules, on day: Day) -> Bool {
        let open = Set(
            accounts.flatMap { facts in facts.items.lazy.filter { $0.open > 0 }.map { $0.key(of: facts.account.number) } })
        func isUndecided(_ windowEnd: Day) -> Bool { day <= windowEnd || cash.step(covering: windowEnd) == nil }
        func isOpen(_ shares: [Share]) -> Bool {
            shares.isEmpty ? !open.isEmpty : shares.contains { open.contains($0.item) }
        }
        return commitments.promises.contains {
            isOpen($0.shares) || isUndecided(PromiseJudge.windowEnd(of: $0.day, rules))
        } || commitments.claims.contains { claim in
            let until = rules.calendar.adding(ClaimSearch.days, to: claim.day)
            guard !isUndecided(until), let step = cash.step(covering: until) else { return true }
            // Not found is news until somebody was reached, or the payer dealt with.
            let known = max(step.seq, claim.part.entry)
            return tally.lastContactEntry.map { $0 < known } ?? true || tally.lastTouchedEntry.map { $0 < known } ?? true
        } || commitments.disputes.contains { $0.isResolved && open.contains($0.item) }
            || commitments.plans.contains { plan in
                plan.status == .active
                    && (isOpen(plan.shares) || plan.instalments.contains { isUndecided(PromiseJudge.windowEnd(of: $0.day, rules)) })
            }
    }
}
