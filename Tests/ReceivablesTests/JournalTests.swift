import Receivables
import Testing

@Suite struct JournalTests {
    static let today = Day(number: 20_000)

    static func entry(
        _ seq: Int64, _ result: CallResult, day: Int = 0, minute: Int = 600, undoes: Int64? = nil,
        direction: CallRecord.Direction = .outbound, next: [PlannedFollowUp] = []
    ) -> Entry {
        let day = today.advanced(by: day)
        let act: Act = undoes == nil ? .call(CallRecord(direction: direction, result: result, followUps: next)) : .undo
        return Entry(
            seq: seq, id: "\(seq)", payer: AccountNumber("A"),
            at: LocalTime(day: day, time: TimeOfDay(minutes: minute)).instant(offset: 0), day: day, author: "a",
            text: "", act: act, undoes: undoes, hash: [])
    }

    static func next(_ days: Int, at minute: Int? = nil) -> PlannedFollowUp {
        let day = today.advanced(by: days)
        let at = minute.map { LocalTime(day: day, time: TimeOfDay(minutes: $0)).instant(offset: 0) }
        return PlannedFollowUp(kind: at == nil ? .followUp : .appointment, day: day, at: at)
    }

    @Test("Attempts, contacts and misses are counted; inbound and a busy line are no attempt")
    func tally() {
        let record = PayerRecord.folding([
            JournalTests.entry(1, .noAnswer, day: -2), JournalTests.entry(2, .voicemail, day: -1),
            JournalTests.entry(3, .busy, day: -1), JournalTests.entry(4, .willCheck, day: -1, direction: .inbound),
            JournalTests.entry(5, .gatekeeper),
        ])
        #expect(record.tally.unreached == 1)
        #expect(record.tally.lastRightParty == JournalTests.today.advanced(by: -1))
        #expect(record.tally.attempts(inLast: 7, upTo: JournalTests.today) == 3)
        #expect(record.tally.attempts(inLast: 1, upTo: JournalTests.today) == 1)
    }

    @Test("A later call does what was due; an appointment only from half an hour before its minute")
    func settling() {
        let planned = JournalTests.entry(
            1, .willCheck, day: -5, next: [JournalTests.next(0), JournalTests.next(0, at: 900), JournalTests.next(9)])
        let early = PayerRecord.folding([planned, JournalTests.entry(2, .noAnswer, minute: 600)])
        #expect(early.followUps.map(\.nth) == [1, 2])
        let onTime = PayerRecord.folding([planned, JournalTests.entry(2, .noAnswer, minute: 880)])
        #expect(onTime.followUps.map(\.nth) == [2])
    }

    @Test("The next try at another hour is done by the call before it; what was agreed for that hour stays")
    func nextTries() {
        let try14 = PlannedFollowUp(
            day: JournalTests.today, at: JournalTests.next(0, at: 840).at, why: "try in the afternoon")
        let first = JournalTests.entry(1, .noAnswer, next: [try14])
        let second = JournalTests.entry(2, .noAnswer, minute: 603, next: [try14])
        #expect(PayerRecord.folding([first, second]).followUps.map(\.entry) == [2])
        let reached = JournalTests.entry(3, .willCheck, minute: 605, next: [JournalTests.next(2)])
        #expect(PayerRecord.folding([first, second, reached]).followUps.map(\.entry) == [3])
        let tomorrow = PlannedFollowUp(
            day: JournalTests.today.advanced(by: 1), at: JournalTests.next(1, at: 540).at, why: "try in the morning")
        let late = [1, 2].map { JournalTests.entry($0, .noAnswer, minute: 900, next: [tomorrow]) }
        #expect(PayerRecord.folding(late).followUps.map(\.entry) == [2])
        let agreed = JournalTests.entry(1, .gatekeeper, next: [JournalTests.next(0, at: 840)])
        #expect(PayerRecord.folding([agreed, second]).followUps.map(\.entry) == [1, 2])
    }

    @Test("Taking back restores what was; taking back the taking back undoes that")
    func undo() {
        let planned = JournalTests.entry(1, .willCheck, day: -5, next: [JournalTests.next(0)])
        let call = JournalTests.entry(2, .noAnswer)
        let undo = JournalTests.entry(3, .noAnswer, undoes: 2)
        #expect(PayerRecord.folding([planned, call]).followUps.isEmpty)
        #expect(PayerRecord.folding([planned, call, undo]) == PayerRecord.folding([planned]))
        let redo = JournalTests.entry(4, .noAnswer, undoes: 3)
        #expect(PayerRecord.folding([planned, call, undo, redo]) == PayerRecord.folding([planned, call]))
        #expect(counting([planned, call, undo, redo]).map(\.seq) == [1, 2, 4])
    }

    @Test("Every result has a key of its own and is found by its name, its title and its key")
    func results() {
        #expect(Set(CallResult.allCases.map(\.key)).count == CallResult.allCases.count)
        for result in CallResult.allCases {
            #expect(CallResult(named: result.rawValue) == result)
            #expect(
                CallResult(named: result.rawValue.split(separator: " ").joined(separator: "-").uppercased()) == result)
            #expect(CallResult(named: String(result.key)) == result)
        }
        #expect(CallResult(named: "nonsense") == nil)
    }

    @Test("Every result but an agreed callback proposes a step that is not in the past")
    func proposals() {
        for result in CallResult.allCases where result != .callbackAgreed {
            let proposal = result.proposal(
                at: LocalTime(day: JournalTests.today, time: TimeOfDay(minutes: 600)), calendar: BusinessCalendar())
            #expect((proposal?.day ?? Day(number: 0)) >= JournalTests.today)
        }
    }
}
