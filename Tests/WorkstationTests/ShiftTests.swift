import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("A shift")
struct ShiftTests {
    @Test("No answer takes three keys, and the next account is on screen")
    func noAnswer() throws {
        var machine = Machine()
        try machine.press("c<F8>n")
        let entry = try #require(machine.recorded)
        #expect(entry.payer == AccountNumber("10442"))
        guard case .call(let call) = entry.act else { return #expect(Bool(false), "no call was recorded") }
        #expect(call.result == .noAnswer)
        #expect(call.number == "+441134960182")
        #expect(call.followUps.map(\.at) == [Fixture.at("2026-11-24", "14:00")])
        #expect(machine.text.contains("Bluebird Foods 10977"))
        #expect(machine.footer.contains("saved: no answer, next 14:00"))
        #expect(machine.book.drafts.isEmpty)
    }

    @Test("A day says how much is planned for it, with what was just recorded, and when it is full")
    func plannedLoad() throws {
        var book = FakeBook()
        book.planned = [Fixture.day("2026-11-30"): 3, Fixture.day("2026-12-01"): 4]
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book, targets: Targets(calls: 4))
        try machine.press("o/next mon look again")
        #expect(machine.text.contains("✓ Mon 30 Nov 2026: look again  3 planned that day"))
        try machine.press("<F8><enter>")
        // The second one of the day makes it a full one.
        try machine.press("c<F8><tab><C-u>mon")
        #expect(machine.text.contains("✓ Mon 30 Nov 2026  4 planned that day, the daily target is 4"))
        try machine.press("<C-u>thu")
        #expect(!machine.text.contains("planned that day"))
    }

    @Test("The number is dialled, the clock runs, and the note has the keyboard")
    func calling() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("c")
        #expect(machine.deeds == [.dial(Fixture.number("+44 113 496 0182"), name: "Northwind Traders")])
        #expect(machine.state.ticksEachSecond)
        machine.wait(seconds: 192)
        try machine.press("qn/x?")
        #expect(machine.state.note?.text == "qn/x?")
        #expect(machine.text.contains("call 00:03:12"))
        #expect(machine.text.contains("Note · draft saved"))
        #expect(machine.footer.hasPrefix(" NOTE"))
    }

    @Test("A callback noted by a line is three keys beside the note")
    func callback() throws {
        var machine = Machine()
        try machine.press("c/callback fri 10:30 about the credit<F8><enter>")
        let entry = try #require(machine.recorded)
        guard case .call(let call) = entry.act else { return #expect(Bool(false)) }
        #expect(call.result == .callbackAgreed)
        #expect(
            call.followUps == [
                PlannedFollowUp(
                    kind: .appointment, day: Fixture.day("2026-11-27"), at: Fixture.at("2026-11-27", "10:30"),
                    why: "about the credit")
            ])
        #expect(entry.text == "/callback fri 10:30 about the credit")
    }

    @Test("A callback without a time is not recorded until it has one")
    func callbackNeedsTime() throws {
        var machine = Machine()
        try machine.press("c<F8>b")
        #expect(machine.book.journal.count == 2)
        #expect(machine.text.contains("a callback needs a time too"))
        try machine.press("thu 9<enter>")
        #expect(machine.recorded?.act.followUps.first?.at == Fixture.at("2026-11-26", "9:00"))
    }

    @Test("A wrap-up can't end without a next action")
    func needsNextAction() throws {
        var machine = Machine()
        try machine.press("c<F8><up><tab><C-u><enter>")
        #expect(machine.book.journal.count == 2)
        #expect(machine.text.contains("a wrap-up needs a next action"))
        try machine.press("+3<enter>")
        #expect(machine.recorded?.act.followUps.map(\.day) == [Fixture.day("2026-11-27")])
    }

    @Test("The proposal can be changed, and Esc from the wrap-up keeps what was typed there")
    func changingTheProposal() throws {
        var machine = Machine()
        try machine.press("c<F8><tab><C-u>mon<tab><C-u>ask for Tom<esc>")
        #expect(machine.state.place == .note)
        try machine.press("<F8><backtab><backtab>g")
        #expect(
            machine.recorded?.act.followUps == [PlannedFollowUp(day: Fixture.day("2026-11-30"), why: "ask for Tom")])
    }

    @Test("Lines that were not understood are named at wrap-up")
    func notUnderstood() throws {
        var machine = Machine()
        try machine.press("c/promise 2500 someday<F8>")
        #expect(machine.text.contains("text only: /promise 2500 someday"))
    }

    @Test("Where the wrap-up has no room for every line, it counts those that it does not show")
    func moreLinesThanRoom() throws {
        var machine = Machine()
        machine.send(.resize(Size(columns: 80, rows: 16)))
        let lines = (1...9).map { "/promise \($0)x" } + ["/next fri call"]
        try machine.press("c" + lines.joined(separator: "<enter>") + "<F8>")
        #expect(machine.text.contains("text only: /promise 1x"))
        #expect(!machine.text.contains("text only: /promise 9x"))
        #expect(machine.text.contains("5 more lines, 4 of them text only"))
    }

    @Test("The question before an undo names what was agreed")
    func undoNamesAgreements() throws {
        var machine = Machine()
        try machine.press("c/promise 2500 fri<F8><enter>")
        try machine.press("u")
        #expect(machine.text.contains("promise 2,500.00 GBP by Fri 27 Nov"))
    }

    @Test("While the book is busy the screen says so, and saved only after the commit")
    func busy() throws {
        var machine = Machine()
        machine.book.outcomes = [.busy]
        try machine.press("chello<F8>v")
        #expect(machine.text.contains("waiting for the book"))
        #expect(!machine.text.contains("saved:"))
        #expect(machine.book.drafts.map(\.note) == ["hello"])
        #expect(machine.book.drafts.map(\.result) == [.voicemail])
        machine.send(.recorded(id: "draft1", .saved(3)))
        #expect(machine.footer.contains("saved: voicemail"))
        #expect(machine.book.drafts.isEmpty)
    }

    @Test("Where others have written since, their entries are shown, and the record can be made all the same")
    func stale() throws {
        var machine = Machine()
        let theirs = Fixture.entry(
            9, "10442", "2026-11-24", .call(CallRecord(result: .promised)), text: "pays Friday", author: "ben")
        machine.book.outcomes = [.stale([theirs])]
        try machine.press("c<F8>n")
        #expect(machine.text.contains("ben: call, promised: pays Friday"))
        try machine.press("<enter>")
        #expect(
            machine.deeds.last == machine.book.log.last { if case .record(_, seen: 9) = $0 { true } else { false } })
        #expect(machine.footer.contains("saved: no answer"))
    }

    @Test("A draft that another window has recorded otherwise is shown, and goes on as a record of its own")
    func recordedInAnotherWindow() throws {
        var machine = Machine()
        var theirs = Fixture.entry(
            9, "10442", "2026-11-24", .call(CallRecord(result: .willCheck)), text: "the other window")
        theirs.id = "draft1"
        machine.book.outcomes = [.stale([theirs])]
        try machine.press("cthis window<F8>n")
        #expect(machine.text.contains("the other window"))
        try machine.press("<enter>")
        #expect(machine.recorded?.text == "this window")
        #expect(machine.recorded?.id != "draft1")
        #expect(machine.footer.contains("saved: no answer"))
        #expect(machine.book.drafts.isEmpty)
    }

    @Test("A record that fails leaves the note on screen and on disk")
    func failing() throws {
        var machine = Machine()
        machine.book.outcomes = [.failed("the disk is full")]
        try machine.press("cimportant<F8>n")
        #expect(machine.text.contains("the disk is full; the note is kept"))
        machine.book.outcomes = [.failed("The disk is full. Make room.")]
        try machine.press("<enter>")
        #expect(machine.text.contains("The disk is full. Make room. The note is kept."))
        try machine.press("<esc>")
        #expect(machine.text.contains("important"))
        #expect(machine.book.drafts.map(\.note) == ["important"])
    }

    @Test("The last record is named, taken back after asking, and its note is a draft again")
    func undo() throws {
        var machine = Machine()
        try machine.press("cspoke to Jane<F8>uu")
        #expect(machine.text.contains("Northwind Traders, 09:41: ana: call, will check"))
        try machine.press("y")
        #expect(machine.recorded?.act == .undo)
        #expect(machine.recorded?.undoes == 3)
        #expect(machine.state.note?.text == "spoke to Jane")
        #expect(machine.state.account.open?.name == "Northwind Traders")
        try machine.press("<F8><enter>")
        #expect(machine.recorded?.text == "spoke to Jane")
    }

    @Test("n passes the rows that may not be called now")
    func next() throws {
        var machine = Machine()
        let names = machine.state.queue.rows.map(\.name)
        #expect(names[2] == "Kestrel Ltd")
        try machine.press("jn")
        #expect(machine.state.queue.selected?.name == "Orchard & Co")
        #expect(machine.text.contains("opens 13:00"))
    }

    @Test("A note without a call is recorded without a result, and leaves the account in its place")
    func noteOnly() throws {
        var machine = Machine()
        try machine.press("oheard they move<F8><enter>")
        #expect(machine.recorded?.act == .note(NoteRecord()))
        #expect(machine.recorded?.text == "heard they move")
    }

    @Test("The number dialled and whom they spoke to are part of the record; another number is chosen by t")
    func contactSpokenTo() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        var dossier = Fixture.northwind
        dossier.contacts.append(
            Dossier.ContactOf(
                account: dossier.asked, contact: Contact(name: "Bo Lind", role: "CFO", phone: "+44 113 496 0190")))
        machine.book.dossiers[0] = dossier
        try machine.press("<enter>tc")
        #expect(machine.deeds.contains(.dial(Fixture.number("+44 113 496 0190"), name: "Northwind Traders")))
        try machine.press("they look<F8>u")
        guard case .call(let call)? = machine.book.journal.last?.act else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(call.number == "+441134960190")
        #expect(call.contact == "Bo Lind")
    }

    @Test("Nobody was reached: no contact in the record; on an inbound call whoever is typed")
    func contactOfOthers() throws {
        var machine = Machine()
        try machine.press("<enter>c<F8>n")
        guard case .call(let unanswered)? = machine.book.journal.last?.act else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(unanswered.contact.isEmpty && unanswered.number == "+441134960182")
        try machine.press("<F9>Blue<enter>they look<F8>")
        try machine.press("<tab><tab><tab>Tom<backtab><backtab><backtab>u")
        guard case .call(let inbound)? = machine.book.journal.last?.act else {
            Issue.record("nothing was recorded")
            return
        }
        #expect(inbound.direction == .inbound && inbound.contact == "Tom" && inbound.number.isEmpty)
    }
}
