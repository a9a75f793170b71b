/// Who is due a reminder in writing, and who is left out of a batch of them, with why (ARCHITECTURE.md §4, "Batches").
public enum ReminderVerdict: Sendable, Hashable {
    /// No step in writing is due.
    case notDue
    case due(ComingStep)
    case leftOut(LeftOut)
}

/// Why somebody whose cadence asks for a message gets none.
public enum LeftOut: Sendable, Hashable {
    case nothingOpen
    /// Credits and cash on account come to as much as is overdue.
    case covered
    case rests(RestReason)
    case smallBalance
    /// Calling has gone on for long enough: what is sent next is decided first.
    case toDecide
    /// Spoken about, not written.
    case brokenPromise
    case owed(String)
    case planned(String)
    case disputed
    case promised
    case problem(MessageProblem)
    /// Somebody has been there since the list was made.
    case changed
    /// The step was worked since.
    case doneSince

    /// Why they get no reminder, as the list of reminders shows it.
    public var text: String {
        switch self {
        case .nothingOpen: "paid since"
        case .covered: "credits and cash cover it"
        case .rests(let why): why.text
        case .smallBalance: "a small balance"
        case .toDecide: "to be decided about"
        case .brokenPromise: "a promise was not kept: to be called"
        case .owed(let why): "we owe them: \(why)"
        case .planned(let why): why.isEmpty ? "a follow-up is due" : "follow-up: \(why)"
        case .disputed: "disputed"
        case .promised: "promised"
        case .problem(.noAddress): "no e-mail address"
        case .problem(let problem): problem.sentence
        case .changed: "somebody has been there since"
        case .doneSince: "not due any more"
        }
    }
}

extension LeftOut {
    /// A reason without its particulars, for counting those who share it: `hold` of `hold: insolvent, ana reviews`.
    public static func brief(_ text: String) -> String {
        text.split { $0 == ":" || $0 == "," }.first.map(String.init) ?? text
    }
}

extension JudgedPayer {
    /// Whether a step in writing is due, and whether anything stands against it. A ranked payer says so itself: what
    /// rests in the queue gets no reminder either.
    ///
    /// - Parameters:
    ///   - standing: of the same day as the verdicts.
    ///   - rules: the cadences and calendars.
    ///   - day: the day of the reminder.
    public func reminder(_ standing: Standing, by rules: Rules, on day: Day) -> ReminderVerdict {
        guard let step = writtenStep(by: rules, on: day) else { return .notDue }
        switch standing.place {
        case .clear: return .leftOut(.nothingOpen)
        case .rests(_, let why): return .leftOut(.rests(why))
        case .queue(.smallBalance): return .leftOut(.smallBalance)
        case .queue(.decision): return .leftOut(.toDecide)
        case .queue: break
        }
        if standing.tier == .brokenPromise { return .leftOut(.brokenPromise) }
        if let why = obligation(beside: step, on: day) { return .leftOut(why) }
        guard oldestChaseable(on: day).map({ $0 < day }) ?? false else { return .leftOut(blocked(on: day)) }
        guard standing.figures.contains(where: { $0.toCollect > 0 }) else { return .leftOut(.covered) }
        return .due(step)
    }

    /// The due step of the cadence, where it is written; a call too where they asked to be written to instead. Of
    /// somebody who disputes or promised all that is overdue, the step that would be.
    private func writtenStep(by rules: Rules, on day: Day) -> ComingStep? {
        for due in [oldestChaseable(on: day), oldestOverdue(on: day)] {
            guard let due, let step = nextStep(due: due, by: rules, on: day), step.isDue, !step.step.isBeforeDue else {
                continue
            }
            if step.act.channel == .writing || (step.act.channel == .telephone && limits.isInWritingOnly) {
                return step
            }
        }
        return nil
    }

    private func oldestOverdue(on day: Day) -> Day? {
        accounts.lazy.flatMap(\.items).filter { $0.isOverdue(on: day) }.map(\.due).min()
    }

    /// What was planned or owed for today goes before a reminder, unless it is this step itself.
    private func obligation(beside step: ComingStep, on day: Day) -> LeftOut? {
        for followUp in followUps where followUp.day <= day {
            switch followUp.kind {
            case .owed: return .owed(followUp.why)
            case .appointment: return .planned("appointment")
            case .followUp: if ![step.words, step.label].contains(followUp.why) { return .planned(followUp.why) }
            }
        }
        return nil
    }

    private func blocked(on day: Day) -> LeftOut {
        let overdue = accounts.lazy.flatMap(\.items).filter { $0.isOverdue(on: day) }
        if overdue.contains(where: { $0.disputed > 0 }) { return .disputed }
        return overdue.contains { $0.promised > 0 } ? .promised : .nothingOpen
    }
}

extension Dossier {
    /// The reminder that is due, ready to be worded, or why there is none.
    public func reminder() -> Result<
        (content: MessageContent, contact: Contact, address: EmailAddress), ReminderObstacle
    > {
        switch facts.reminder(standing, by: rules, on: moment.day) {
        case .notDue: return .failure(.notDue)
        case .leftOut(let why): return .failure(.leftOut(why))
        case .due(let step):
            let kind = step.act == .statement ? MessageKind.statement : .reminder
            guard let (contact, address) = correspondent(for: kind) else {
                return .failure(.leftOut(.problem(.noAddress(facts.payer))))
            }
            do {
                return .success((try content(of: kind, step: step), contact, address))
            } catch {
                return .failure(.leftOut(.problem(error)))
            }
        }
    }
}

/// Why a dossier yields no reminder.
public enum ReminderObstacle: Error, Sendable, Hashable {
    case notDue
    case leftOut(LeftOut)
}

extension JudgedPayer {
    /// Whether anything is past its due day, disputed or not.
    public func hasOverdue(on day: Day) -> Bool {
        for facts in accounts where facts.items.contains(where: { $0.isOverdue(on: day) }) { return true }
        return false
    }
}
