import Receivables
import Terminal
import Testing

@testable import Workstation

/// What is agreed on the phone goes on record as it was read beside the line.
@Suite("What is agreed")
struct AgreementTests {
    private func call(_ machine: Machine) throws -> CallRecord {
        guard case .call(let call) = try #require(machine.recorded).act else { throw NoCall() }
        return call
    }

    private struct NoCall: Error {}

    @Test("A promise noted by a line is three keys beside the note, and needs no other next action")
    func promiseByLine() throws {
        var machine = Machine()
        try machine.press("c/promise 4200 fri<F8><enter>")
        let call = try call(machine)
        #expect(call.result == .promised)
        #expect(call.followUps.isEmpty)
        #expect(call.agreed.promises.map(\.amount.minor) == [420_000])
        #expect(call.agreed.promises.map(\.day) == [Fixture.day("2026-11-27")])
        #expect(call.agreed.promises.map(\.who) == ["Jane Moss"])
        #expect(call.agreed.promises.first?.shares.map(\.item.number) == ["INV-2210"])
    }

    @Test("Half now, half on the 4th: two promises about different money")
    func twoPromises() throws {
        var machine = Machine()
        try machine.press("c/promise 8200 fri<enter>/promise 2100 4 dec<F8><enter>")
        let promises = try call(machine).agreed.promises
        #expect(promises.map { $0.shares.map(\.item.number) } == [["INV-2210"], ["INV-2291"]])
    }

    @Test("A result that needs something asks for it in a field, with what is wrong beside it")
    func needed() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("c<F8>p")
        #expect(machine.text.contains("how much, by when?"))
        try machine.press("4200 feb 30<enter>")
        #expect(machine.text.contains("there is no feb 30"))
        #expect(machine.book.journal.count == 2)
        try machine.press("<C-u>4200 fri<enter>")
        #expect(try call(machine).agreed.promises.map(\.amount.minor) == [420_000])
    }

    @Test(
        """
        At 80x24 what a line was read as is whole below the note and at wrap-up: that it needs approval is never \
        cut off
        """
    )
    func whole() throws {
        var machine = Machine()
        try machine.press("c/plan 8x monthly from 1 dec<enter>")
        let why = "needs approval: 8 instalments, at most 6;"
        #expect(machine.text.contains(why))
        try machine.press("<F8>")
        #expect(machine.text.contains(why))
    }

    @Test("A plan that waits for a manager has a next action: what was decided is asked on the next business day")
    func approval() throws {
        var machine = Machine()
        try machine.press("c/plan 8x monthly from 1 dec<F8><enter>")
        let call = try call(machine)
        #expect(call.agreed.plans.map(\.status) == [.awaitingApproval])
        #expect(
            call.followUps == [PlannedFollowUp(day: Fixture.day("2026-11-25"), why: "plan: the approver's decision")])
    }

    @Test("A plan that waits for a manager has its next action also if something is promised on the same call")
    func approvalNextToPromise() throws {
        var machine = Machine()
        try machine.press("c/promise 500 fri<enter>/plan 8x monthly from 1 dec<F8><enter>")
        #expect(try call(machine).agreed.promises.count == 1)
        #expect(try !call(machine).followUps.isEmpty)
    }

    @Test(
        "A plan typed for its result proposes when its decision is asked for, as soon as it needs one",
        arguments: [
            (
                "8x monthly from 1 dec",
                [PlannedFollowUp(day: Fixture.day("2026-11-25"), why: "plan: the approver's decision")]
            ), ("3x monthly from 1 dec of 3000", []),
        ])
    func typedApproval(plan: String, next: [PlannedFollowUp]) throws {
        var machine = Machine()
        try machine.press("c<F8>m" + plan)
        #expect(machine.text.contains("plan: the approver's decision") == !next.isEmpty)
        try machine.press("<enter>")
        #expect(try call(machine).followUps == next)
    }

    @Test("What is typed for a result is read while it is typed, whatever day is proposed beside it")
    func readWhileTyped() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("c<F8>oaccoun")
        #expect(machine.text.contains("do not call the account"))
        try machine.press("tt")
        #expect(machine.text.contains("\u{201C}accountt\u{201D} is none of"))
    }

    @Test("What was typed for one result and not used for another stays in the note's words")
    func unused() throws {
        var machine = Machine()
        try machine.press("ccalled at noon<F8>p4200 fri<tab><tab><tab><tab>u")
        #expect(try call(machine).result == .willCheck)
        #expect(machine.book.journal.last?.text == "called at noon\n4200 fri")
    }

    @Test(
        "A result that says nothing by itself asks for words where the note has none, and keeps them",
        arguments: [
            ("u", "what they will check"), ("x", "the reason they give"),
        ])
    func words(key: String, question: String) throws {
        var machine = Machine()
        try machine.press("c<F8>" + key)
        #expect(machine.book.journal.count == 2 && machine.text.contains(question))
        try machine.press("the invoices of May<enter>")
        #expect(machine.recorded?.text == "the invoices of May")
        var told = Machine()
        try told.press("cthey look at May<F8>" + key)
        #expect(told.recorded?.text == "they look at May")
    }

    @Test("Several facts are one result, the uppermost that fits")
    func uppermost() throws {
        var machine = Machine()
        try machine.press("c/dispute INV-2291 price<enter>/promise 8200 fri<F8><enter>")
        let call = try call(machine)
        #expect(call.result == .promised)
        #expect(call.agreed.disputes.map(\.item.number) == ["INV-2291"])
    }

    @Test("A result that the lines proposed follows them; one given by key stays")
    func follows() throws {
        var machine = Machine()
        try machine.press("c/callback thu 10:00<F8>")
        #expect(machine.state.note?.wrapUp?.choice == .callbackAgreed)
        try machine.press("<esc><enter>/promise 4200 fri<F8><enter>")
        #expect(try call(machine).result == .promised)
        var chosen = Machine()
        try chosen.press("c/callback thu 10:00<F8><up><down><esc><enter>/promise 4200 fri<F8><enter>")
        #expect(try call(chosen).result == .callbackAgreed)
    }

    @Test("What the status line calls promised has no plan in it that waits for a manager")
    func promisedToday() throws {
        var machine = Machine(size: Size(columns: 140, rows: 36))
        try machine.press("c/plan 8x monthly from 1 dec<F8><enter>")
        #expect(!machine.screen.text(row: 0).contains("promised"))
        try machine.press("c/plan 2x monthly from 1 dec<F8><enter>")
        #expect(machine.screen.text(row: 0).contains("promised 9,180"))
    }

    @Test("What was said last is quoted in words, never as a structured line: what that agreed stands on the page")
    func quoted() {
        func brief(_ text: String) -> Brief {
            var dossier = Fixture.northwind
            dossier.change { $0.followUps = [] }
            dossier.history[0].text = text
            return Brief(dossier)
        }
        #expect(brief("/plan 8x monthly\nRun is on Fridays.").agenda.contains("since Thu 12 Nov: Run is on Fridays."))
        let structured = brief("/plan 8x monthly")
        #expect(!structured.agenda.contains { $0.contains("since Thu 12 Nov") })
        #expect(structured.expect.contains(Brief.Objection("I am still looking into it.", "since Thu 12 Nov")))
    }

    @Test("F5, F6 and F7 begin the line, with the marked items on it")
    func begun() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("<enter><F4> <F6>")
        #expect(machine.state.note?.text == "/dispute INV-2210 ")
        try machine.press("quality<F8>")
        #expect(machine.text.contains("INV-2210, quality"))
    }

    @Test("A note without a call records what was agreed by e-mail")
    func byNote() throws {
        var machine = Machine()
        try machine.press("<enter>o/paid 900 yesterday<F8><enter>")
        guard case .note(let note) = try #require(machine.recorded).act else { throw NoCall() }
        #expect(note.agreed.claims.map(\.amount?.minor) == [90_000])
    }

    @Test("s puts a row off within today, and ! pins it: both are on record")
    func hand() throws {
        var machine = Machine()
        try machine.press("s")
        #expect(machine.recorded?.act == .later && machine.recorded?.payer == AccountNumber("10442"))
        #expect(machine.footer.contains("later today"))
        try machine.press("j!")
        #expect(machine.recorded?.act == .pin(true))
    }

    @Test("An appointment stands on the status line from five minutes before, and rings at its minute, once")
    func rings() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        var row = Fixture.row(Fixture.bluebird, 1)
        row.appointment = FollowUp(
            entry: 9, nth: 0, kind: .appointment, day: Fixture.today, at: Fixture.at("2026-11-24", "9:45"),
            why: "the credit", owner: "ana", since: Fixture.today)
        machine.book.appointments = [row]
        machine.wait(seconds: 60)
        #expect(machine.screen.text(row: 0).contains("09:45 Bluebird Foods"))
        #expect(!machine.deeds.contains(.ring))
        machine.wait(seconds: 180)
        #expect(machine.deeds.filter { $0 == .ring }.count == 1)
        #expect(machine.footer.contains("09:45 Bluebird Foods: the credit (A opens it)"))
        machine.wait(seconds: 60)
        #expect(machine.deeds.filter { $0 == .ring }.count == 1)
        try machine.press("A")
        #expect(machine.text.contains("Bluebird Foods 10977"))
        try machine.press("c<F8>n")
        #expect(!machine.screen.text(row: 0).contains("Bluebird"))
    }

    @Test("A cell of the matrix is worked like the queue itself, and its title says how far one has come")
    func cell() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("m<enter>")
        #expect(machine.text.contains("Queue · Now · 3"))
        #expect(!machine.text.contains("Pim's Garage"))
        try machine.press("c<F8>n")
        #expect(machine.text.contains("Queue · Now · 1/3"))
        try machine.press("c<F8>nc<F8>v")
        #expect(machine.footer.contains("Now: 3 dealt with: 2 no answer, 1 voicemail"))
        try machine.press("<esc>b<enter>")
        #expect(machine.text.contains("Queue · 5"))
    }

    @Test("Targets stand in the status line, and a break is suggested once, after so long at the keyboard")
    func targets() throws {
        var machine = Machine(
            size: Size(columns: 140, rows: 36), targets: Targets(calls: 4, promised: 20_000, breakAfter: 90))
        try machine.press("c/promise 4200 fri<F8><enter>")
        #expect(machine.screen.text(row: 0).contains("calls 1/4 ▓▓░░░░░░"))
        #expect(machine.screen.text(row: 0).contains("promised 4,200/20,000"))
        for _ in 0..<29 {
            machine.wait(seconds: 180)
            try machine.press("j")
        }
        machine.wait(seconds: 180)
        #expect(machine.footer.contains("90 minutes without a pause"))
        try machine.press("j")
        machine.wait(seconds: 60)
        #expect(!machine.footer.contains("without a pause"))
    }

    @Test("An offer that is chosen is a line of the note, read as it was shown")
    func offers() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("<enter>c<F2>jjj<enter>")
        #expect(machine.state.note?.text == "/plan 2x monthly from 2026-12-24 of 10300.00\n")
        try machine.press("<F8><enter>")
        let plan = try #require(try call(machine).agreed.plans.first)
        #expect(plan.instalments.map(\.amount.minor) == [515_000, 515_000])
        #expect(plan.status == .awaitingApproval)
        #expect(try call(machine).result == .planAgreed)
    }
}
