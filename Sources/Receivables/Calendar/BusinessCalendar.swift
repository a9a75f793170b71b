/// Which days are worked: everything but weekends and holidays.
public struct BusinessCalendar: Hashable, Sendable, Codable {
    public var weekend: Set<Weekday>
    public var holidays: Set<Day>

    public init(weekend: Set<Weekday> = [.saturday, .sunday], holidays: Set<Day> = []) {
        // A calendar without a working day would make "the next business day" unanswerable.
        self.weekend = weekend.count < Weekday.allCases.count ? weekend : []
        self.holidays = holidays
    }

    public func isBusinessDay(_ day: Day) -> Bool {
        !weekend.contains(day.weekday) && !holidays.contains(day)
    }

    /// The day itself if it is worked, else the next that is.
    public func onOrAfter(_ day: Day) -> Day {
        var candidate = day
        // Holidays are a finite set, so this ends.
        while !isBusinessDay(candidate) { candidate = candidate.advanced(by: 1) }
        return candidate
    }

    /// The day that lies `count` business days after `day` (which need not be one itself).
    public func adding(_ count: Int, to day: Day) -> Day {
        var candidate = day
        for _ in 0..<max(0, count) { candidate = onOrAfter(candidate.advanced(by: 1)) }
        return candidate
    }

    /// The last business day before `day`.
    public func before(_ day: Day) -> Day {
        var candidate = day.advanced(by: -1)
        while !isBusinessDay(candidate) { candidate = candidate.advanced(by: -1) }
        return candidate
    }
}
