/// What a payer's money and history say about its place (DOMAIN.md §5, "Default strategy").
struct ReasonList {
    /// The worth, what multiplies it, and what has to be said with it.
    private(set) var reasons: [Reason] = []
    /// Age, silence and drift, as far as they don't multiply.
    private(set) var facts: [Reason] = []
    /// Nil where nothing is at stake.
    private(set) var worth: WorthWords?
    /// Whether what doesn't multiply is left out.
    private let factorsAlone: Bool
    private let inputs: RankingInputs
    private var strategy: Strategy { inputs.rules.strategy }
    private var base: Currency { inputs.rules.base }
    /// The largest currency's figures.
    private let figures: Figures?

    /// - Parameters:
    ///   - step: the next of the payer's cadence.
    ///   - factorsAlone: leaves out what doesn't multiply, and the words of the worth.
    init(
        _ assessment: Assessment, _ payer: JudgedPayer, step: ComingStep?, by inputs: RankingInputs, factorsAlone: Bool
    ) {
        let day = inputs.day
        self.factorsAlone = factorsAlone
        self.inputs = inputs
        figures = assessment.figures.first
        addPromises(payer, inputs.portfolio.rates)
        addClaims(payer)
        addReturned(payer, day)
        addFollowUp(payer, day)
        addReviews(payer, day)
        addStep(step)
        if !factorsAlone {
            addWorth(
                assessment, inputs.portfolio, payments: payer.accounts.reduce(0) { $0 + $1.behaviour.payments }, day)
            addBeforeDue(assessment, payer, day)
            addCover(assessment, payer, inputs.rules, day)
        }
        addAccount(assessment, day)
        addFacts(assessment, payer, day)
        keepOnePerEvent()
    }

    /// - Parameter isSaid: also where it doesn't multiply.
    private mutating func add(_ rule: RuleName, isSaid: Bool = true, _ detail: @autoclosure () -> Reason.Detail) {
        let factor = strategy.factor(rule)
        if factorsAlone, factor == 100 { return }
        let reason = Reason(rule, factor: factor, detail(), base: base)
        if isSaid || reason.factor != 100 { reasons.append(reason) } else { facts.append(reason) }
    }

    private mutating func say(_ rule: RuleName, _ detail: @autoclosure () -> Reason.Detail) {
        guard !factorsAlone else { return }
        reasons.append(Reason(rule, detail(), base: base))
    }

    /// What is missing of promises, most missing first; what isn't verified is said, and multiplies nothing.
    private mutating func addPromises(_ payer: JudgedPayer, _ rates: Rates) {
        guard !payer.commitments.isEmpty else { return }
        let unkept = payer.unkept
        if let (worst, money) = unkept.max(by: { rates.size($0.missing) < rates.size($1.missing) }) {
            add(
                .brokenPromise,
                .missingPromise(
                    money, of: Money(minor: worst.expected, worst.currency), day: worst.promise.day, level: worst.level)
            )
        }
        for promise in payer.followThrough.promises {
            guard case .dueNotVerified(let came, let known) = promise.verdict else { continue }
            let awaited = Money(minor: promise.expected - came, promise.currency)
            say(.promiseNotVerified, .promiseNotVerified(awaited, day: promise.promise.day, cashKnownTo: known))
        }
        let short = Set(unkept.filter { $0.promise.promise.instalment != nil }.map(\.promise.promise.part))
        if let plan = payer.followThrough.plans.last(where: { $0.state == .defaulted && short.contains($0.plan.part) })
        {
            add(
                .planDefaulted,
                .planDefaulted(Money(minor: plan.missing, plan.plan.total.currency), since: plan.plan.made))
        }
    }

    private mutating func addClaims(_ payer: JudgedPayer) {
        // What was spoken about since is no news any more.
        guard let claim = payer.followThrough.claims.last(where: { $0.isNews(since: payer.tally.lastContactEntry) })
        else { return }
        add(.claimNotFound, .claimNotFound(claim.claim.amount, day: claim.claim.day))
    }

    /// A payment that went back lately, while no money came and no one has spoken about it.
    private mutating func addReturned(_ payer: JudgedPayer, _ day: Day) {
        guard
            let (back, last) = payer.accounts.compactMap({ facts in
                facts.payments.returned.map { ($0, facts.payments.last) }
            })
            .max(by: { $0.0.day < $1.0.day }), figures.map({ $0.toCollect > 0 }) ?? false
        else { return }
        let isOld = back.day.distance(to: day) > ReasonList.returnedDays
        if isOld || last.map({ $0 > back.day }) ?? false || payer.tally.lastContact.map({ $0 >= back.day }) ?? false {
            return
        }
        add(.returnedPayment, .returnedPayment(back.amount, day: back.day))
    }

    /// After a quarter a returned payment is no news.
    private static let returnedDays = 90

    private mutating func addFollowUp(_ payer: JudgedPayer, _ day: Day) {
        guard let due = payer.followUps.first(where: { $0.isDue(on: day) }) else { return }
        add(.followUpDue, .followUpDue(why: due.why, day: due.day, daysAgo: due.day.distance(to: day)))
    }

    /// What is to be looked at again multiplies nothing: it is owed today.
    private mutating func addReviews(_ payer: JudgedPayer, _ day: Day) {
        for hold in payer.limits.holds where hold.review <= day {
            say(.reviewDue, .reviewDue("hold, \(hold.reason.rawValue)", since: hold.since))
        }
        for wish in payer.limits.noCalls where wish.review <= day {
            say(.reviewDue, .reviewDue("do not call \(wish.scope.text)", since: wish.since))
        }
    }

    private mutating func addStep(_ step: ComingStep?) {
        guard let step, step.isNews else { return }
        add(.step, .step(step))
    }

    private mutating func addWorth(_ assessment: Assessment, _ portfolio: RankingBasis, payments: Int, _ day: Day) {
        if let figures, figures.stake > 0 || assessment.worth > 0 {
            let words = WorthWords(
                toCollect: figures.money(\.toCollect), since: figures.oldestDue, dueSoon: figures.money(\.dueSoon),
                dueBy: figures.dueBy, otherCurrencies: assessment.figures.dropFirst().count { $0.stake > 0 },
                unpaidDays: Int(assessment.weighed.days.rounded()), horizon: strategy.horizon,
                pace: portfolio.paying.isKnown ? (payments > 1 ? .own : .customers) : .unknown, base: base, today: day)
            worth = words
            say(.worth, .worth(words))
            if !portfolio.paying.isKnown { facts.append(Reason(.unknownHabit, .unknownHabit, base: base)) }
        }
        for currency in assessment.withoutRate { say(.noRate, .noRate(currency)) }
    }

    /// Nothing is overdue: what is asked is whether the invoice arrived, is approved and is in a payment run.
    private mutating func addBeforeDue(_ assessment: Assessment, _ payer: JudgedPayer, _ day: Day) {
        guard !assessment.hasToCollect, let figures, figures.dueSoon > 0, let first = figures.firstDue else { return }
        let usual = payer.accounts.first { $0.behaviour.payments >= 2 }.map {
            Int((Double($0.behaviour.signedLate) / 10).rounded())
        }
        // The amount and the day say it all: the worth would say them again.
        reasons.removeAll { $0.rule == .worth }
        say(
            .beforeDue,
            .beforeDue(
                figures.money(\.dueSoon), from: first, by: figures.dueBy ?? first, inDays: day.distance(to: first),
                usual: usual,
                expected: Int(assessment.notDue.days.rounded())))
    }

    /// What is overdue is covered for so long that the customer is asked which items the money belongs to.
    private mutating func addCover(_ assessment: Assessment, _ payer: JudgedPayer, _ rules: Rules, _ day: Day) {
        guard assessment.collectable, !assessment.hasToCollect,
            let asks = payer.facts.coverIsAskedAbout(rules, on: day),
            asks <= day,
            let seen = payer.facts.coverSeen(upTo: day),
            let figures = assessment.figures.first(where: { $0.collectable > 0 })
        else { return }
        let cover = (0 - figures.credits).saturatingAdd(0 - figures.unapplied)
        say(.unmatchedCover, .unmatchedCover(Money(minor: cover, figures.currency), since: seen))
    }

    private mutating func addAccount(_ assessment: Assessment, _ day: Day) {
        if let first = assessment.firstLate, assessment.hasToCollect {
            add(
                .firstLate,
                .firstLate(
                    Money(minor: first.item.chaseable, first.item.currency), due: first.item.due,
                    payments: first.payments))
        }
        if let (exposure, limit) = assessment.overLimit {
            add(.overLimit, .overLimit(exposure: exposure, limit: limit, on: day))
        }
    }

    private mutating func addFacts(_ assessment: Assessment, _ payer: JudgedPayer, _ day: Day) {
        let days = payer.queueOverride.daysPutOff - (payer.queueOverride.putOff == day ? 1 : 0)
        // The third day says so.
        if days >= 1 { add(.putOff, isSaid: days >= 2, .putOff(days: days)) }
        guard let oldest = assessment.oldest else { return }
        let late = oldest.daysPastDue(on: day)
        add(
            .age, isSaid: false,
            .age(Money(minor: oldest.chaseable, oldest.currency), since: oldest.due, daysPastDue: late))
        if payer.tally.lastContact.map({ $0.distance(to: day) >= 14 }) ?? (late >= 14) {
            add(.silence, isSaid: false, .silence(since: payer.tally.lastContact))
        }
        guard let known = payer.accounts.first(where: { $0.behaviour.payments >= 3 }) else { return }
        let usual = max(0, Int((Double(known.behaviour.signedLate) / 10).rounded()))
        if late - usual >= 5 { add(.drift, isSaid: false, .drift(days: late - usual, usual: usual)) }
    }

    /// What the factors come to, in hundredths, no higher than the strategy allows.
    var product: Int {
        let product = reasons.reduce(1.0) { $0 * Double($1.factor) / 100 }
        return min(Int((product * 100).rounded()), strategy.highestProduct)
    }

    /// One event counts once, by the highest factor; all of it is said.
    private mutating func keepOnePerEvent() {
        var highest: [RuleName.Event: Int] = [:]
        for (place, reason) in reasons.enumerated() where reason.factor != 100 {
            let event = reason.rule.event
            if let other = highest[event] {
                let lower = reasons[other].factor >= reason.factor ? place : other
                reasons[lower] = reasons[lower].withoutFactor
                if lower == other { highest[event] = place }
            } else {
                highest[event] = place
            }
        }
    }
}
