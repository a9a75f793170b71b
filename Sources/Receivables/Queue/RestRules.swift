/// The limits on attempts; an inbound call or a due follow-up is not held up by them.
func calledEnough(_ payer: JudgedPayer, _ rules: Rules, _ day: Day) -> Day? {
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
func agreedRest(_ payer: JudgedPayer, _ rules: Rules, _ day: Day) -> QueuePlace? {
    guard let next = payer.followUps.first else { return nil }
    // What was known when it was last dealt with is no news, whenever the step was agreed.
    let since = payer.tally.lastTouched.map { max($0, next.since) } ?? next.since
    if hasNewlyOverdue(payer, since: since, rules, day) { return nil }
    let why: RestReason = next.at.map { .appointment($0) } ?? .followUp(next.why)
    return .rests(until: next.day, why: why)
}

func hasNewlyOverdue(_ payer: JudgedPayer, since: Day, _ rules: Rules, _ day: Day) -> Bool {
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
func quiet(_ payer: JudgedPayer, _ rules: Rules, _ day: Day) -> Day? {
    guard rules.contact.quietDays > 0, let spoken = payer.tally.lastRightParty else { return nil }
    let wake = rules.calendar.adding(rules.contact.quietDays + 1, to: spoken)
    guard wake > day, !hasNewlyOverdue(payer, since: spoken, rules, day) else { return nil }
    return wake
}
