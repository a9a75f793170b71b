/// What happens next with a customer: a day, perhaps a time on the customer's clock, and what it is for.
public struct NextStep: Hashable, Sendable {
    /// The day of the step.
    public var day: Day
    /// The time on the customer's clock; nil where only the day is proposed.
    public var time: TimeOfDay?
    /// What it is for, as the field at wrap-up shows it.
    public var why: String

    /// Creates a step to propose.
    public init(day: Day, time: TimeOfDay?, why: String) {
        self.day = day
        self.time = time
        self.why = why
    }
}

extension CallResult {
    /// The next action to propose after a call (DOMAIN.md §5, "proposed next"), or nil for a callback, which has
    /// the day and time that were agreed.
    ///
    /// What a result leaves open until its own line says so (when the promise is due, when they say they paid) is
    /// taken as shortly as is fair; the field next to it is there to be changed.
    ///
    /// - Parameters:
    ///   - now: on the customer's clock: the other half of their day is what counts.
    ///   - calendar: which days are worked.
    ///   - preferred: when whom one would call likes to be called; a time that is proposed is one of these.
    ///   - left: what is left to dial besides the number of this call. A next number is dialled at once; the other half
    ///     of the day stands next to it, so that a customer who isn't dialled again has a next action.
    ///   - best: when they are reached, where that is known.
    ///   - step: what the cadence asks for after this call; it has a say where the table leaves the next action open.
    public func proposal(
        at now: LocalTime, calendar: BusinessCalendar, preferred: Hours? = nil, left: NumbersLeft = .none,
        step: ComingStep? = nil, best: BestTime? = nil
    ) -> NextStep? {
        func inBusinessDays(_ count: Int, _ why: String) -> NextStep {
            NextStep(day: calendar.adding(count, to: now.day), time: nil, why: why)
        }
        func inDays(_ count: Int, _ why: String) -> NextStep {
            NextStep(day: calendar.onOrAfter(now.day.advanced(by: count)), time: nil, why: why)
        }
        if reach == .attempt, let step, step.isWritingInsteadOfCalling {
            return inBusinessDays(1, "not reached \(JudgedPayer.triesBeforeWriting) times: \(step.words)")
        }
        switch self {
        // A promise for within the week, its window of two business days, and the day after.
        case .promised: return inBusinessDays(8, "has the promised money come?")
        case .planAgreed: return inBusinessDays(1, "plan: the approver's decision")
        case .paidAlready: return inBusinessDays(3, "has the payment been found?")
        case .disputes: return inBusinessDays(6, "has the dispute been answered?")
        case .wantsDocuments: return inBusinessDays(2, "have the documents arrived?")
        case .callbackAgreed: return nil
        case .willCheck: return inBusinessDays(2, "what did the check find?")
        case .refuses: return inBusinessDays(2, "manager's decision")
        case .someoneElse: return NextStep(day: calendar.onOrAfter(now.day), time: nil, why: "call who handles it")
        case .gatekeeper, .voicemail, .noAnswer:
            if let best { return best.next(after: now, calendar).within(preferred, after: now, calendar) }
            if self == .noAnswer { return otherHalf(of: now, calendar).within(preferred, after: now, calendar) }
            return nextMorningOrAfternoon(now, calendar).within(preferred, after: now, calendar)
        case .busy: return soon(now, calendar)
        case .wrongNumber where left == .untried: return NextStep(day: now.day, time: nil, why: "call the next number")
        case .wrongNumber where left == .tried:
            return otherHalf(of: now, calendar).within(preferred, after: now, calendar)
        case .wrongNumber: return inBusinessDays(1, "find another number")
        case .noCommonLanguage: return inBusinessDays(1, "colleague or message in their language")
        case .askedNotToBeCalled: return inBusinessDays(1, "write instead")
        case .insolvent: return inDays(PayerHold.usualDays, "review the hold")
        case .relationship:
            guard let step else { return inDays(28, "relationship call") }
            return NextStep(day: max(step.allowedOn, calendar.adding(1, to: now.day)), time: nil, why: step.words)
        }
    }
}

private let noon = TimeOfDay(minutes: 12 * 60)
private let afternoon = TimeOfDay(minutes: 14 * 60)
private let morning = TimeOfDay(minutes: 9 * 60)

/// The next business day, in the half of it that was not tried.
private func nextMorningOrAfternoon(_ now: LocalTime, _ calendar: BusinessCalendar) -> NextStep {
    let wasMorning = now.time.minutes < noon.minutes
    return NextStep(
        day: calendar.adding(1, to: now.day), time: wasMorning ? afternoon : morning,
        why: wasMorning ? "try in the afternoon" : "try in the morning")
}

/// This afternoon after a try in the morning, tomorrow morning after one later.
private func otherHalf(of now: LocalTime, _ calendar: BusinessCalendar) -> NextStep {
    guard calendar.isBusinessDay(now.day), now.time.minutes < noon.minutes else {
        return NextStep(day: calendar.adding(1, to: now.day), time: morning, why: "try in the morning")
    }
    return NextStep(day: now.day, time: afternoon, why: "try in the afternoon")
}

/// In half an hour, tomorrow morning where that is past midnight.
private func soon(_ now: LocalTime, _ calendar: BusinessCalendar) -> NextStep {
    let minutes = now.time.minutes + 30
    guard minutes < 24 * 60 else { return otherHalf(of: now, calendar) }
    return NextStep(day: now.day, time: TimeOfDay(minutes: minutes), why: "line was busy")
}
