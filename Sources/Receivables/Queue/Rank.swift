/// Where a payer stands: the one function behind the queue (DESIGN.md §3, "Standing"; DOMAIN.md §5).
///
/// Pure and total: every payer either has a place in the queue or rests until a day for a reason, so that
/// no one can be forgotten. Score and order can be worked out again from the worth and the factors.
///
/// - Parameters:
///   - payer: facts and agreements as they were known at the end of `day`.
///   - portfolio: made once per ranking.
///   - day: the day that it is.
///   - withItems: also lists the items behind the worth, for rows and pages that are shown.
public func rank(_ facts: PayerFacts, portfolio: Portfolio, rules: Rules, day: Day, withItems: Bool = false) -> Standing
{
    // Without commitments facts are judged as they are: not even a copy is made of most.
    facts.commitments.isEmpty
        ? standing(of: facts, portfolio, rules, day, withItems)
        : standing(of: facts.judged(by: rules, on: day), portfolio, rules, day, withItems)
}

/// - Parameter payer: judged.
private func standing(of payer: PayerFacts, _ portfolio: Portfolio, _ rules: Rules, _ day: Day, _ withItems: Bool)
    -> Standing
{
    let assessment = Assessment(payer, portfolio: portfolio, rules: rules, day: day, withItems: withItems)
    let step = assessment.oldestDue.flatMap { payer.nextStep(due: $0, by: rules, on: day) }
    let missing = payer.brokenNotSpokenAbout(portfolio, rules, day)
    let cause = payer.causeForDecision(
        oldest: assessment.oldest, portfolio: portfolio, rule: rules.strategy.decision, on: day)
    let placing = Placing(
        payer: payer, assessment: assessment, portfolio: portfolio, rules: rules, day: day, isBroken: missing != nil,
        step: step,
        mustDecide: cause != nil)
    let list = ReasonList(assessment, payer, step: step, portfolio: portfolio, rules: rules, day: day)
    var standing = Standing(
        place: placing.place, tier: .byScore, cell: .watch, figures: assessment.figures, reasons: list.reasons,
        facts: list.facts,
        worthWords: list.worth, worth: assessment.worthInBase, product: list.product, score: 0,
        stakeInBase: assessment.stakeInBase,
        isUrgent: assessment.staysUnpaid || assessment.fallsDueToday || missing != nil || (step?.isNews ?? false),
        next: NextAction(kind: .none, on: day), missingInBase: missing ?? 0, headsIfValuable: false, base: rules.base,
        askedItems: assessment.items.sorted { $0.worth > $1.worth })
    standing.score = Score.of(standing.worth, product: standing.product, currencyUnit: rules.base.minorPerMajor)
    standing.arrange(payer, step: step, cause: cause, rules: rules, day: day)
    standing.settle(highStake: portfolio.highStake)
    return standing
}

extension Standing {
    /// Tier and next action follow from the place.
    fileprivate mutating func arrange(
        _ payer: PayerFacts, step: ComingStep?, cause: DecisionCause?, rules: Rules, day: Day
    ) {
        switch place {
        case .queue(let task):
            let due = payer.followUps.filter { $0.isDue(on: day) }
            let hasReview = payer.limits.hasReviewDue(on: day)
            isUrgent = isUrgent || hasReview || !due.isEmpty
            if task == .decision {
                if let cause { reasons.insert(Reason(.toDecide, .decision(cause), base: rules.base), at: 0) }
                next = NextAction(kind: .decision, on: day)
                return
            }
            let owes = hasReview || due.contains { $0.kind == .owed }
            setTier(payer.hand, owes: owes, rules.strategy, on: day)
            // What puts a row above the order by score is what it says first.
            if isBroken { reasons.sort { $0.rule == .brokenPromise && $1.rule != .brokenPromise } }
            if hasReview { reasons.sort { $0.rule == .reviewDue && $1.rule != .reviewDue } }
            let action =
                hasReview && due.isEmpty ? NextAction.Kind.review : Standing.action(due.first, isBroken ? nil : step)
            next = NextAction(kind: task == .call ? action : .batch, on: day)
        case .rests(let until, let why):
            tier = .resting
            next = NextAction(kind: why.action, on: until)
        case .clear:
            tier = .resting
        }
    }

    /// Trifles don't fill the tiers: a promise that misses little keeps its place by score, and carries the mark.
    private mutating func setTier(_ hand: CallersHand, owes: Bool, _ strategy: Strategy, on day: Day) {
        if hand.isPinned {
            tier = .pinned
        } else if hand.putOff == day {
            tier = .later
        } else {
            let mayHead = isBroken && strategy.tiers.contains(.brokenPromise)
            let heads = mayHead && Int128(missingInBase) >= Int128(strategy.brokenHeads) * Int128(base.minorPerMajor)
            tier = heads ? .brokenPromise : owes && strategy.tiers.contains(.owedToday) ? .owedToday : .byScore
            headsIfValuable = mayHead && !heads
        }
    }

    private static func action(_ due: FollowUp?, _ step: ComingStep?) -> NextAction.Kind {
        switch due?.kind {
        case .appointment: .appointment
        case .owed: .owed
        case .followUp: .call
        case nil: step.map { $0.isDue && $0.act != .call } ?? false ? .step : .call
        }
    }
}

extension RestReason {
    /// What is to happen on the wake day.
    fileprivate var action: NextAction.Kind {
        switch self {
        case .followUp: .followUp
        case .appointment: .appointment
        case .promisePending, .promiseNotVerified: .promise
        case .plan: .instalment
        case .awaitingApproval: .approval
        case .claimedPayment: .claim
        case .everythingDisputed: .dispute
        case .hold, .held: .hold
        case .decided: .decision
        case .inWritingOnly: .batch
        case .quietAfterContact, .calledEnough, .matchCashFirst, .notDue, .nothingOwed: .wait
        }
    }
}
