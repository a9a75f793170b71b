/// Queue or rest: the questions whose order is the order in which one reason yields to another (DOMAIN.md §5).
///
/// As long as we hold the payer for a reason of ours nothing else is asked; who can't be called is worked in another
/// way.
struct Placing {
    let payer: JudgedPayer
    let assessment: Assessment
    let inputs: RankingInputs
    let isBroken: Bool
    let step: ComingStep?
    /// Whether calling has gone on for long enough.
    let mustDecide: Bool

    private var portfolio: RankingBasis { inputs.portfolio }
    private var rules: Rules { inputs.rules }
    private var day: Day { inputs.day }

    var place: QueuePlace {
        // Whatever was agreed before: who reads many payers leaves out what can no longer matter (`CommitmentSieve`). A
        // pin and the review of a hold wait for the next money.
        if assessment.isWithoutBalance, payer.followUps.isEmpty { return .clear }
        if let hold = payer.limits.holds.min(by: { $0.review < $1.review }) {
            return hold.review > day
                ? .rests(until: hold.review, why: .held(hold.reason, owner: hold.owner)) : .queue(.call)
        }
        let place = placeWithoutLimits
        guard !payer.limits.isEmpty, !payer.queueOverride.isPinned else { return place }
        return payer.facts.limited(
            place, isBroken: isBroken, hasOpenDebit: assessment.hasOpenDebit, rules: rules, day: day)
    }

    private var placeWithoutLimits: QueuePlace {
        if let hold = payer.accounts.lazy.compactMap(\.account.hold).first {
            return .rests(
                until: hold.review.map { max($0, day.advanced(by: 1)) } ?? day.advanced(by: 30), why: .hold(hold.reason)
            )
        }
        if payer.queueOverride.isPinned { return .queue(.call) }
        if let due = dueFollowUps { return due }
        if let wake = calledEnough(payer, rules, day) { return .rests(until: wake, why: .calledEnough) }
        // What a customer did not do as agreed is spoken about the same morning, whatever was planned for later.
        if isBroken { return worked }
        let claimIsNews = payer.followThrough.claims.contains { $0.isNews(since: payer.tally.lastTouchedEntry) }
        if !claimIsNews, let rest = agreedRest(payer, rules, day) { return rest }
        let awaited = payer.commitments.isEmpty ? nil : AwaitedRest(payer, rules, day)
        if let awaited, assessment.hasOpenDebit, !assessment.hasToCollect || isSmall {
            return .rests(until: min(awaited.wake, assessment.nextOverdue ?? awaited.wake), why: awaited.why)
        }
        if !claimIsNews, let wake = quiet(payer, rules, day) { return .rests(until: wake, why: .quietAfterContact) }
        guard assessment.hasOpenDebit else {
            return assessment.figures.isEmpty
                ? .clear : .rests(until: rules.calendar.adding(20, to: day), why: .nothingOwed)
        }
        guard assessment.collectable else { return placeBeforeDue }
        if let claimed = payer.claimedRest(assessment, rules, day) {
            return .rests(until: claimed.wake, why: .claimedPayment(claimed.claimed))
        }
        if assessment.isCoveredByCash, let wake = matchingUntil { return .rests(until: wake, why: .matchCashFirst) }
        guard assessment.hasToCollect else { return placeBeforeDue }
        return isSmall ? .queue(.smallBalance) : worked
    }

    /// What was agreed for today. A time agreed with the customer, and what we owe them, is kept in any case.
    private var dueFollowUps: QueuePlace? {
        let isCovered = assessment.collectable && !assessment.hasToCollect
        // No one is tried again about what credits and cash cover.
        let due = payer.followUps.filter { $0.isDue(on: day) && !(isCovered && $0.purpose == .retry) }
        if due.isEmpty { return nil }
        // Another try about money that isn't due yet: one call before the due day is enough.
        if payer.tally.unreached > 0, due.allSatisfy({ $0.kind == .followUp }), assessment.hasOpenDebit,
            !assessment.collectable,
            assessment.stakeInBase == 0, assessment.withoutRate.isEmpty, let wake = assessment.nextOverdue
        {
            return .rests(until: wake, why: .notDue)
        }
        return due.contains { $0.kind != .followUp } ? .queue(.call) : worked
    }

    /// In the caller's queue, unless somebody has to decide how it goes on, or has decided.
    private var worked: QueuePlace {
        if let decision = payer.limits.decision, decision.choice != .keepCalling, decision.review > day {
            return .rests(until: decision.review, why: .decided(decision.choice, owner: decision.owner))
        }
        return .queue(mustDecide ? .decision : .call)
    }

    /// Whether all that can be asked for is below the desk's minimum. Without a rate no one can say that it is small.
    private var isSmall: Bool { assessment.withoutRate.isEmpty && assessment.stakeInBase < rules.minimum }

    /// Nothing overdue can be asked for today. A payer that is expected to pay late is called before the due day, and
    /// so is one with a step of its cadence before it; everyone else waits for the day on which something falls
    /// overdue.
    private var placeBeforeDue: QueuePlace {
        // Until something is known about how customers pay, no one is called before the due day.
        if assessment.hasDueSoon, portfolio.paying.isKnown, !isSmall,
            assessment.notDue.days >= Double(rules.strategy.expectedLate)
        {
            return .queue(.call)
        }
        let ahead = step.flatMap { $0.step.isBeforeDue && isWorthAsking ? $0 : nil }
        if let ahead, ahead.isDue { return .queue(.call) }
        if assessment.collectable { return placeOfCovered }
        if let wake = assessment.nextOverdue { return .rests(until: min(wake, ahead?.on ?? wake), why: .notDue) }
        return .rests(until: rules.calendar.adding(5, to: day), why: .everythingDisputed)
    }

    /// Credits and cash cover what is overdue: there is nothing to ask the customer for. Where no one matches them for
    /// long, somebody asks which items they belong to.
    private var placeOfCovered: QueuePlace {
        guard !isTrifle, let asks = payer.facts.coverIsAskedAbout(rules, on: day) else {
            return .rests(until: rules.calendar.adding(Rules.daysToMatch, to: day), why: .matchCashFirst)
        }
        guard asks > day else { return .queue(.call) }
        return .rests(until: min(asks, assessment.nextOverdue ?? asks), why: .matchCashFirst)
    }

    /// Whether what is covered is below the desk's minimum.
    private var isTrifle: Bool {
        var sum: Int64 = 0
        for figures in assessment.figures where figures.collectable > 0 {
            guard let money = portfolio.rates.inBase(figures.money(\.collectable)) else { return false }
            sum = sum.saturatingAdd(money.minor)
        }
        return sum < rules.minimum
    }

    /// Cash application has some business days from the day on which the newest money that covers the debt was seen,
    /// whatever its value date.
    private var matchingUntil: Day? {
        guard let seen = payer.facts.coverSeen(upTo: day) else { return nil }
        let wake = rules.calendar.adding(Rules.daysToMatch, to: seen)
        return wake > day ? wake : nil
    }

    /// Whether all that can be asked for, due or not, comes to the desk's minimum. Without a rate no one can say that
    /// it is small.
    private var isWorthAsking: Bool {
        var sum: Int64 = 0
        for facts in payer.accounts {
            for item in facts.items where item.open > 0 && item.issued <= day {
                guard let money = portfolio.rates.inBase(Money(minor: item.chaseable, item.currency)) else {
                    return true
                }
                sum = sum.saturatingAdd(money.minor)
            }
        }
        return sum >= rules.minimum
    }
}
