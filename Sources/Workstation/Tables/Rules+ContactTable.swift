import Receivables
import Terminal

extension Rules {
    /// When and how often customers may be called, as text: what `duly contact-rules` prints.
    public var contactLines: [Line] {
        func line(_ name: String, _ text: String) -> Line { Line(name, .muted).padded(to: 24) + Line(text) }
        var lines = [
            line("we call", "\(desk.text), \(zone)"), line("customers are called", "\(permitted.text) in their zone"),
            line("attempts", "\(contact.attemptsPerDay) a day, \(contact.attemptsPerWeek) in 7 days"),
            line(
                "quiet after contact",
                contact.quietDays == 1
                    ? "1 business day"
                    : """
                    \(contact.quietDays) business days
                    """),
            line("not worked", Rules.free(calendar)),
        ]
        for (zone, calendar) in calendars.sorted(by: { $0.key < $1.key }) {
            lines.append(line("  \(zone)", Rules.free(calendar)))
        }
        return lines
    }

    private static func free(_ calendar: BusinessCalendar) -> String {
        let weekend = Weekday.allCases.filter(calendar.weekend.contains).map(\.short)
        let days = weekend + calendar.holidays.sorted().map(\.iso)
        return days.isEmpty ? "none" : days.joined(separator: ", ")
    }
}
