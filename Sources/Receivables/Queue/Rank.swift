/// Where a payer stands: the one function behind the queue (ARCHITECTURE.md §3.4, "Standing"; DOMAIN.md §5).
///
/// Pure and total: every payer either has a place in the queue or rests until a day for a reason, so that no one can be
/// forgotten. Score and order can be computed again from the worth and the factors.
///
/// - Parameters:
///   - facts: facts and agreements as they were known at the end of the ranked day.
///   - inputs: made once per ranking.
///   - detail: how much is said in addition to the place in the order.
public func rank(_ facts: PayerFacts, by inputs: RankingInputs, detail: StandingDetail = .reasons) -> Standing {
    rank(facts.judged(by: inputs.rules, on: inputs.day), by: inputs, detail: detail)
}

/// The same for a payer that was judged by the rules for the ranked day.
public func rank(_ payer: JudgedPayer, by inputs: RankingInputs, detail: StandingDetail = .reasons) -> Standing {
    let assessment = Assessment(payer, by: inputs, withItems: detail == .items)
    let step = assessment.oldestDue.flatMap { payer.nextStep(due: $0, by: inputs.rules, on: inputs.day) }
    let missing = payer.brokenNotSpokenAbout(inputs.portfolio, inputs.rules, inputs.day)
    let cause = payer.facts.causeForDecision(
        oldest: assessment.oldest, portfolio: inputs.portfolio, rule: inputs.rules.strategy.decision, on: inputs.day)
    let placing = Placing(
        payer: payer, assessment: assessment, inputs: inputs, isBroken: missing != nil, step: step,
        mustDecide: cause != nil)
    return placing.standing(missing: missing, cause: cause, detail)
}

/// The same for one payer alone.
public func rank(
    _ facts: PayerFacts, portfolio: RankingBasis, rules: Rules, day: Day, detail: StandingDetail = .reasons
) -> Standing {
    rank(facts, by: RankingInputs(portfolio: portfolio, rules: rules, day: day), detail: detail)
}

/// The same for one judged payer alone.
public func rank(
    _ payer: JudgedPayer, portfolio: RankingBasis, rules: Rules, day: Day, detail: StandingDetail = .reasons
) -> Standing {
    rank(payer, by: RankingInputs(portfolio: portfolio, rules: rules, day: day), detail: detail)
}

/// How much a standing says in addition to its place in the order.
public enum StandingDetail: Sendable {
    /// Of the reasons only those that multiply: for rankings of thousands of payers.
    case order
    case reasons
    /// The items behind the worth as well.
    case items
}

extension Placing {
    fileprivate func standing(missing: Int64?, cause: DecisionCause?, _ detail: StandingDetail) -> Standing {
        let list = ReasonList(assessment, payer, step: step, by: inputs, factorsAlone: detail == .order)
        let base = inputs.rules.base
        var standing = Standing(
            place: place, tier: .byScore, cell: .watch, figures: assessment.figures, reasons: list.reasons,
            facts: list.facts, worthWords: list.worth, worth: assessment.worthInBase, product: list.product, score: 0,
            stakeInBase: assessment.stakeInBase,
            isUrgent: assessment.staysUnpaid || assessment.fallsDueToday || isBroken || (step?.isNews ?? false),
            next: NextAction(kind: .none, on: inputs.day), missingInBase: missing ?? 0, headsIfValuable: false,
            base: base, askedItems: assessment.items.sorted { $0.worth > $1.worth })
        standing.score = Score.of(standing.worth, product: standing.product, currencyUnit: base.minorPerMajor)
        standing.arrange(payer, step: step, cause: cause, by: inputs)
        standing.settle(highStake: inputs.portfolio.highStake)
        return standing
    }
}

extension Standing {
    /// Tier and next action follow from the place.
    fileprivate mutating func arrange(
        _ payer: JudgedPayer, step: ComingStep?, cause: DecisionCause?, by inputs: RankingInputs
    ) {
        let day = inputs.day
        switch place {
        case .queue(let task):
            let due = payer.followUps.filter { $0.isDue(on: day) }
            let hasReview = payer.limits.hasReviewDue(on: day)
            isUrgent = isUrgent || hasReview || !due.isEmpty
            if task == .decision {
                if let cause { reasons.insert(Reason(.toDecide, .decision(cause), base: base), at: 0) }
                next = NextAction(kind: .decision, on: day)
                return
            }
            let owes = hasReview || due.contains { $0.kind == .owed }
            setTier(payer.queueOverride, owes: owes, inputs.rules.strategy, on: day)
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
    private mutating func setTier(_ queueOverride: QueueOverride, owes: Bool, _ strategy: Strategy, on day: Day) {
        if queueOverride.isPinned {
            tier = .pinned
        } else if queueOverride.putOff == day {
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
