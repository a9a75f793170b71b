/// Where a payer stands: the one function behind the queue (DESIGN.md §3, "Standing"; DOMAIN.md §5).
///
/// Pure and total: every payer either has a place in the queue or rests until a day for a reason, so that
/// nobody can be forgotten. The score can be added up again from the reasons.
///
/// - Parameters:
///   - payer: facts and agreements as they were known at the end of `day`.
///   - portfolio: taken once per ranking.
///   - day: the day that it is.
public func rank(_ facts: PayerFacts, portfolio: Portfolio, rules: Rules, day: Day) -> Standing {
    // Without commitments facts are judged as they are: not even a copy is made of most.
    facts.commitments.isEmpty
        ? standing(of: facts, portfolio, rules, day) : standing(of: facts.judged(by: rules, on: day), portfolio, rules, day)
}

/// - Parameter payer: judged.
private func standing(of payer: PayerFacts, _ portfolio: Portfolio, _ rules: Rules, _ day: Day) -> Standing {
    let assessment = Assessment(payer, portfolio: portfolio, rules: rules, day: day)
    let step = assessment.oldestDue.flatMap { payer.nextStep(due: $0, by: rules, on: day) }
    let points = Points(assessment, payer, step: step, rules: rules, day: day)
    let missing = payer.brokenNotSpokenAbout(portfolio, rules, day)
    let isBroken = missing != nil
    let place = placed(payer, assessment, portfolio, isBroken: isBroken, step: step, rules: rules, day: day)
    var standing = Standing(
        place: place, tier: .byScore, cell: .watch, figures: assessment.figures, reasons: points.reasons,
        stakeInBase: assessment.stakeInBase, next: NextAction(kind: .none, on: day))
    standing.missingInBase = missing ?? 0
    standing.settle(payer, isBroken: isBroken, step: step, day: day)
    standing.cell = cell(of: standing, portfolio: portfolio, rules: rules)
    return standing
}

/// The cell for a standing, once the portfolio's cut is known.
public func cell(of standing: Standing, portfolio: Portfolio, rules: Rules) -> Cell {
    Cell(
        urgent: standing.urgency >= rules.strategy.urgent,
        valuable: standing.stakeInBase > 0 && standing.stakeInBase >= portfolio.highStake)
}

extension Standing {
    /// Tier and next action follow from the place.
    fileprivate mutating func settle(_ payer: PayerFacts, isBroken: Bool, step: ComingStep?, day: Day) {
        switch place {
        case .queue(let task):
            let due = payer.followUps.filter { $0.isDue(on: day) }
            let hasReview = payer.limits.hasReviewDue(on: day)
            tier = Standing.tier(
                payer.hand, isBroken: isBroken, owes: hasReview || due.contains { $0.kind == .owed }, on: day)
            // What puts a row above the order by score is what it says first.
            if isBroken { reasons.sort { $0.rule == .missingPromise && $1.rule != .missingPromise } }
            if hasReview { reasons.sort { $0.rule == .reviewDue && $1.rule != .reviewDue } }
            let action = hasReview && due.isEmpty ? NextAction.Kind.review : Standing.action(due.first, isBroken ? nil : step)
            next = NextAction(kind: task == .call ? action : .batch, on: day)
        case .rests(let until, let why):
            tier = .resting
            next = NextAction(kind: why.action, on: until)
        case .clear:
            tier = .resting
        }
    }

    private static func tier(_ hand: CallersHand, isBroken: Bool, owes: Bool, on day: Day) -> Tier {
        if hand.isPinned { return .pinned }
        if hand.putOff == day { return .later }
        return isBroken ? .brokenPromise : owes ? .owedToday : .byScore
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
        case .inWritingOnly: .batch
        case .quietAfterContact, .calledEnough, .matchCashFirst, .notDue, .nothingOwed: .wait
        }
    }
}

/// Queue or rest: as long as we hold the payer for a reason of ours nothing else is asked; who can't be called is
/// worked in another way.
private func placed(
    _ payer: PayerFacts, _ assessment: Assessment, _ portfolio: Portfolio, isBroken: Bool, step: ComingStep?, rules: Rules, day: Day
) -> Place {
    if let hold = payer.limits.holds.min(by: { $0.review < $1.review }) {
        return hold.review > day ? .rests(until: hold.review, why: .held(hold.reason, owner: hold.owner)) : .queue(.call)
    }
    let place = placedWithoutLimits(payer, assessment, portfolio, isBroken: isBroken, step: step, rules: rules, day: day)
    guard !payer.limits.isEmpty, !payer.hand.isPinned else { return place }
    return payer.limited(place, isBroken: isBroken, hasOpenDebit: assessment.hasOpenDebit, rules: rules, day: day)
}

/// The order of the questions is the order in which one reason yields to another.
private func placedWithoutLimits(
    _ payer: PayerFacts, _ assessment: Assessment, _ portfolio: Portfolio, isBroken: Bool, step: ComingStep?, rules: Rules, day: Day
) -> Place {
    if let hold = payer.accounts.lazy.compactMap(\.account.hold).first {
        return .rests(until: hold.review.map { max($0, day.advanced(by: 1)) } ?? day.advanced(by: 30), why: .hold(hold.reason))
    }
    if payer.hand.isPinned || payer.followUps.contains(where: { $0.isDue(on: day) }) { return .queue(.call) }
    // Whatever was agreed before: who reads many payers leaves out what can no longer matter (`CommitmentSieve`).
    if assessment.figures.isEmpty, payer.followUps.isEmpty { return .clear }
    if let wake = calledEnough(payer, rules, day) { return .rests(until: wake, why: .calledEnough) }
    // What a customer did not do as agreed is spoken about the same morning, whatever was planned for later.
    if isBroken { return .queue(.call) }
    let claimIsNews = payer.followThrough.claims.contains { $0.isNews(since: payer.tally.lastTouchedEntry) }
    if !claimIsNews, let rest = agreedRest(payer, rules, day) { return rest }
    let isSmall = assessment.withoutRate.isEmpty && assessment.collectableInBase < rules.minimum
    let awaited = payer.commitments.isEmpty ? nil : AwaitedRest(payer, rules, day)
    if let awaited, assessment.hasOpenDebit, !assessment.collectable || isSmall {
        return .rests(until: min(awaited.wake, assessment.nextOverdue ?? awaited.wake), why: awaited.why)
    }
    if !claimIsNews, let wake = quiet(payer, rules, day) { return .rests(until: wake, why: .quietAfterContact) }
    guard assessment.hasOpenDebit else {
        return assessment.figures.isEmpty ? .clear : .rests(until: rules.calendar.adding(20, to: day), why: .nothingOwed)
    }
    guard assessment.collectable else { return beforeDue(payer, assessment, portfolio, step, rules, day) }
    if let claimed = payer.claimedRest(assessment, rules, day) {
        return .rests(until: claimed.wake, why: .claimedPayment(claimed.claimed))
    }
    if assessment.isCoveredByCash, let wake = matchingUntil(payer, rules, day) {
        return .rests(until: wake, why: .matchCashFirst)
    }
    return .queue(isSmall ? .smallBalance : .call)
}

/// The limits on attempts; an inbound call or a due follow-up is not held up by them.
func calledEnough(_ payer: PayerFacts, _ rules: Rules, _ day: Day) -> Day? {
    let tally = payer.tally
    if tally.attempts(inLast: 7, upTo: day) >= rules.contact.attemptsPerWeek {
        // The day on which enough of the attempts are a week old.
        let wake = (1...7).map { day.advanced(by: $0) }.first {
            tally.attempts(inLast: 7, upTo: $0) < rules.contact.attemptsPerWeek
        }
        return rules.calendar.onOrAfter(wake ?? day.advanced(by: 7))
    }
    guard tally.attempts(inLast: 1, upTo: day) >= rules.contact.attemptsPerDay else { return nil }
    return rules.calendar.onOrAfter(day.advanced(by: 1))
}

/// What was agreed for a later day lets the payer rest until then, unless money above the minimum and a tenth
/// of what rests has newly fallen overdue since.
func agreedRest(_ payer: PayerFacts, _ rules: Rules, _ day: Day) -> Place? {
    guard let next = payer.followUps.first else { return nil }
    // What was known when it was last dealt with is no news, whenever the step was agreed.
    let since = payer.tally.lastTouched.map { max($0, next.since) } ?? next.since
    if hasNewlyOverdue(payer, since: since, rules, day) { return nil }
    let why: RestReason = next.at.map { .appointment($0) } ?? .followUp(next.why)
    return .rests(until: next.day, why: why)
}

func hasNewlyOverdue(_ payer: PayerFacts, since: Day, _ rules: Rules, _ day: Day) -> Bool {
    var fresh: [Currency: Int64] = [:]
    var resting: [Currency: Int64] = [:]
    for facts in payer.accounts {
        for item in facts.items where item.isOverdue(on: day) {
            if item.due >= since {
                fresh[item.currency, default: 0] = fresh[item.currency, default: 0].saturatingAdd(item.chaseable)
            } else {
                resting[item.currency, default: 0] = resting[item.currency, default: 0].saturatingAdd(item.chaseable)
            }
        }
    }
    return fresh.contains { currency, amount in
        let least = currency == rules.base ? rules.minimum : 0
        return amount > least && Int128(amount) * 10 > Int128(resting[currency] ?? 0)
    }
}

/// Business days of peace after a right-party contact, unless money has newly fallen overdue since.
func quiet(_ payer: PayerFacts, _ rules: Rules, _ day: Day) -> Day? {
    guard rules.contact.quietDays > 0, let spoken = payer.tally.lastRightParty else { return nil }
    let wake = rules.calendar.adding(rules.contact.quietDays + 1, to: spoken)
    guard wake > day, !hasNewlyOverdue(payer, since: spoken, rules, day) else { return nil }
    return wake
}

/// Nothing can be collected today: a large item about to fall due with a late payer is worth a call before its
/// day, and so is a step of the cadence before the due day; everything else waits for the day on which something falls
/// overdue.
private func beforeDue(
    _ payer: PayerFacts, _ assessment: Assessment, _ portfolio: Portfolio, _ step: ComingStep?, _ rules: Rules, _ day: Day
) -> Place {
    if assessment.largeDue != nil { return .queue(.call) }
    let ahead = step.flatMap { $0.step.isBeforeDue && payer.isWorthAsking(portfolio, rules, day) ? $0 : nil }
    if let ahead, ahead.isDue { return .queue(.call) }
    if let wake = assessment.nextOverdue { return .rests(until: min(wake, ahead?.on ?? wake), why: .notDue) }
    return .rests(until: rules.calendar.adding(5, to: day), why: .everythingDisputed)
}

/// Cash application has three business days from the newest money that covers the debt.
private func matchingUntil(_ payer: PayerFacts, _ rules: Rules, _ day: Day) -> Day? {
    var newest: Day?
    for facts in payer.accounts {
        for cash in facts.unapplied where cash.day <= day { newest = latest(newest, cash.day) }
        for item in facts.items where item.open < 0 && item.issued <= day { newest = latest(newest, item.issued) }
    }
    guard let newest else { return nil }
    let wake = rules.calendar.adding(3, to: newest)
    return wake > day ? wake : nil
}

extension PayerFacts {
    /// Whether all that can be asked for, due or not, comes to the desk's minimum. Without a rate nobody can say that
    /// it is small.
    fileprivate func isWorthAsking(_ portfolio: Portfolio, _ rules: Rules, _ day: Day) -> Bool {
        var sum: Int64 = 0
        for facts in accounts {
            for item in facts.items where item.open > 0 && item.issued <= day {
                guard let money = portfolio.rates.inBase(Money(minor: item.chaseable, item.currency)) else { return true }
                sum = sum.saturatingAdd(money.minor)
            }
        }
        return sum >= rules.minimum
    }
}
