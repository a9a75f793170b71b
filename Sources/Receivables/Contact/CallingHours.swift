/// Seconds that a zone's clock stands east of UTC at a moment; nil for a zone that isn't known.
public typealias ZoneOffset = @Sendable (_ zone: String, _ at: Instant) -> Int?

/// Whether a customer may be called at a moment, by the permitted hours in their zone and by both calendars
/// (DOMAIN.md §5).
public enum CallingHours: Hashable, Sendable {
    case open
    /// Closed, and when it opens: within the desk's own hours, where both have hours in common.
    case closed(opens: Instant)

    /// A customer without a known zone counts as being where we are.
    public init(zone: String, at now: Instant, rules: Rules, offset: @escaping ZoneOffset) {
        let seconds = { (at: Instant) in
            (zone.isEmpty ? nil : offset(zone, at)) ?? offset(rules.zone, at) ?? 0
        }
        let theirs = rules.calendar(in: zone)
        func isWorked(_ day: Day) -> Bool { rules.calendar.isBusinessDay(day) && theirs.isBusinessDay(day) }
        let local = now.local(offset: seconds(now))
        if isWorked(local.day), rules.permitted.contain(local.time) {
            self = .open
            return
        }
        let isLater = isWorked(local.day) && local.time.minutes < rules.permitted.from.minutes
        let first = isLater ? local.day : local.day.advanced(by: 1)
        // Weekends that have no day in common with the other's, and hours that never meet, are cases without an end.
        let days = (0..<CallingHours.furthest).map { first.advanced(by: $0) }.filter(isWorked)
        let opening = { (day: Day) in AgreedTime(LocalTime(day: day, time: rules.permitted.from), offset: seconds).at }
        let ourOffset = { (at: Instant) in offset(rules.zone, at) ?? 0 }
        let common = days.prefix(CallingHours.daysTried).lazy.compactMap { day -> Instant? in
            let theirs = CallingHours.span(rules.permitted, on: day, offset: seconds)
            // A day of theirs touches two of ours, whichever way the zones differ.
            return [-1, 0, 1].compactMap { step in
                let ours = CallingHours.span(rules.desk, on: day.advanced(by: step), offset: ourOffset)
                let (from, to) = (max(theirs.from, ours.from), min(theirs.to, ours.to))
                return from < to ? from : nil
            }.min()
        }.first
        self = .closed(opens: common ?? opening(days.first ?? first))
    }

    private static func span(
        _ hours: Hours, on day: Day, offset: @escaping (Instant) -> Int
    ) -> (from: Instant, to: Instant) {
        // An end of 00:00 is the day's own end.
        let lastDay = hours.till.minutes == 0 ? day.advanced(by: 1) : day
        return (
            AgreedTime(LocalTime(day: day, time: hours.from), offset: offset).at,
            AgreedTime(LocalTime(day: lastDay, time: hours.till), offset: offset).at
        )
    }

    private static let furthest = 60
    /// Where a week of both has no hour in common, no week has.
    private static let daysTried = 7

    /// Whether the customer may be called at the moment asked about.
    public var isOpen: Bool { self == .open }

    /// `Leeds` for `Europe/Leeds`, `New York` for `America/New_York`.
    public static func city(of zone: String) -> String {
        zone.split(separator: "/").last.map { String($0.map { $0 == "_" ? " " : $0 }) } ?? zone
    }
}

extension Rules {
    /// The working days of customers in a zone, the desk's where nothing else was said.
    public func calendar(in zone: String) -> BusinessCalendar { calendars[zone] ?? calendar }
}
