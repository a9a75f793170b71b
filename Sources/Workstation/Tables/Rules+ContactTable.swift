import Receivables
import Terminal

extension Rules {
    /// When and how often customers may be called, as text: what `duly contact-rules` prints.
    public var contactLines: [Line] {
        func line(_ name: String, _ text: String) -> Line { Line(name, .muted).padded(to: 24) + Line(text) }
        var lines = [
            line(TableSentences.weCall, "\(desk.text), \(zone)"),
            line(TableSentences.customersAreCalled, TableSentences.inTheirZone(permitted.text)),
            line(
                TableSentences.attempts,
                TableSentences.attempts(aDay: contact.attemptsPerDay, aWeek: contact.attemptsPerWeek)),
            line(
                TableSentences.quietAfterContact,
                TableSentences.businessDays(contact.quietDays)),
            line(TableSentences.daysOff, Rules.free(calendar)),
        ]
        for (zone, calendar) in calendars.sorted(by: { $0.key < $1.key }) {
            lines.append(line("  \(zone)", Rules.free(calendar)))
        }
        return lines
    }

    private static func free(_ calendar: BusinessCalendar) -> String {
        let weekend = Weekday.allCases.filter(calendar.weekend.contains).map(\.short)
        let days = weekend + calendar.holidays.sorted().map(\.iso)
        return days.isEmpty ? TableSentences.noDays : days.joined(separator: ", ")
    }
}
