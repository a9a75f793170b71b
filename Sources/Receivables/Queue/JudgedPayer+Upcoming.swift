/// Something dated that is to happen with a payer (DOMAIN.md §5, "Coverage").
public struct NextAction: Sendable, Hashable {
    /// What is to happen; the raw values are the words of lists and JSON.
    public enum Kind: String, Sendable {
        case call, appointment, followUp = "follow-up", owed, promise, claim = "claimed payment", dispute, instalment
        case approval, hold, review, batch, wait, none
        case decision = "to decide"
        case step = "cadence step"
    }

    /// What is to happen.
    public var kind: Kind
    /// The day of it; in the past where it is overdue.
    public var on: Day

    /// Creates a dated action.
    public init(kind: Kind, on: Day) {
        self.kind = kind
        self.on = on
    }
}

extension JudgedPayer {
    /// Every dated thing of a payer that still lies ahead or is due, earliest first. Finishing one leaves the others.
    public func upcoming(by rules: Rules, on day: Day) -> [NextAction] {
        var actions: [NextAction] = []
        func add(_ kind: NextAction.Kind, _ on: Day) { actions.append(NextAction(kind: kind, on: max(on, day))) }
        for followUp in followUps {
            switch followUp.kind {
            case .followUp: add(.followUp, followUp.day)
            case .appointment: add(.appointment, followUp.day)
            case .owed: add(.owed, followUp.day)
            }
        }
        for promise in followThrough.promises where promise.verdict.isAwaited { add(.promise, promise.wakes(rules)) }
        for claim in followThrough.claims where claim.isOpen { add(.claim, claim.wakes(rules)) }
        for dispute in followThrough.disputes {
            if let deadline = dispute.deadline(rules.calendar) { add(.dispute, dispute.wakes(rules, deadline)) }
        }
        for plan in followThrough.plans {
            switch plan.state {
            case .offered, .awaitingApproval: add(.approval, rules.calendar.adding(1, to: plan.plan.since.day))
            case .active: if let next = plan.next { add(.instalment, next.wakes(rules)) }
            case .completed, .defaulted, .ended: break
            }
        }
        for hold in limits.holds { add(.hold, hold.review) }
        for wish in limits.noCalls { add(.review, wish.review) }
        if let decision = limits.decision { add(.decision, decision.review) }
        for review in accounts.compactMap({ $0.account.hold?.review }) { add(.hold, review) }
        // As long as somebody holds the payer, the cadence has no day.
        if let step = nextStep(by: rules, on: day), !step.isHeld { add(.step, step.allowedOn) }
        // The kinds are told apart so that two of one day keep an order; what was agreed goes before the cadence.
        return actions.sorted {
            ($0.on, $0.kind == .step ? 1 : 0, $0.kind.rawValue) < ($1.on, $1.kind == .step ? 1 : 0, $1.kind.rawValue)
        }
    }
}

extension JudgedPromise {
    /// The first business day on which the verdict can be known.
    public func wakes(_ rules: Rules) -> Day { rules.calendar.onOrAfter(windowEnd.advanced(by: 1)) }
}

extension JudgedClaim {
    var isOpen: Bool {
        switch verdict {
        case .lookedFor, .notVerified: true
        case .found, .notFound: false
        }
    }

    /// The first business day on which *not found* can be said: the one after the search ends.
    public func wakes(_ rules: Rules) -> Day { rules.calendar.onOrAfter(until.advanced(by: 1)) }
}

extension Dispute {
    /// The day after its owner should have been done.
    func wakes(_ rules: Rules, _ deadline: Day) -> Day { rules.calendar.onOrAfter(deadline.advanced(by: 1)) }
}
