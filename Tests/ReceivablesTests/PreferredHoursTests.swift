import Receivables
import Testing

@Suite("When a contact likes to be called")
struct PreferredHoursTests {
    @Test(
        "Hours are read as people write them; an end that nobody named is that of a usual day",
        arguments: [
            ("14:00-17:00", "14:00-17:00"), ("14-17", "14:00-17:00"), ("14.30 \u{2013} 17", "14:30-17:00"),
            ("2-4pm", "14:00-16:00"),
            ("11am-2pm", "11:00-14:00"), ("11-2pm", "11:00-14:00"), ("10-12pm", "10:00-12:00"),
            ("9 to 11", "09:00-11:00"),
            ("between 2 pm and 4 pm", "14:00-16:00"), ("8 bis 10 Uhr", "08:00-10:00"), ("14h - 17h", "14:00-17:00"),
            ("after 3pm", "15:00-18:00"), ("from 16", "16:00-18:00"), ("after 19:00", "19:00-24:00"),
            ("ab 15 Uhr", "15:00-18:00"),
            ("before 11", "08:00-11:00"), ("bis 12", "08:00-12:00"), ("Mornings", "08:00-12:00"),
            ("in the afternoon", "12:00-18:00"),
            ("nachmittags", "12:00-18:00"), ("apr\u{E8}s-midi", "12:00-18:00"),
        ])
    func read(text: String, hours: String) {
        #expect(Hours(preferred: text)?.text == hours)
    }

    @Test(
        "What says no hours, or hours that end before they begin, is nothing",
        arguments: ["", "-", "17-14", "whenever", "25-26", "after", "3", "13pm-14pm", "before 7"])
    func unread(text: String) {
        #expect(Hours(preferred: text) == nil)
    }

    static let tuesday = Day(iso: "2026-11-24") ?? Day(number: 0)

    @Test(
        "The time proposed after a try falls into the hours that they prefer",
        arguments: [
            (CallResult.noAnswer, "09:41", "14:00-17:00", "2026-11-24 14:00"),
            (.noAnswer, "09:41", "16:00-18:00", "2026-11-24 16:00"),
            (.noAnswer, "09:41", "10:00-12:00", "2026-11-24 10:00"),
            (.noAnswer, "10:30", "10:00-12:00", "2026-11-25 10:00"),
            (.noAnswer, "15:00", "14:00-17:00", "2026-11-25 14:00"),
            (.voicemail, "09:41", "16:00-18:00", "2026-11-25 16:00"),
            (.gatekeeper, "15:00", "08:00-12:00", "2026-11-25 09:00"),
        ])
    func proposed(result: CallResult, now: String, best: String, expected: String) throws {
        let time = try #require(TimeOfDay(now))
        let step = try #require(
            result.proposal(
                at: LocalTime(day: PreferredHoursTests.tuesday, time: time), calendar: BusinessCalendar(),
                preferred: Hours(best)))
        #expect("\(step.day.iso) \(step.time?.text ?? "")" == expected)
    }

    @Test("Only hours can be said of whom one speaks to, or both; hours that can't be read are asked for")
    func said() throws {
        let words = RemarkWords(contact: Contact(name: "Kim"))
        func read(_ text: String) -> Result<Interpretation<PlannedContact>, RemarkProblem> {
            words.contact(text.split(separator: " "))
        }
        #expect(try read("best 2-4pm").get().fact == PlannedContact("Kim", phone: "", preferred: Hours("14-16")))
        #expect(
            try read("Jane Moss +44 113 best mornings").get().fact
                == PlannedContact("Jane Moss", phone: "+44 113", preferred: Hours("8-12")))
        #expect(
            try read("Jane Moss best after 3pm").get().shown
                == "Jane Moss, best 15:00-18:00, until the ERP says otherwise")
        guard case .failure(.unknownHours("never")) = read("best never"), case .failure(.noHours) = read("Jane best")
        else {
            Issue.record("hours that say nothing were taken")
            return
        }
    }
}
