import Receivables

extension Rules {
    /// When and how often customers may be called.
    public var contactJSON: JSONValue {
        [
            "zone": .string(zone), "desk": .string(desk.text), "permitted": .string(permitted.text),
            "attemptsADay": .integer(contact.attemptsPerDay), "attemptsIn7Days": .integer(contact.attemptsPerWeek),
            "quietBusinessDays": .integer(contact.quietDays), "weekend": calendar.weekendJSON,
            "holidays": calendar.holidaysJSON,
            "zones": .list(calendars.sorted { $0.key < $1.key }) { zone, calendar in
                ["zone": .string(zone), "weekend": calendar.weekendJSON, "holidays": calendar.holidaysJSON]
            },
        ]
    }
}

extension BusinessCalendar {
    fileprivate var weekendJSON: JSONValue { .list(Weekday.allCases.filter(weekend.contains)) { .string($0.rawValue) } }
    fileprivate var holidaysJSON: JSONValue { .list(holidays.sorted(), JSONValue.day) }
}
