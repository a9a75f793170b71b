import Receivables

/// Whether a customer may be called at a moment, by the permitted hours in their zone (DOMAIN.md §5).
enum CallingHours: Hashable, Sendable {
    case open
    /// Closed, and when it opens.
    case closed(opens: Instant)

    /// A customer without a known zone counts as being where we are.
    init(zone: String, at now: Instant, rules: Rules, offset: @escaping ZoneOffset) {
        let seconds = { (at: Instant) in
            (zone.isEmpty ? nil : offset(zone, at)) ?? offset(rules.zone, at) ?? 0
        }
        let local = now.local(offset: seconds(now))
        let isWorked = rules.calendar.isBusinessDay(local.day)
        if isWorked, rules.permitted.contain(local.time) {
            self = .open
            return
        }
        let isLater = isWorked && local.time.minutes < rules.permitted.from.minutes
        let day = isLater ? local.day : rules.calendar.onOrAfter(local.day.advanced(by: 1))
        self = .closed(opens: AgreedTime(LocalTime(day: day, time: rules.permitted.from), offset: seconds).at)
    }

    var isOpen: Bool { self == .open }

    /// `Leeds` for `Europe/Leeds`, `New York` for `America/New_York`.
    static func city(of zone: String) -> String {
        zone.split(separator: "/").last.map { String($0.map { $0 == "_" ? " " : $0 }) } ?? zone
    }
}
