import Receivables
import Terminal
import Testing

@testable import Workstation

/// What the cadence asks for next is on the page, in the wrap-up and in the record.
@Suite("The cadence at work")
struct CadenceTests {
    /// Orchard & Co: four days late, a reminder due.
    private static let orchard = Fixture.orchard

    private func machine(_ change: (inout PayerFacts) -> Void = { _ in }, of dossier: Dossier = Fixture.bluebird)
        -> Machine
    {
        var changed = dossier
        changed.change(change)
        changed.standing = rank(changed.facts, portfolio: Fixture.portfolio, rules: Fixture.rules, day: Fixture.today)
        var machine = Machine(size: Size(columns: 120, rows: 36))
        machine.book.dossiers = [changed]
        return machine
    }

    private func opened(_ change: (inout PayerFacts) -> Void = { _ in }, of dossier: Dossier = Fixture.bluebird) throws
        -> Machine
    {
        var machine = machine(change, of: dossier)
        try machine.press("R<enter>")
        return machine
    }

    @Test("The page names the coming step with its day, and why it can't be done just now")
    func page() throws {
        #expect(try opened().text.contains("Next step  call 1, due since Tue 27 Oct"))
        let spoken = try opened { facts in
            facts.track = CadenceTrack(step: 14, workedOn: Fixture.day("2026-11-20"))
            facts.tally.lastRightParty = Fixture.day("2026-11-20")
        }
        #expect(spoken.text.contains("Next step  statement, Fri 27 Nov  statement of all that is open"))
        let quiet = try opened { facts in
            facts.track = CadenceTrack(step: 7, workedOn: Fixture.day("2026-11-12"))
            facts.tally.lastRightParty = Fixture.day("2026-11-23")
        }
        #expect(quiet.text.contains("Next step  call 2, Fri 27 Nov  quiet after contact"))
    }

    @Test("A conversation works the step that is due, and the wrap-up says what comes after it")
    func talking() throws {
        var machine = try opened()
        try machine.press("cthey look<F8><down><down><down><down><down><down><down>")
        #expect(machine.text.contains("cadence: call 2, Tue 1 Dec"))
        try machine.press("<enter>")
        guard case .call(let call)? = machine.recorded?.act else {
            Issue.record("no call was recorded")
            return
        }
        #expect(call.result == .willCheck)
        #expect(call.step == 7)
    }

    @Test("Not reached for the third time, the proposal is to write")
    func unreached() throws {
        var machine = try opened { $0.tally.unreached = 2 }
        try machine.press("c<F8>n")
        let planned = try #require(machine.recorded?.act.followUps.first)
        #expect(planned.why == "not reached 3 times: in writing instead of call 1")
        #expect(planned.day == Fixture.day("2026-11-25"))
        var second = try opened { $0.tally.unreached = 1 }
        try second.press("c<F8>n")
        #expect(second.recorded?.act.followUps.first?.why == "try in the afternoon")
    }

    @Test("A relationship call is followed by the cadence's next step")
    func relationship() throws {
        var machine = try opened { $0.track = CadenceTrack(step: 7, workedOn: Fixture.day("2026-11-20")) }
        try machine.press("c<F8>r")
        let planned = try #require(machine.recorded?.act.followUps.first)
        #expect(planned.why == "call 2")
        #expect(planned.day == Fixture.day("2026-11-27"))
    }

    @Test("A step in writing is done by one key, with the one after it planned, and taken back by another")
    func written() throws {
        var machine = try opened(of: CadenceTests.orchard)
        #expect(machine.text.contains("Next step  reminder, due since Mon 23 Nov"))
        try machine.press("W")
        let entry = try #require(machine.recorded)
        #expect(
            entry.act
                == .step(
                    StepRecord(
                        step: 3, act: .reminder,
                        followUps: [PlannedFollowUp(day: Fixture.day("2026-11-30"), why: "call 1")])))
        #expect(machine.text.contains("reminder done, next call 1, Mon 30 Nov"))
        try machine.press("u")
        #expect(machine.text.contains("step"))
        #expect(!machine.text.contains("as a draft"))
        try machine.press("<enter>")
        #expect(machine.recorded?.act == .undo)
        #expect(machine.text.contains("taken back"))
    }

    @Test("A call is no step for that key, and it says so")
    func calls() throws {
        var machine = try opened()
        try machine.press("W")
        #expect(machine.text.contains("the step that is due is call 1"))
        #expect(machine.book.journal.count == 2)
    }
}
