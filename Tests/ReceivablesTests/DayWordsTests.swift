import Receivables
import Testing

/// Read on Tuesday 24 November 2026.
@Suite("Days and times as callers say them") struct DayWordsTests {
    static let today = Day(year: 2026, month: 11, day: 24) ?? Day(number: 0)
    static let friday = Day(year: 2026, month: 11, day: 27) ?? Day(number: 0)

    static func days(looksBack: Bool = false, order: DateOrder? = nil, run: PayRun = .unknown, on day: Day = today)
        -> DayWords
    {
        DayWords(today: day, calendar: BusinessCalendar(), looksBack: looksBack, order: order, run: run)
    }

    /// `Fri 27 Nov 2026`, with `+` behind it where words were left over; else why not.
    static func read(_ text: String, _ days: DayWords) -> String {
        let words = text.split(separator: " ")
        switch days.read(words) {
        case .success(let (day, used)): return day.full + (used == words.count ? "" : " +")
        case .failure(let problem): return problem.sentence
        }
    }

    static let ahead: [(String, String)] = [
        ("eom", "Mon 30 Nov 2026"), ("end of the month", "Mon 30 Nov 2026"), ("month end", "Mon 30 Nov 2026"),
        ("the end of november", "Mon 30 Nov 2026"), ("end of next month", "Thu 31 Dec 2026"),
        ("mid-month", "Tue 15 Dec 2026"),
        ("mid december", "Tue 15 Dec 2026"), ("middle of the month", "Tue 15 Dec 2026"),
        ("beginning of next month", "Tue 1 Dec 2026"),
        ("end of the week", "Fri 27 Nov 2026"), ("end of next week", "Fri 4 Dec 2026"),
        ("this week", "Fri 27 Nov 2026"),
        ("in two weeks", "Tue 8 Dec 2026"), ("in a fortnight", "Tue 8 Dec 2026"), ("three weeks", "Tue 15 Dec 2026"),
        ("in 5 working days", "Tue 1 Dec 2026"), ("in two weeks' time", "Tue 8 Dec 2026"),
        ("10 days", "Fri 4 Dec 2026"),
        ("friday week", "Fri 4 Dec 2026"), ("a week on friday", "Fri 4 Dec 2026"),
        ("friday next week", "Fri 4 Dec 2026"),
        ("next week friday", "Fri 4 Dec 2026"), ("next monday", "Mon 30 Nov 2026"), ("this friday", "Fri 27 Nov 2026"),
        ("thurs", "Thu 26 Nov 2026"), ("the 15th", "Tue 15 Dec 2026"), ("the 27th", "Fri 27 Nov 2026"),
        ("the 15th of january", "Fri 15 Jan 2027"),
        ("after the 5th", "Mon 7 Dec 2026"), ("before the 5th", "Fri 4 Dec 2026"),
        ("day after tomorrow", "Thu 26 Nov 2026"),
        ("fri the 27th", "Fri 27 Nov 2026"), ("end of the year", "Thu 31 Dec 2026"),
        ("end of the quarter", "Thu 31 Dec 2026"),
        ("friday morning", "Fri 27 Nov 2026 +"), ("5.12", "Sat 5 Dec 2026"), ("now", "Tue 24 Nov 2026"),
        ("next week", "next week: Mon 30 Nov 2026 or Fri 4 Dec 2026?"),
        ("next month", "next month: Tue 1 Dec 2026 or Thu 31 Dec 2026?"),
        ("next friday", "next friday: Fri 27 Nov 2026 or Fri 4 Dec 2026?"),
        ("5/12", "5/12: Sat 5 Dec 2026 or Wed 12 May 2027?"), ("yesterday", "Mon 23 Nov 2026 is past"),
        ("last friday", "Fri 20 Nov 2026 is past"), ("9999-12-31", "Fri 31 Dec 9999 is more than a hundred years off"),
        ("0001-01-01", "Mon 1 Jan 1 is more than a hundred years off"),
        ("last week", "Fri 20 Nov 2026 is past"), ("2 days ago", "Sun 22 Nov 2026 is past"),
        ("23.11", "Mon 23 Nov 2026 is past"),
        ("next run", "no usual pay day of theirs is known: name the day"),
        ("week", "“week” is no day: fri, 27 nov, 27.11, +3, next week, eom"),
    ]

    @Test(
        "A day ahead, with its weekday and year; two days where words mean two; a day gone by is refused",
        arguments: ahead)
    func readsAhead(text: String, expected: String) {
        #expect(DayWordsTests.read(text, DayWordsTests.days()) == expected)
    }

    static let back: [(String, String)] = [
        ("yesterday", "Mon 23 Nov 2026"), ("last friday", "Fri 20 Nov 2026"), ("friday", "Fri 20 Nov 2026"),
        ("tuesday", "Tue 24 Nov 2026"),
        ("last tuesday", "Tue 17 Nov 2026"), ("3 days ago", "Sat 21 Nov 2026"), ("a week ago", "Tue 17 Nov 2026"),
        ("two weeks ago", "Tue 10 Nov 2026"),
        ("the 15th", "Sun 15 Nov 2026"), ("end of last month", "Sat 31 Oct 2026"), ("month end", "Sat 31 Oct 2026"),
        ("mid-month", "Sun 15 Nov 2026"), ("23.11", "Mon 23 Nov 2026"), ("day before yesterday", "Sun 22 Nov 2026"),
        ("friday last week", "Fri 20 Nov 2026"), ("last week", "last week: Mon 16 Nov 2026 or Fri 20 Nov 2026?"),
        ("tomorrow", "Wed 25 Nov 2026 is still to come"), ("next friday", "Fri 27 Nov 2026 is still to come"),
    ]

    @Test("Looking back it is the day gone by, and one ahead is refused", arguments: back)
    func readsBack(text: String, expected: String) {
        #expect(DayWordsTests.read(text, DayWordsTests.days(looksBack: true)) == expected)
    }

    @Test("A date of numbers is read in the order of the book; one that fits only one order needs none")
    func order() {
        let european = DayWordsTests.days(order: .dayMonthYear), american = DayWordsTests.days(order: .monthDayYear)
        #expect(DayWordsTests.read("5/12", european) == "Sat 5 Dec 2026")
        #expect(DayWordsTests.read("5/12", american) == "Wed 12 May 2027")
        #expect(DayWordsTests.read("12/5", american) == "Sat 5 Dec 2026")
        #expect(DayWordsTests.read("27/11", american) == "Fri 27 Nov 2026")
        #expect(DayWordsTests.read("11/27", european) == "Fri 27 Nov 2026")
        func order(region: String = "", zone: String = "UTC", dates: DateOrder? = nil) -> DateOrder? {
            Rules(base: .usd, zone: zone, region: region, dates: dates).dateOrder
        }
        #expect(order() == nil)
        #expect(order(region: "US") == .monthDayYear)
        #expect(order(region: "GB", zone: "America/New_York") == .dayMonthYear)
        #expect(order(zone: "America/Chicago") == .monthDayYear)
        #expect(order(zone: "Europe/London") == .dayMonthYear)
        #expect(order(region: "US", dates: .dayMonthYear) == .dayMonthYear)
    }

    @Test("The next run is the usual pay day after today; one that isn't worked moves on")
    func run() {
        #expect(
            DayWordsTests.read("next run", DayWordsTests.days(run: PayRun(weekday: .thursday))) == "Thu 26 Nov 2026")
        #expect(
            DayWordsTests.read("the next payment run", DayWordsTests.days(run: PayRun(weekday: .tuesday)))
                == "Tue 1 Dec 2026")
        #expect(DayWordsTests.read("next run", DayWordsTests.days(run: PayRun(dayOfMonth: 5))) == "Mon 7 Dec 2026")
        #expect(DayWordsTests.read("next run", DayWordsTests.days(run: PayRun(dayOfMonth: 31))) == "Mon 30 Nov 2026")
    }

    /// At 9:41, with calls from 8 to 18.
    static let moments: [(String, String)] = [
        ("fri 10:30", "Fri 27 Nov 2026 10:30"), ("Mon 9:30", "Mon 30 Nov 2026 09:30"), ("2pm", "Tue 24 Nov 2026 14:00"),
        ("14:30", "Tue 24 Nov 2026 14:30"),
        ("9", "Wed 25 Nov 2026 09:00"), ("tomorrow morning", "Wed 25 Nov 2026 09:00"),
        ("tomorrow afternoon", "Wed 25 Nov 2026 14:00"),
        ("this afternoon", "Tue 24 Nov 2026 14:00"), ("in an hour", "Tue 24 Nov 2026 10:41"),
        ("in half an hour", "Tue 24 Nov 2026 10:11"),
        ("in 20 minutes", "Tue 24 Nov 2026 10:01"), ("9am tomorrow", "Wed 25 Nov 2026 09:00"),
        ("at 3pm on friday", "Fri 27 Nov 2026 15:00"),
        ("tomorrow at 11", "Wed 25 Nov 2026 11:00"), ("fri morning 8:15", "Fri 27 Nov 2026 08:15"),
        ("fri afternoon 3", "Fri 27 Nov 2026 15:00"),
        ("fri 2", "fri 2: Fri 27 Nov 2026 14:00 or Fri 27 Nov 2026 02:00?"),
        ("3:15", "3:15: Tue 24 Nov 2026 15:15 or Tue 24 Nov 2026 03:15?"),
        ("fri 02:00", "Fri 27 Nov 2026 02:00"), ("fri", "Fri 27 Nov 2026"), ("27 nov 1430", "Fri 27 Nov 2026 14:30"),
        ("next friday 10:30", "next friday: Fri 27 Nov 2026 or Fri 4 Dec 2026?"),
        ("yesterday 9", "Mon 23 Nov 2026 is past"),
        ("soon", "“soon” is no day: fri, 27 nov, 27.11, +3, next week, eom"), ("fri 3 pm", "Fri 27 Nov 2026 15:00"),
    ]

    @Test(
        "A day and a time in either order; an hour at which no one calls is not taken for granted", arguments: moments)
    func readsMoments(text: String, expected: String) {
        let now = LocalTime(day: DayWordsTests.today, time: TimeOfDay(minutes: 9 * 60 + 41))
        let reader = MomentWords(DayWordsTests.days(), now: now, hours: .standard)
        switch reader.read(text.split(separator: " ")) {
        case .success(let (day, time, used)):
            #expect(DayReading(day, time).shown == expected)
            #expect(used == text.split(separator: " ").count)
        case .failure(let problem): #expect(problem.sentence == expected)
        }
    }

    @Test("What is offered means one day alone, wherever the words stand")
    func choices() throws {
        for text in ["500 next week", "500 by 5/12 I-7", "500 on next friday instead"] {
            let words = text.split(separator: " ")
            let start = text.contains(" by ") || text.contains(" on ") ? 2 : 1
            guard case .failure(let problem) = DayWordsTests.days().read(Array(words[start...])) else { continue }
            let choices = problem.choices(in: words)
            #expect(choices.count == 2)
            for choice in choices {
                let chosen = choice.words.split(separator: " ")
                #expect(DayWordsTests.read(String(chosen[start]), DayWordsTests.days()) == choice.shown)
            }
        }
        let words = "500 by 5/12 I-7".split(separator: " ")
        guard case .failure(let problem) = DayWordsTests.days().read(Array(words[2...])) else {
            return #expect(Bool(false))
        }
        #expect(problem.choices(in: words).map(\.words) == ["500 by 2026-12-05 I-7", "500 by 2027-05-12 I-7"])
    }
}
