/// The reasons that a payer's money and history give, each with its points (DOMAIN.md §5, "Default strategy").
struct Points {
    private(set) var reasons: [Reason] = []
    private let strategy: Strategy

    /// - Parameter step: the next of the payer's cadence.
    init(_ assessment: Assessment, _ payer: PayerFacts, step: ComingStep?, rules: Rules, day: Day) {
        strategy = rules.strategy
        addFollowUp(payer, day)
        addPromises(payer, rules)
        addClaims(payer)
        addHand(payer, day)
        addReviews(payer, day)
        addStep(step)
        addLateness(assessment, payer, rules, day)
        addStake(assessment, rules)
        reasons.sort(by: Reason.isBefore)
    }

    private mutating func add(_ rule: RuleName, measure: Int, _ detail: Reason.Detail) {
        let weight = strategy.weight(rule)
        guard weight > 0, measure > 0 else { return }
        reasons.append(Reason(rule, measure: measure, weight: weight, axis: strategy.axis(rule), detail))
    }

    private mutating func addFollowUp(_ payer: PayerFacts, _ day: Day) {
        guard let due = payer.followUps.first(where: { $0.isDue(on: day) }) else { return }
        let ago = due.day.distance(to: day)
        add(.followUpDue, measure: 10, .followUpDue(why: due.why, day: due.day, daysAgo: ago))
    }

    /// Missing promised money and its level, most missing first; what isn't verified is said, and counts nothing.
    private mutating func addPromises(_ payer: PayerFacts, _ rules: Rules) {
        guard !payer.commitments.isEmpty else { return }
        let unkept = payer.unkept
        if let (worst, money) = unkept.max(by: { $0.missing.minor < $1.missing.minor }) {
            let whole = Double(money.minor) / Double(worst.currency.minorPerMajor)
            let measure = doublings(1 + whole / Double(max(1, strategy.valueUnit)))
            add(
                .missingPromise, measure: tenths(measure) + 20 * min(worst.level, 3),
                .missingPromise(
                    money, of: Money(minor: worst.expected, worst.currency), day: worst.promise.day, level: worst.level))
        }
        for promise in payer.followThrough.promises {
            guard case .dueNotVerified(let came, let known) = promise.verdict else { continue }
            let awaited = Money(minor: promise.expected - came, promise.currency)
            reasons.append(
                Reason(
                    .promiseNotVerified, measure: 0, weight: 0,
                    .promiseNotVerified(awaited, day: promise.promise.day, cashKnownTo: known)))
        }
        let short = Set(unkept.filter { $0.promise.promise.instalment != nil }.map(\.promise.promise.part))
        if let plan = payer.followThrough.plans.last(where: { $0.state == .defaulted && short.contains($0.plan.part) }) {
            add(.planDefaulted, measure: 10, .planDefaulted(Money(minor: plan.missing, plan.plan.total.currency)))
        }
    }

    private mutating func addClaims(_ payer: PayerFacts) {
        // What was spoken about since is no news any more.
        guard let claim = payer.followThrough.claims.last(where: { $0.isNews(since: payer.tally.lastContactEntry) }) else { return }
        add(.claimNotFound, measure: 10, .claimNotFound(claim.claim.amount, day: claim.claim.day))
    }

    private mutating func addHand(_ payer: PayerFacts, _ day: Day) {
        let days = payer.hand.daysPutOff - (payer.hand.putOff == day ? 1 : 0)
        add(.putOff, measure: 10 * min(days, 5), .putOff(days: days))
    }

    /// What is to be looked at again counts nothing by itself: it is owed today.
    private mutating func addReviews(_ payer: PayerFacts, _ day: Day) {
        for hold in payer.limits.holds where hold.review <= day {
            reasons.append(Reason(.reviewDue, measure: 0, weight: 0, .reviewDue("hold, \(hold.reason.rawValue)", since: hold.since)))
        }
        for wish in payer.limits.noCalls where wish.review <= day {
            reasons.append(Reason(.reviewDue, measure: 0, weight: 0, .reviewDue("do not call \(wish.scope.text)", since: wish.since)))
        }
    }

    /// What the cadence asks for beside a call is said, whatever it counts.
    private mutating func addStep(_ step: ComingStep?) {
        guard let step, step.isNews else { return }
        reasons.append(Reason(.step, measure: 10, weight: strategy.weight(.step), axis: strategy.axis(.step), .step(step)))
    }

    private mutating func addLateness(_ assessment: Assessment, _ payer: PayerFacts, _ rules: Rules, _ day: Day) {
        if let oldest = assessment.oldest {
            let bucket = 1 + (rules.buckets.bounds.firstIndex { oldest <= $0 } ?? rules.buckets.bounds.count)
            add(.oldest, measure: bucket * 10, .oldest(daysPastDue: oldest))
            let drift = min(assessment.beyondUsual, strategy.mostDrift)
            if payer.accounts.contains(where: { $0.behaviour.isKnown }), drift >= strategy.leastDrift {
                add(.drift, measure: drift * 10, .drift(days: assessment.beyondUsual, usual: assessment.usualDays))
            }
            addSilence(payer, oldest: oldest, day)
        }
        if let payments = assessment.firstLateAfter { add(.firstLate, measure: 10, .firstLate(payments: payments)) }
        if let large = assessment.largeDue?.item {
            add(
                .largeDue, measure: 10,
                .largeDue(number: large.number, amount: large.openMoney, inDays: day.distance(to: large.due)))
        }
        if assessment.limitPercent > 100 {
            let steps = 1 + min((assessment.limitPercent - 100) / 25, 2)
            add(.overLimit, measure: steps * 10, .overLimit(percent: assessment.limitPercent))
        }
    }

    /// Overdue for a while, and nobody has spoken to them: usually 1 from 14 days on, 2 from 30, 3 from 60.
    private mutating func addSilence(_ payer: PayerFacts, oldest: Int, _ day: Day) {
        let silent = payer.tally.lastContact.map { min($0.distance(to: day), oldest) } ?? oldest
        let steps = strategy.silence.count { silent >= $0 }
        let days = payer.tally.lastContact.map { $0.distance(to: day) }
        add(.noContact, measure: steps * 10, .noContact(days: days))
    }

    private mutating func addStake(_ assessment: Assessment, _ rules: Rules) {
        if assessment.stakeDays > 0 {
            let measure = doublings(1 + assessment.stakeDays / Double(max(1, strategy.valueUnit)))
            let stake = Money(minor: assessment.stakeInBase, rules.base)
            let whole = Double(assessment.stakeInBase) / Double(rules.base.minorPerMajor)
            let days = whole > 0 ? Int(min(assessment.stakeDays / whole, 9_999).rounded()) : 0
            add(.stake, measure: tenths(measure), .stake(stake, furtherDays: days))
        }
        for currency in assessment.withoutRate {
            reasons.append(Reason(.noRate, measure: 0, weight: 0, .noRate(currency)))
        }
    }
}

/// How often 1 must be doubled to reach x ≥ 1, linear between powers of two: log₂ without a logarithm, and so
/// the same on every machine.
func doublings(_ x: Double) -> Double { Double(x.exponent) + x.significand - 1 }
