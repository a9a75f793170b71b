import Receivables

extension NextStep {
    /// As the wrap-up's field shows it, and reads it back: `Fri 27 Nov 14:00`.
    var when: String { day.short + (time.map { " \($0.text)" } ?? "") }

    func followUp(_ kind: FollowUp.Kind, in context: NoteContext) -> PlannedFollowUp {
        guard let time else { return PlannedFollowUp(kind: kind, day: day, why: why) }
        let agreed = context.agreed(LocalTime(day: day, time: time))
        let deskDay = agreed.at.local(offset: context.deskOffset(agreed.at)).day
        return PlannedFollowUp(kind: kind, day: deskDay, at: agreed.at, why: why)
    }
}

/// What a field of the wrap-up was read as.
enum NextStepProblem: Error, Hashable {
    case day(DayProblem)
    case time(String)
    case tooMuch(String)
    case past
    case farWithoutReason
    /// A callback without its time is no appointment.
    case noTime

    var sentence: String {
        switch self {
        case .day(.missing): "a wrap-up needs a next action: which day?"
        case .day(let problem): problem.sentence
        case .time(let word): "\u{201C}\(word)\u{201D} is no time: 9, 9:05, 2pm, morning"
        case .tooMuch(let word): "a day and perhaps a time; what is \u{201C}\(word)\u{201D}?"
        case .past: "that time is past"
        case .farWithoutReason: "more than \(PlannedFollowUp.furthestWithoutReason) days ahead: say why"
        case .noTime: "a callback needs its time too: fri 10:30"
        }
    }
}

extension NoteContext {
    /// Reads what stands in the wrap-up's two fields.
    func step(when: String, why: String) -> Result<NextStep, NextStepProblem> {
        let words = when.split(whereSeparator: \.isWhitespace)
        switch moments.read(words) {
        case .failure(let problem): return .failure(.day(problem))
        case .success(let (day, time, used)):
            let rest = words.dropFirst(used)
            let step = NextStep(day: day, time: time, why: why)
            if let word = rest.first {
                return .failure(time == nil ? .time(String(word)) : .tooMuch(rest.joined(separator: " ")))
            }
            if let time, agreed(LocalTime(day: day, time: time)).at <= now { return .failure(.past) }
            if today.distance(to: day) > PlannedFollowUp.furthestWithoutReason,
                !why.contains(where: { !$0.isWhitespace })
            {
                return .failure(.farWithoutReason)
            }
            return .success(step)
        }
    }
}
