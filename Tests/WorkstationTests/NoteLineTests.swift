import Receivables
import Testing

@testable import Workstation

@Suite("Lines of a note")
struct NoteLineTests {
    private func context(zone: String, on iso: String = "2026-11-24", at time: String = "9:41") -> NoteContext {
        NoteContext(
            now: Fixture.at(iso, time), today: Fixture.day(iso), rules: Fixture.rules, zone: zone,
            offset: Fixture.offset, payer: Fixture.northwind.facts, rates: Rates(base: Fixture.gbp))
    }

    /// A line as it is shown beside itself.
    private func shown(_ line: String, _ context: NoteContext) -> String {
        switch NoteLine.reading(line, in: context).first?.reading {
        case .understood(_, let shown, let warnings):
            warnings.isEmpty ? "✓ \(shown)" : "! \(warnings.joined(separator: "; ")): \(shown)"
        case .notRecorded(let why): "? \(why)"
        case nil: "text"
        }
    }

    @Test(
        "Days are read as people type them",
        arguments: [
            ("today", "2026-11-24"), ("tomorrow", "2026-11-25"), ("fri", "2026-11-27"), ("Friday", "2026-11-27"),
            ("tue", "2026-12-01"), ("27.11", "2026-11-27"), ("27.11.", "2026-11-27"), ("27.11.26", "2026-11-27"),
            ("27/11", "2026-11-27"), ("11/27", "2026-11-27"), ("27 nov", "2026-11-27"), ("nov 27", "2026-11-27"),
            ("3 jan", "2027-01-03"), ("27 november 2027", "2027-11-27"), ("27th", "2026-11-27"), ("3rd", "2026-12-03"),
            ("+3", "2026-11-27"), ("+2w", "2026-12-08"), ("in 2 weeks", "2026-12-08"), ("in a month", "2026-12-24"),
            ("2026-12-01", "2026-12-01"), ("eom", "2026-11-30"), ("Fri 27 Nov", "2026-11-27"), ("29 feb", "2028-02-29"),
            ("5/5", "2027-05-05"),
        ])
    func days(typed: String, iso: String) throws {
        let days = DayWords(today: Fixture.today, calendar: BusinessCalendar())
        let (day, used) = try days.read(typed.split(separator: " ")).get()
        #expect(day.iso == iso)
        #expect(used == typed.split(separator: " ").count)
    }

    @Test(
        "What is no day says why",
        arguments: [
            ("", DayProblem.missing), ("soonish", .unreadable("soonish")), ("30 feb", .noSuchDay("30 feb")),
            (
                "3/4",
                .twoReadings("3/4", [DayReading(Fixture.day("2027-04-03")), DayReading(Fixture.day("2027-03-04"))])
            ), ("2026-11-01", .past(Fixture.day("2026-11-01"))),
            ("Mon 27 Nov", .otherWeekday(Fixture.day("2026-11-27"))), ("31.2", .noSuchDay("31.2")),
            ("+99999999999999999999", .unreadable("+99999999999999999999")),
        ])
    func noDays(typed: String, problem: DayProblem) {
        let days = DayWords(today: Fixture.today, calendar: BusinessCalendar())
        guard case .failure(let found) = days.read(typed.split(separator: " ")) else {
            return #expect(Bool(false), "\(typed) was read as a day")
        }
        #expect(found == problem)
    }

    @Test(
        "A line is shown as it was understood, or with what keeps it from being recorded",
        arguments: [
            ("just text", "text"), (" /next fri", "text"),
            (
                "/",
                """
                ? /promise, /plan, /dispute, /paid, /send, /next, /callback, /no-calls, /hold, /language, /cause, \
                /contact, /feedback
                """
            ),
            ("/next fri was it in the run?", "✓ Fri 27 Nov 2026: was it in the run?"),
            ("/next sat", "! not a working day: Sat 28 Nov 2026"), ("/next", "? which day?"),
            ("/ne", "? /next DAY TEXT ?"), ("/prom", "? /promise AMOUNT|all|half DAY [ITEM…] [instead] ?"),
            ("/promise 2500 fri", "✓ 2,500.00 GBP by Fri 27 Nov 2026"),
            ("/promise all 4 dec INV-2210", "✓ 8,200.00 GBP by Fri 4 Dec 2026 for INV-2210"),
            ("/promise 0 fri", "? an amount above zero"),
            ("/promise 20000 fri", "! 6,150.00 GBP more than is open and free: 20,000.00 GBP by Fri 27 Nov 2026"),
            ("/promise 50 30 feb", "? there is no 30 feb"),
            ("/dispute INV-2291 price 1000", "✓ INV-2291 1,000.00 GBP, price: Sales by Tue 1 Dec 2026"),
            ("/paid 900 yesterday REF 7", "✓ 900.00 GBP of Mon 23 Nov 2026, REF 7"),
            (
                "/plan 2x monthly from 1 dec",
                """
                ! needs approval: above 10,000.00 GBP a manager approves: 10,300.00 GBP: 5,150.00 Tue 1 Dec, \
                5,150.00 Fri 1 Jan 2027
                """
            ),
            ("/send statement", "✓ owed today: send statement"),
            ("/next 1 mar", "? Mon 1 Mar 2027 is more than 30 days ahead: why so late?"),
            ("/next 1 mar their audit ends", "✓ Mon 1 Mar 2027: their audit ends"),
            ("/callback fri", "? at what time? 9, 9:05, 2pm, morning"),
            ("/callback fri 9.05", "✓ Fri 27 Nov 2026 09:05"), ("/callback fri 1430", "✓ Fri 27 Nov 2026 14:30"),
            ("/callback 27 nov 1430", "✓ Fri 27 Nov 2026 14:30"), ("/callback fri 3pm", "✓ Fri 27 Nov 2026 15:00"),
            ("/callback fri 25:00", "? “25:00” is not a time: 9, 9:05, 2pm, morning"),
            ("/callback 2pm Jane", "✓ Tue 24 Nov 2026 14:00: Jane"),
            ("/callback tomorrow morning", "✓ Wed 25 Nov 2026 09:00"),
            ("/callback in an hour", "✓ Tue 24 Nov 2026 10:41"), ("/callback mon 9:30", "✓ Mon 30 Nov 2026 09:30"),
            ("/callback fri 2", "? fri 2: Fri 27 Nov 2026 14:00 or Fri 27 Nov 2026 02:00? Enter chooses"),
            ("/next in an hour send it", "✓ Tue 24 Nov 2026: 10:41 send it"),
            ("/promise half next run", "✓ 5,150.00 GBP by Fri 27 Nov 2026"),
            ("/promise 100 5/12", "! not a working day: 100.00 GBP by Sat 5 Dec 2026"),
            ("/promise 500 yesterday", "? Mon 23 Nov 2026 is past: a promise is for today or later"),
            ("/send invoice 2291", "✓ owed today: send invoice INV-2291"),
            ("/hold", "? which? insolvent, lawyer or agency, factored, direct debit, own decision Enter chooses"),
            ("/callback today 9", "? 09:00 is past"), ("/callback today 9:50 Jane", "✓ Tue 24 Nov 2026 09:50: Jane"),
            ("/callback fri 19", "! outside 08:00-18:00: Fri 27 Nov 2026 19:00"),
        ])
    func lines(typed: String, expected: String) {
        #expect(shown(typed, context(zone: "Europe/London")) == expected)
    }

    @Test("A callback is on the customer's clock, with ours beside it")
    func clocks() {
        #expect(
            shown("/callback fri 10:30", context(zone: "Europe/Berlin"))
                == "✓ Fri 27 Nov 2026 10:30 in Berlin, 09:30 here")
        #expect(shown("/callback fri 10:30", context(zone: "")) == "✓ Fri 27 Nov 2026 10:30 our time")
        let fact = NoteLine.reading("/callback fri 10:30", in: context(zone: "America/New_York")).first?.fact
        guard case .callback(let time, _) = fact else { return #expect(Bool(false)) }
        #expect(time.at == Fixture.at("2026-11-27", "15:30"))
    }

    @Test("A time that a change of the clocks repeats or skips says so")
    func clockChanges() {
        let autumn = context(zone: "Europe/London", on: "2026-10-23")
        #expect(shown("/callback sun 01:30", autumn).contains("this time comes twice; the first is meant"))
        let spring = context(zone: "Europe/London", on: "2027-03-26")
        #expect(
            shown("/callback sun 01:30", spring).hasPrefix(
                "! not a working day; outside 08:00-18:00: Sun 28 Mar 2027 02:30; the clocks go forward and skip"))
        #expect(
            shown("/callback sun 03:30", spring) == "! not a working day; outside 08:00-18:00: Sun 28 Mar 2027 03:30")
        let twice = AgreedTime(LocalTime(day: Fixture.day("2026-10-25"), time: TimeOfDay(minutes: 90))) {
            Fixture.offset("Europe/London", $0) ?? 0
        }
        #expect(twice.at == Fixture.at("2026-10-25", "0:30"))
    }

    @Test("Each line is named by its place in the note")
    func places() {
        let lines = NoteLine.reading("hello\n/next fri\n\n/callback x", in: context(zone: ""))
        #expect(lines.map(\.number) == [1, 3])
    }
}

@Suite("What is proposed next")
struct ProposalTests {
    private func proposed(_ result: CallResult, _ time: String, on iso: String = "2026-11-24") -> String? {
        let now = LocalTime(day: Fixture.day(iso), time: TimeOfDay(time) ?? TimeOfDay(minutes: 0))
        return result.proposal(at: now, calendar: BusinessCalendar())?.when
    }

    @Test(
        "Every result proposes its next action from the day and the half of it",
        arguments: [
            (CallResult.promised, "Fri 4 Dec"), (.planAgreed, "Wed 25 Nov"), (.paidAlready, "Fri 27 Nov"),
            (.disputes, "Wed 2 Dec"), (.wantsDocuments, "Thu 26 Nov"), (.willCheck, "Thu 26 Nov"),
            (.refuses, "Thu 26 Nov"), (.someoneElse, "Tue 24 Nov"), (.gatekeeper, "Wed 25 Nov 14:00"),
            (.voicemail, "Wed 25 Nov 14:00"), (.noAnswer, "Tue 24 Nov 14:00"), (.busy, "Tue 24 Nov 10:11"),
            (.wrongNumber, "Wed 25 Nov"), (.noCommonLanguage, "Wed 25 Nov"), (.askedNotToBeCalled, "Wed 25 Nov"),
            (.insolvent, "Thu 24 Dec"), (.relationship, "Tue 22 Dec"),
        ])
    func table(result: CallResult, expected: String) {
        #expect(proposed(result, "9:41") == expected)
    }

    @Test("In the afternoon the other half is the next working morning")
    func afternoon() {
        #expect(proposed(.noAnswer, "15:00", on: "2026-11-27") == "Mon 30 Nov 09:00")
        #expect(proposed(.voicemail, "15:00") == "Wed 25 Nov 09:00")
        #expect(proposed(.busy, "23:50") == "Wed 25 Nov 09:00")
        #expect(proposed(.callbackAgreed, "9:41") == nil)
    }
}
