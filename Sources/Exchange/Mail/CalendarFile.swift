import Receivables

/// Days and times for a calendar program (RFC 5545, iCalendar 2.0).
public struct CalendarFile: Sendable, Hashable {
    /// In their order.
    public let events: [Event]
    /// When the file is made.
    public let made: Instant

    /// A whole day, or a time of half an hour.
    public struct Event: Sendable, Hashable {
        /// The same for the same event, whenever a file with it is made.
        public let id: String
        /// When it is.
        public let when: When
        /// What a calendar shows.
        public let title: String
        /// What it shows of one event; may be empty.
        public let text: String

        /// When an event is.
        public enum When: Sendable, Hashable {
            case day(Day)
            case at(Instant)
        }

        /// Creates an event.
        public init(id: String, when: When, title: String, text: String = "") {
            self.id = id
            self.when = when
            self.title = title
            self.text = text
        }
    }

    /// Creates a file of events.
    public init(_ events: [Event], made: Instant) {
        self.events = events
        self.made = made
    }

    /// The file, with CRLF at the ends of its lines and no line longer than 75 octets.
    public var text: String {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Duly//EN", "CALSCALE:GREGORIAN"]
        let lines = head + events.flatMap(lines) + ["END:VCALENDAR"]
        return lines.flatMap(CalendarFile.folded).map { $0 + "\r\n" }.joined()
    }

    private func lines(of event: Event) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(CalendarFile.escaped(event.id))@duly", "DTSTAMP:\(CalendarFile.utc(made))"]
        switch event.when {
        case .day(let day):
            lines.append("DTSTART;VALUE=DATE:\(CalendarFile.date(day))")
            lines.append("DTEND;VALUE=DATE:\(CalendarFile.date(day.advanced(by: 1)))")
            lines.append("TRANSP:TRANSPARENT")
        case .at(let at):
            lines.append("DTSTART:\(CalendarFile.utc(at))")
            lines.append("DTEND:\(CalendarFile.utc(at.adding(seconds: 30 * 60)))")
        }
        lines.append("SUMMARY:\(CalendarFile.escaped(event.title))")
        if !event.text.isEmpty { lines.append("DESCRIPTION:\(CalendarFile.escaped(event.text))") }
        return lines + ["END:VEVENT"]
    }

    private static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    private static func utc(_ at: Instant) -> String {
        let local = at.local(offset: 0)
        return "\(date(local.day))T\(local.time.text.filter { $0 != ":" }.leftPadded(to: 4))00Z"
    }

    /// Commas, semicolons and line breaks mean something (RFC 5545, 3.3.11); control characters are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.visible(keepingLines: true).unicodeScalars {
            switch scalar {
            case "\\", ",", ";": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Parts of at most 75 octets, those behind the first with a blank before them, none cut within a character.
    private static func folded(_ line: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in line {
            if part.utf8.count + character.utf8.count > 75 {
                parts.append(part)
                part = " "
            }
            part.append(character)
        }
        return parts + [part]
    }
}

extension String {
    fileprivate func leftPadded(to count: Int) -> String {
        String(repeating: "0", count: Swift.max(0, count - self.count)) + self
    }
}
