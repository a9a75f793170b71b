/// Seconds that a zone's clock stands east of UTC at a moment; nil for a zone that isn't known.
public typealias ZoneOffset = @Sendable (_ zone: String, _ at: Instant) -> Int?

/// Whether a customer may be called at a moment, by the permitted hours in their zone and by both calendars
/// (DOMAIN.md §5).
public enum CallingHours: Hashable, Sendable {
    case open
    /// Closed, and when it opens.
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
        var day = isLater ? local.day : local.day.advanced(by: 1)
        // Weekends that have no day in common with the other's are the one case without an end.
        for _ in 0..<CallingHours.furthest where !isWorked(day) { day = day.advanced(by: 1) }
        self = .closed(opens: AgreedTime(LocalTime(day: day, time: rules.permitted.from), offset: seconds).at)
    }

    private static let furthest = 60

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
