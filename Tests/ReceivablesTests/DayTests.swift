import Receivables
import Testing

@Suite struct DayTests {
    @Test("Every day of four centuries goes to year, month, day and back")
    func roundTrip() throws {
        var day = try #require(Day(iso: "1899-12-31"))
        let end = try #require(Day(iso: "2300-01-01"))
        while day < end {
            let (year, month, dayOfMonth) = day.civil
            #expect(Day(year: year, month: month, day: dayOfMonth) == day)
            day = day.advanced(by: 1)
        }
    }

    @Test(
        "A date that isn't one is refused",
        arguments: ["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026-1-01", "today"])
    func refused(text: String) { #expect(Day(iso: text) == nil) }

    static let monthSteps: [(String, Int, Bool, String)] = [
        ("2026-01-31", 1, false, "2026-02-28"), ("2024-01-31", 1, false, "2024-02-29"),
        ("2026-02-28", 1, true, "2026-03-31"), ("2026-02-28", 1, false, "2026-03-28"),
        ("2026-11-30", 3, true, "2027-02-28"), ("2026-03-15", -4, false, "2025-11-15"),
    ]

    @Test("Months clamp to the last day, and a series of last days stays on last days", arguments: monthSteps)
    func addingMonths(from: String, months: Int, stays: Bool, to: String) {
        #expect(Day(iso: from)?.adding(months: months, staysOnLastDay: stays).iso == to)
    }

    @Test("Business days skip weekends and holidays")
    func businessDays() throws {
        let friday = try #require(Day(iso: "2026-12-18"))
        let christmas = try #require(Day(iso: "2026-12-25"))
        let calendar = BusinessCalendar(holidays: [christmas])
        #expect(friday.weekday == .friday)
        #expect(calendar.adding(1, to: friday).iso == "2026-12-21")
        #expect(calendar.adding(5, to: friday).iso == "2026-12-28")
        #expect(calendar.onOrAfter(christmas).iso == "2026-12-28")
    }

    static let written: [(String, String, String)] = [
        ("Net 30", "2024-11-19", "2024-12-19"), ("NET30", "2024-11-19", "2024-12-19"),
        ("30 days", "2026-01-31", "2026-03-02"),
        ("Due on receipt", "2026-01-31", "2026-01-31"), ("EOM", "2026-02-03", "2026-02-28"),
        ("EOM 15", "2026-02-03", "2026-03-15"), ("2/10 net 30", "2026-01-01", "2026-01-31"),
        ("10th of next month", "2026-01-15", "2026-02-10"), ("31st of next month", "2026-01-15", "2026-02-28"),
    ]

    @Test("Terms are read as extracts write them", arguments: written)
    func terms(text: String, issued: String, due: String) throws {
        let terms = try #require(Terms(text))
        #expect(terms.due(from: try #require(Day(iso: issued))).iso == due)
    }

    @Test("Words that are no terms are not guessed at", arguments: ["", "see contract", "net", "A1"])
    func noTerms(text: String) { #expect(Terms(text) == nil) }

    @Test("Instalments are rounded half-up, the last takes the rest, and their sum is exact")
    func instalments() throws {
        let third = Terms.Instalment(hundredthsOfPercent: 3_333, terms: .net(days: 30))
        let rest = Terms.Instalment(hundredthsOfPercent: 3_334, terms: .net(days: 90))
        let terms = try #require(Terms.inInstalments([third, third, rest]))
        let schedule = terms.schedule(of: Money(minor: 10_001, .usd), issued: Day(number: 0))
        #expect(schedule.map(\.amount.minor) == [3_333, 3_333, 3_335])
        #expect(Terms.inInstalments([third, third]) == nil)
    }

    @Test("An instant and a wall clock agree on both sides of midnight")
    func clocks() {
        let instant = Instant(milliseconds: -1)
        #expect(instant.local(offset: 0).day == Day(number: -1))
        #expect(instant.local(offset: 0).time.text == "23:59")
        #expect(instant.local(offset: 3600).day == Day(number: 0))
    }
}
