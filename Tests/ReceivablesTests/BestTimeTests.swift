import Receivables
import Testing

@Suite("The best time to call")
struct BestTimeTests {
    /// Of June 2026: the 1st is a Monday.
    private static func call(_ day: Int, _ hour: Int, _ isReached: Bool) -> (at: LocalTime, isReached: Bool) {
        let day = Day(year: 2026, month: 6, day: day) ?? Day(number: 0)
        return (LocalTime(day: day, time: TimeOfDay(minutes: hour * 60)), isReached)
    }

    @Test("Days and hours that stand out are named")
    func learned() throws {
        let calls = [
            BestTimeTests.call(2, 9, true), BestTimeTests.call(9, 10, true), BestTimeTests.call(16, 9, true),
            BestTimeTests.call(3, 15, false), BestTimeTests.call(4, 15, false), BestTimeTests.call(10, 16, false),
            BestTimeTests.call(12, 15, false), BestTimeTests.call(1, 12, false),
        ]
        let best = try #require(BestTime(calls))
        #expect(best.words == "mostly reached Tue before 11")
        #expect((best.tried, best.reached) == (8, 3))
    }

    @Test("Few calls, one lucky call, or calls that were answered alike say nothing")
    func nothing() {
        #expect(BestTime([BestTimeTests.call(2, 9, true), BestTimeTests.call(9, 9, true)]) == nil)
        #expect(BestTime((1...8).map { BestTimeTests.call($0, 9, $0 == 2) }) == nil)
        #expect(
            BestTime((1...5).flatMap { [BestTimeTests.call($0, 9, true), BestTimeTests.call($0, 15, true)] }) == nil)
    }

    @Test("After no answer the next of these times is proposed")
    func proposed() throws {
        let calls =
            (0..<3).map { BestTimeTests.call(2 + 7 * $0, 9, true) } + (3...7).map { BestTimeTests.call($0, 15, false) }
        let best = try #require(BestTime(calls))
        let friday = LocalTime(day: Day(year: 2026, month: 6, day: 19) ?? Day(number: 0), time: TimeOfDay(minutes: 600))
        let proposed = CallResult.noAnswer.proposal(at: friday, calendar: BusinessCalendar(), best: best)
        let step = try #require(proposed)
        #expect(step.day.iso == "2026-06-23")
        #expect(step.time == TimeOfDay(minutes: 570))
        #expect(step.why == "try again: mostly reached Tue before 11")
    }
}
