import Receivables

extension NextStep {
    /// As the wrap-up's field shows it, and reads it back: `Fri 27 Nov 14:00`.
    var when: String { day.short + (time.map { " \($0.text)" } ?? "") }

    /// Its day on the desk's clock, and its instant if it has a time, which was read on the customer's clock.
    func planned(in context: NoteContext) -> (day: Day, at: Instant?) {
        guard let time else { return (day, nil) }
        let at = context.agreed(LocalTime(day: day, time: time)).at
        return (at.local(offset: context.deskOffset(at)).day, at)
    }
}

/// What a field of the wrap-up was read as.
enum NextStepProblem: Error, Hashable {
    case day(DayProblem)
    case time(String)
    case tooMuch(String)
    case rule(FollowUpProblem)

    var sentence: String {
        switch self {
        case .day(.missing): WrapUpSentences.needsNextAction
        case .day(let problem): problem.sentence
        case .time(let word): NoteSentences.notATime(word)
        case .tooMuch(let word): WrapUpSentences.tooManyWords(word)
        case .rule(.past): WrapUpSentences.timeIsPast
        case .rule(.farWithoutReason): WrapUpSentences.sayWhySoLate(limit: PlannedFollowUp.furthestWithoutReason)
        case .rule(.noTime): WrapUpSentences.callbackNeedsTime
        }
    }
}

extension NoteContext {
    /// Reads what stands in the wrap-up's two fields.
    func step(when: String, why: String, needsTime: Bool = false) -> Result<NextStep, NextStepProblem> {
        let words = when.split(whereSeparator: \.isWhitespace)
        switch moments.read(words) {
        case .failure(let problem): return .failure(.day(problem))
        case .success(let (day, time, used)):
            let rest = words.dropFirst(used)
            let step = NextStep(day: day, time: time, why: why)
            if let word = rest.first {
                return .failure(time == nil ? .time(String(word)) : .tooMuch(rest.joined(separator: " ")))
            }
            let problem = PlannedFollowUp.problem(
                on: day, at: step.planned(in: self).at, reason: why, now: Moment(at: now, day: today),
                needsTime: needsTime)
            return problem.map { .failure(.rule($0)) } ?? .success(step)
        }
    }
}
