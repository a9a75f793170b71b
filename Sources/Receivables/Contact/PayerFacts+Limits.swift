// How limits on calling change a payer's place in the queue (DOMAIN.md §5).

extension ContactLimits {
    /// Whether a hold or a wish not to be called is to be looked at again.
    func hasReviewDue(on day: Day) -> Bool {
        holds.contains { $0.review <= day } || noCalls.contains { $0.review <= day }
    }

    /// The next day on which a wish not to be called is to be looked at again.
    fileprivate func nextReview(after day: Day) -> Day? { noCalls.map(\.review).filter { $0 > day }.min() }
}

extension PayerFacts {
    /// The place of a payer with limits: a call that can't be made becomes a batch, and no rest outlasts the day of a
    /// review.
    func limited(_ place: QueuePlace, isBroken: Bool, hasOpenDebit: Bool, rules: Rules, day: Day) -> QueuePlace {
        var place = place
        if case .rests(let until, let why) = place, hasOpenDebit {
            if limits.hasReviewDue(on: day) {
                place = .queue(.call)
            } else if let review = limits.nextReview(after: day), review < until {
                place = .rests(until: review, why: why)
            }
        }
        if limits.isInWritingOnly { return inWriting(place, isBroken: isBroken, rules: rules, day: day) }
        return !hasNumberLeft && hasOpenDebit && place.isCallByUs ? .queue(.missingContact) : place
    }

    private func inWriting(_ place: QueuePlace, isBroken: Bool, rules: Rules, day: Day) -> QueuePlace {
        switch place {
        case .queue(.call):
            let isDue = isBroken || limits.hasReviewDue(on: day) || followUps.contains { $0.isDue(on: day) }
            if !isDue, let wake = writtenUntil(rules), wake > day { return .rests(until: wake, why: .inWritingOnly) }
            return .queue(.inWriting)
        case .rests(let until, .followUp), .rests(let until, .appointment), .rests(let until, .quietAfterContact),
            .rests(let until, .calledEnough):
            return .rests(until: until, why: .inWritingOnly)
        case .queue, .rests, .clear: return place
        }
    }

    /// A letter is left the same days of quiet as a conversation.
    private func writtenUntil(_ rules: Rules) -> Day? {
        tally.lastTouched.map { rules.calendar.adding(rules.contact.quietDays + 1, to: $0) }
    }
}

extension QueuePlace {
    /// Whether it comes to a call that no one waits for, today or later: without a number it can't be made.
    fileprivate var isCallByUs: Bool {
        switch self {
        case .queue(.call), .rests(_, .followUp), .rests(_, .quietAfterContact), .rests(_, .calledEnough): true
        case .queue, .rests, .clear: false
        }
    }
}
