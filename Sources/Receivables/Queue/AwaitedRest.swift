/// What was agreed and is still awaited lets a payer rest until the first day on which something can be known.
struct AwaitedRest {
    let wake: Day
    let why: RestReason

    init?(_ payer: JudgedPayer, _ rules: Rules, _ day: Day) {
        let tomorrow = rules.calendar.onOrAfter(day.advanced(by: 1))
        var rests: [(wake: Day, why: RestReason)] = []
        let plans = payer.followThrough.plans
        for promise in payer.followThrough.promises + plans.compactMap(\.next) {
            switch promise.verdict {
            case .pending where promise.promise.instalment == nil:
                rests.append((promise.wakes(rules), .promisePending(by: promise.promise.day)))
            case .pending: rests.append((promise.wakes(rules), .plan(by: promise.promise.day)))
            case .dueNotVerified(_, let known)
            where day <= rules.calendar.adding(FollowThrough.patience, to: promise.windowEnd):
                rests.append((tomorrow, .promiseNotVerified(cashKnownTo: known)))
            case .dueNotVerified, .kept, .partlyKept, .broken, .renegotiated, .void: break
            }
        }
        for plan in plans where plan.state == .awaitingApproval || plan.state == .offered {
            let wake = rules.calendar.adding(2, to: plan.plan.since.day)
            if wake > day { rests.append((wake, .awaitingApproval)) }
        }
        for dispute in payer.followThrough.disputes where payer.facts.isOpen(dispute.item) {
            guard let deadline = dispute.deadline(rules.calendar) else { continue }
            rests.append((max(dispute.wakes(rules, deadline), tomorrow), .everythingDisputed))
        }
        guard let first = rests.min(by: { $0.wake < $1.wake }) else { return nil }
        (wake, why) = first
    }
}

extension JudgedPayer {
    /// A claimed payment that is still looked for, and says nothing of how much or would cover four fifths of what
    /// can be collected: until the last day on which it may turn up.
    func claimedRest(_ assessment: Assessment, _ rules: Rules, _ day: Day) -> (wake: Day, claimed: Day)? {
        var wakes: (wake: Day, claimed: Day)?
        for claim in followThrough.claims where claim.covers(assessment) {
            let wake: Day
            switch claim.verdict {
            case .lookedFor: wake = claim.wakes(rules)
            case .notVerified where claim.isWaitedFor(rules, on: day):
                wake = rules.calendar.onOrAfter(day.advanced(by: 1))
            case .notVerified, .found, .notFound: continue
            }
            if wake > day, wakes.map({ wake < $0.wake }) ?? true { wakes = (wake, claim.claim.day) }
        }
        return wakes
    }
}

extension JudgedClaim {
    fileprivate func covers(_ assessment: Assessment) -> Bool {
        guard let amount = claim.amount else { return true }
        return assessment.figures.allSatisfy { figure in
            figure.collectable <= 0
                || (figure.currency == amount.currency && Int128(amount.minor) * 10 >= Int128(figure.collectable) * 8)
        }
    }
}
