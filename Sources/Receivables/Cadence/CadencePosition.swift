/// Where a payer stands in its cadence on a day (DOMAIN.md §5, "Cadence").
///
/// Computed from what is open and from the last step worked, never counted up: when the oldest item is paid,
/// disputed or promised, the next oldest says how far things have come.
struct CadencePosition {
    let cadence: Cadence
    /// The place of the next step; nil at the end of the cadence.
    let next: Int?
    /// The day from which the next step is to be worked; in the past where no one did.
    let on: Day?

    private let due: Day
    private let calendar: WorkedDays

    /// - Parameters:
    ///   - due: the due day of the oldest item that can be chased, now or once it is overdue.
    ///   - lastRightParty: who was spoken to without a step on record has begun the cadence.
    init(_ cadence: Cadence, due: Day, track: CadenceTrack, lastRightParty: Day?, on day: Day, calendar: WorkedDays) {
        self.cadence = cadence
        self.due = due
        self.calendar = calendar
        let worked = CadencePosition.worked(cadence, due: due, track, lastRightParty)
        let first: Int
        if let worked {
            first = worked.place + 1
        } else {
            first = min(cadence.place(reachedBy: due.distance(to: day)) ?? 0, cadence.latestStart)
        }
        next = CadencePosition.place(from: first, worked, cadence, due, calendar, on: day)
        on = next.map { CadencePosition.day(of: $0, after: worked, cadence, due, calendar) }
    }

    /// The step worked last that says something about what is open now: of a younger item no more than it had reached
    /// by then.
    private static func worked(_ cadence: Cadence, due: Day, _ track: CadenceTrack, _ lastRightParty: Day?) -> Worked? {
        var worked: Worked?
        if let step = track.step, let on = track.workedOn,
            let place = cadence.place(reachedBy: min(step, due.distance(to: on)))
        {
            worked = Worked(place: place, on: on)
        }
        guard let lastRightParty, lastRightParty > due,
            let reached = cadence.place(reachedBy: due.distance(to: lastRightParty)),
            let begun = cadence.steps[...min(reached, cadence.latestStart)].lastIndex(where: { $0.act.isDoneByTalking }
            ),
            begun > worked?.place ?? -1
        else { return worked }
        return Worked(place: begun, on: lastRightParty)
    }

    /// Steps before the due day lapse on it; from then on none is passed over.
    private static func place(
        from first: Int, _ worked: Worked?, _ cadence: Cadence, _ due: Day, _ calendar: WorkedDays, on day: Day
    ) -> Int? {
        var place = first
        while place < cadence.steps.count, cadence.steps[place].isBeforeDue,
            day >= due || self.day(of: place, after: worked, cadence, due, calendar) >= due
        {
            place += 1
        }
        return place < cadence.steps.count ? place : nil
    }

    /// As far behind the step before it as the cadence has it: who was first called late isn't called twice the same
    /// day.
    private static func day(
        of place: Int, after worked: Worked?, _ cadence: Cadence, _ due: Day, _ calendar: WorkedDays
    ) -> Day {
        let step = cadence.steps[place]
        var day = due.advanced(by: step.day)
        if let worked, worked.place < place, !cadence.steps[worked.place].isBeforeDue {
            day = max(day, worked.on.advanced(by: step.day - cadence.steps[worked.place].day))
        }
        return calendar.onOrAfter(day)
    }

    private struct Worked {
        let place: Int
        let on: Day
    }

    /// The next step and all behind it, each with its day if the one before is worked on its own.
    func coming(from today: Day) -> [(place: Int, on: Day)] {
        guard let next, let on else { return [] }
        var steps = [(next, on)]
        var worked = Worked(place: next, on: max(on, today))
        var place = next + 1
        while place < cadence.steps.count {
            if cadence.steps[place].isBeforeDue,
                CadencePosition.day(of: place, after: worked, cadence, due, calendar) >= due
            {
                place += 1
                continue
            }
            let day = CadencePosition.day(of: place, after: worked, cadence, due, calendar)
            steps.append((place, day))
            worked = Worked(place: place, on: day)
            place += 1
        }
        return steps
    }
}

/// The days that are worked here and with the customer.
public struct WorkedDays: Sendable {
    let desk: BusinessCalendar
    let theirs: BusinessCalendar?

    /// The day itself if both sides work on it, else the next such day.
    public func onOrAfter(_ day: Day) -> Day {
        guard let theirs else { return desk.onOrAfter(day) }
        var candidate = desk.onOrAfter(day)
        // Two calendars may leave no common day of the week: then ours alone has to do.
        for _ in 0..<60 where !theirs.isBusinessDay(candidate) { candidate = desk.onOrAfter(candidate.advanced(by: 1)) }
        return theirs.isBusinessDay(candidate) ? candidate : desk.onOrAfter(day)
    }
}
