import Exchange
import Receivables
import Testing

@Suite("Calendar files")
struct CalendarFileTests {
    private static let made = Instant(milliseconds: 1_795_000_000_000)
    private static let day = Day(year: 2026, month: 12, day: 31) ?? Day(number: 0)

    @Test("A day is a whole day, a time is UTC; lines end as the standard wants")
    func plain() {
        let file = CalendarFile(
            [
                .init(
                    id: "a-1", when: .day(CalendarFileTests.day), title: "Payment: 2,500.00 GBP, 10442",
                    text: "I-1; I-2"),
                .init(id: "a-2", when: .at(CalendarFileTests.made), title: "Call"),
            ], made: CalendarFileTests.made)
        let lines = file.text.components("\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        #expect(lines.contains("DTSTART;VALUE=DATE:20261231") && lines.contains("DTEND;VALUE=DATE:20270101"))
        #expect(lines.contains("SUMMARY:Payment: 2\\,500.00 GBP\\, 10442"))
        #expect(lines.contains("DESCRIPTION:I-1\\; I-2"))
        #expect(
            lines.contains("DTSTART:20261118T110640Z")
                || lines.contains { $0.hasPrefix("DTSTART:2026") && $0.hasSuffix("00Z") })
        #expect(lines.contains("UID:a-1@duly"))
    }

    @Test("Hostile names make no line of their own; long ones are folded within 75 octets and never within a character")
    func hostile() {
        let title = "Müller & Söhne\r\nATTENDEE:mailto:x@y.example\nEND:VEVENT" + String(repeating: "ä", count: 100)
        let text = CalendarFile(
            [.init(id: "a", when: .day(CalendarFileTests.day), title: title)], made: CalendarFileTests.made
        ).text
        #expect(!text.components("\r\n").contains { $0.hasPrefix("ATTENDEE") })
        #expect(text.components("\r\n").filter { $0 == "END:VEVENT" }.count == 1)
        for line in text.components("\r\n") { #expect(line.utf8.count <= 75) }
        #expect(text.utf8.filter { $0 == 0x0A }.count == text.utf8.filter { $0 == 0x0D }.count)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: true).map(String.init)
    }
}
