// Where a payer stands in its cadence, and what a conversation does to that.

extension JudgedPayer {
    /// The cadence that holds for a payer: the one given by hand, else that of its own account's segment.
    public func cadence(by rules: Rules) -> Cadence {
        // Not `accounts.first`: that would copy the whole account, for each of a hundred thousand payers.
        rules.cadences.cadence(of: accounts.isEmpty ? "" : accounts[0].account.segment, named: track.name)
    }

    /// The due day of the oldest item of which something can be asked for, due or not: nothing disputed or promised.
    public func oldestChaseable(on day: Day) -> Day? {
        var oldest: Day?
        for facts in accounts {
            for item in facts.items where item.open > 0 && item.chaseable > 0 && item.issued <= day {
                if oldest.map({ item.due < $0 }) ?? true { oldest = item.due }
            }
        }
        return oldest
    }

    /// The steps that lie ahead, the next first; empty where nothing can be asked for, or all is done.
    public func comingSteps(by rules: Rules, on day: Day) -> [ComingStep] {
        guard let due = oldestChaseable(on: day) else { return [] }
        let position = position(due: due, by: rules, on: day)
        return position.coming(from: day).enumerated().map { nth, coming in
            let step = ComingStep(
                cadence: position.cadence, place: coming.place, act: position.cadence.steps[coming.place].act,
                on: coming.on,
                isDue: nth == 0 && coming.on <= day)
            return nth == 0 ? hindered(changed(step, due: due, on: day), by: rules, on: day) : step
        }
    }

    /// The next step of the cadence.
    public func nextStep(by rules: Rules, on day: Day) -> ComingStep? {
        oldestChaseable(on: day).flatMap { nextStep(due: $0, by: rules, on: day) }.map {
            hindered($0, by: rules, on: day)
        }
    }

    /// As `nextStep`, without asking whether it may be done just now: a ranking asks that by itself.
    func nextStep(due: Day, by rules: Rules, on day: Day) -> ComingStep? {
        let position = position(due: due, by: rules, on: day)
        guard let place = position.next, let on = position.on else { return nil }
        let step = ComingStep(
            cadence: position.cadence, place: place, act: position.cadence.steps[place].act, on: on, isDue: on <= day)
        return changed(step, due: due, on: day)
    }

    private func position(due: Day, by rules: Rules, on day: Day) -> CadencePosition {
        CadencePosition(
            cadence(by: rules), due: due, track: track, lastRightParty: tally.lastRightParty, on: day,
            calendar: rules.workedDays(in: accounts.isEmpty ? "" : accounts[0].account.zone))
    }

    /// Attempts in a row without reaching anybody, from which on the channel changes and a formal notice may be sent.
    public static let triesBeforeWriting = 3

    /// Writing to who can't be reached, calling before a formal notice.
    private func changed(_ step: ComingStep, due: Day, on day: Day) -> ComingStep {
        var step = step
        switch step.act {
        case .call where tally.unreached >= JudgedPayer.triesBeforeWriting: step.act = .reminder
        case .formalNotice:
            if let spoken = tally.lastRightParty, spoken > due { break }
            let attempts = tally.attempts.reduce(0) { $1.day > due && $1.day <= day ? $0 + $1.count : $0 }
            guard attempts < JudgedPayer.triesBeforeWriting else { break }
            step.act = .call
            step.obstacle = .needsContact(attempts: attempts)
        case .call, .reminder, .statement, .manager, .handOver: break
        }
        return step
    }

    private func hindered(_ step: ComingStep, by rules: Rules, on day: Day) -> ComingStep {
        var step = step
        if let hold = accounts.lazy.compactMap(\.account.hold).first {
            step.obstacle = .hold(hold.reason)
        } else if let hold = limits.holds.first {
            step.obstacle = .hold(hold.reason.rawValue)
        } else if limits.isInWritingOnly, step.act.channel == .telephone {
            step.obstacle = .inWriting
        } else if let planned = followUps.first, !planned.isDue(on: day),
            case .rests(let wake, _)? = agreedRest(self, rules, day), wake > step.on
        {
            step.obstacle = .agreed(until: wake)
        } else if step.obstacle == nil, step.act.channel == .telephone {
            if let wake = calledEnough(self, rules, day) {
                step.obstacle = .calledEnough(until: wake)
            } else if let wake = quiet(self, rules, day) {
                step.obstacle = .quiet(until: wake)
            }
        }
        return step
    }

    /// The step, by its days past due, that a conversation with who decides works; nil where none is due, or the one
    /// that is asks for more than talking.
    public func stepDone(by result: CallResult, rules: Rules, on day: Day) -> Int? {
        guard result.reach == .rightParty, let step = nextStep(by: rules, on: day), step.isDue,
            step.step.act.isDoneByTalking
        else { return nil }
        return step.step.day
    }

    /// The record of a step that needs no call, done on a day, with the one after it as what is to be done next.
    public func doing(_ step: ComingStep, rules: Rules, on day: Day) -> StepRecord {
        var payer = self
        payer.track.work(step.step.day, on: day)
        if step.act.channel == .writing { payer.tally.unreached = 0 }
        let next = payer.nextStep(by: rules, on: day).map { next in
            PlannedFollowUp(day: max(next.allowedOn, rules.calendar.adding(1, to: day)), why: next.words)
        }
        return StepRecord(step: step.step.day, act: step.act, followUps: next.map { [$0] } ?? [])
    }

    /// What comes after a call of today that ends so.
    public func stepAfter(_ result: CallResult, rules: Rules, on day: Day) -> ComingStep? {
        var payer = self
        if let step = stepDone(by: result, rules: rules, on: day) { payer.track.work(step, on: day) }
        if result.reach >= .contact { payer.tally.unreached = 0 }
        if result.reach == .attempt { payer.tally.unreached += 1 }
        if result.reach == .rightParty { payer.tally.lastRightParty = day }
        return payer.nextStep(by: rules, on: day)
    }
}

extension Rules {
    /// The days that are worked here and where a customer is.
    public func workedDays(in zone: String) -> WorkedDays {
        WorkedDays(desk: calendar, theirs: calendars.isEmpty ? nil : calendars[zone])
    }
}
