import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Interruptions")
struct InterruptionTests {
    @Test("A call's clock starts with its key, however long ago the last minute was")
    func clockStarts() throws {
        var machine = Machine()
        machine.clock = machine.clock.adding(seconds: 59)
        try machine.press("c")
        #expect(machine.state.note?.call?.seconds(at: machine.clock) == 0)
        machine.clock = machine.clock.adding(seconds: 7)
        try machine.press("<F8>n")
        guard case .call(let call) = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.seconds == 7)
    }

    @Test("The phone rings in mid-sentence: note, cursor and clock are parked, and taken up again")
    func parking() throws {
        var machine = Machine()
        try machine.press("cSpoke to Jane")
        machine.wait(seconds: 60)
        try machine.press("<left><left><F9>")
        machine.wait(seconds: 300)
        try machine.press("blue<enter>")
        #expect(machine.state.note?.call?.direction == .inbound)
        #expect(machine.state.account.open?.name == "Bluebird Foods")
        #expect(machine.book.drafts.count == 2)
        try machine.press("they ask for a copy<F8>c")
        guard case .call(let call) = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.direction == .inbound)
        #expect(call.number == "")
        try machine.press("<F9><enter>")
        #expect(machine.state.note?.text == "Spoke to Jane")
        #expect(machine.state.note?.editor.cursor == "Spoke to Ja".count)
        #expect(machine.state.note?.call?.seconds(at: machine.clock) == 60)
        try machine.press("!")
        #expect(machine.state.note?.text == "Spoke to Ja!ne")
    }

    @Test("The phone rings while a record waits for the book: the record becomes a draft again")
    func ringingWhileWaiting() throws {
        var machine = Machine()
        machine.book.outcomes = [.busy]
        try machine.press("chello<F8>v<F9>")
        #expect(machine.deeds.last == .stopWaiting(id: "draft1"))
        #expect(machine.state.parked.map(\.result) == [.voicemail])
        // The book's late answer belongs to nobody any more.
        machine.send(.recorded(id: "draft1", .busy))
        try machine.press("<enter><F8><enter>")
        #expect(machine.recorded?.text == "hello")
    }

    @Test("A record for a book that was replaced waits and says what to do; put back, it is saved")
    func replaced() throws {
        var machine = Machine()
        machine.book.outcomes = [.replaced]
        try machine.press("chello<F8>v")
        #expect(machine.text.contains("not saved: the book was replaced; leave and open it again"))
        #expect(machine.book.drafts.count == 1)
        machine.send(.recorded(id: "draft1", .saved(7)))
        #expect(machine.text.contains("saved: voicemail") || machine.footer.contains("saved"))
    }

    @Test("Where the book can't be read, a sentence says so, and the next movement asks again")
    func unreadable() throws {
        var machine = Machine()
        let query = QueueQuery(moment: Moment(at: Fixture.now, day: Fixture.today))
        machine.send(.failed(EffectFailure(.load(.queue(query)), "the book is gone: /tmp/acme.duly")))
        #expect(machine.footer.contains("the book is gone"))
        try machine.press("R")
        #expect(machine.text.contains("Northwind Traders"))
    }

    @Test("A draft that can't be read is named at the start, listed by F9, and opened as text")
    func unreadableDraft() throws {
        var machine = Machine()
        let file = "/state/drafts/d-1.json"
        machine.book.unreadable = [
            UnreadableDraft(file: file, reason: "talked is -1 seconds", text: "{\"note\":\"Spoke to \u{1B}[31mJane\"}")
        ]
        machine.send(.loaded(.drafts([], unreadable: machine.book.unreadable)))
        #expect(
            machine.footer.contains("the draft d-1.json can't be read and is kept: F9 shows it"), "\(machine.footer)")
        try machine.press("<F9>")
        #expect(machine.text.contains("can't be read: d-1.json  talked is -1 seconds"))
        try machine.press("<enter>")
        #expect(
            machine.text.contains("Spoke to \u{241B}[31mJane") && machine.text.contains("\(file) can't be read"),
            "\(machine.text)")
        try machine.press("q")
        #expect(machine.text.contains("these are parked; or type who it is"))
        try machine.press("<esc>")
        #expect(!machine.deeds.contains { if case .deleteDraft = $0 { true } else { false } })
    }

    @Test("A clock that would overflow stands still at the most there is")
    func longestCall() {
        var clock = CallClock(parked: Instant(milliseconds: 0), direction: .outbound, talked: .max)
        clock.resume(at: Instant(milliseconds: 0))
        #expect(clock.seconds(at: Instant(milliseconds: .max)) == .max)
        clock.stop(at: Instant(milliseconds: 5_000))
        var early = CallClock(started: Instant(milliseconds: .min), direction: .outbound)
        early.stop(at: Instant(milliseconds: .max))
        #expect(early.seconds(at: Instant(milliseconds: .max)) == 0)
    }

    @Test("Esc from the question who it is takes up again what was parked for it")
    func wrongNumber() throws {
        var machine = Machine()
        try machine.press("chalf<F9><esc> a thought")
        #expect(machine.state.note?.text == "half a thought")
        #expect(machine.state.parked.isEmpty)
    }

    @Test("Another account can be opened with a note begun: the note is parked on its own account")
    func otherAccount() throws {
        var machine = Machine()
        try machine.press("cfirst<esc><esc>j<enter>")
        #expect(machine.state.note == nil)
        #expect(machine.footer.contains("the note for Northwind Traders is parked"))
        try machine.press("<esc>k<enter>i")
        #expect(machine.state.note?.text == "first")
    }

    @Test("Drafts found at the start are named, listed, and open on their own accounts")
    func afterACrash() throws {
        var book = FakeBook()
        book.drafts = [
            Draft(
                id: "a", account: AccountNumber("10442"), name: "Northwind Traders", note: "ask Jane",
                callStarted: Fixture.now, talked: 42),
            Draft(id: "b", account: AccountNumber("10977"), name: "Bluebird Foods", note: "two\nlines", cursor: 3),
        ]
        var machine = Machine(book: book)
        #expect(machine.footer.contains("2 drafts were kept, the last for Bluebird Foods: F9 lists them"))
        try machine.press("<F9>")
        #expect(machine.text.contains("Northwind Traders 10442  call 00:00:42  ask Jane"))
        try machine.press("<esc><enter>")
        #expect(machine.state.note?.text == "ask Jane")
        #expect(machine.state.note?.id == "a")
        // Nobody is on the line until the caller says so.
        #expect(!machine.state.ticksEachSecond)
        try machine.press("i")
        machine.wait(seconds: 8)
        #expect(machine.state.note?.call?.seconds(at: machine.clock) == 50)
    }

    @Test("A question names every key that says yes, and each of them does", arguments: ["y", "<enter>"])
    func yes(key: String) throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("conly half<esc>q")
        #expect(machine.footer.contains("Enter y leave"))
        #expect(machine.screen.text.contains("│ Enter y leave   Esc back"))
        try machine.press(key)
        #expect(machine.deeds.last == .quit)
    }

    @Test("q names the drafts before it leaves; Esc stays")
    func quitting() throws {
        var machine = Machine()
        try machine.press("conly half<esc>q")
        #expect(machine.text.contains("Northwind Traders: call 00:00:00, “only half”"))
        try machine.press("<esc>")
        #expect(machine.deeds.last != .quit)
        try machine.press("qy")
        #expect(machine.deeds.last == .quit)
        #expect(machine.book.drafts.map(\.note) == ["only half"])
    }

    @Test("When the program is told to leave, the note goes to disk first")
    func ending() throws {
        var machine = Machine()
        try machine.press("otyped")
        machine.send(.ending)
        #expect(Array(machine.book.log.suffix(2).map(Self.kind)) == ["saveDraft", "quit"])
    }

    private static func kind(_ effect: Effect) -> String {
        switch effect {
        case .saveDraft: "saveDraft"
        case .quit: "quit"
        default: "other"
        }
    }

    @Test("A day begins while the program is open: it is ranked, and the order on screen says its day")
    func midnight() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("j")
        machine.clock = Fixture.at("2026-11-25", "0:00")
        machine.send(.tick)
        #expect(machine.deeds == [.run(.morning)])
        #expect(machine.screen.text(row: 1).contains("ranked Tue; ranking today…"))
        machine.book.rankedDay = Fixture.day("2026-11-25")
        machine.send(.ended(.morning, .done))
        #expect(machine.text.contains("ranked again: R"))
        try machine.press("R")
        #expect(!machine.text.contains("ranked"))
    }

    @Test("An import shows once everybody is ranked by it; what was left undone is done with the next minute")
    func orderDue() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("j")
        machine.book.journal.append(Fixture.entry(3, "10442", "2026-11-24", .note(NoteRecord()), author: "ben"))
        machine.book.isOrderDue = true
        machine.send(.bookChanged)
        #expect(!machine.text.contains("1 change: R"))
        machine.clock = Fixture.at("2026-11-24", "23:30")
        machine.send(.tick)
        #expect(machine.deeds == [.run(.morning)])
        machine.book.isOrderDue = false
        machine.send(.ended(.morning, .done))
        #expect(machine.text.contains("1 change: R"))
    }

    @Test("Others' changes move nothing: a line counts them, one on the account on screen says what it was")
    func changes() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("<enter>")
        let newer = Fixture.entry(3, "10442", "2026-11-24", .call(CallRecord(result: .promised)), author: "ben")
        machine.book.journal.append(newer)
        machine.book.dossiers[0].history.insert(newer, at: 0)
        machine.book.dossiers[0].standing.figures[0].overdue -= 100_000
        machine.send(.bookChanged)
        #expect(machine.text.contains("1 change: R"))
        #expect(machine.text.contains("09:41 ben: call, promised · overdue 12,400.00 GBP → 11,400.00 GBP"))
        try machine.press("R")
        #expect(!machine.text.contains("1 change: R"))
        #expect(machine.state.account.open?.change == nil)
    }

    @Test("Reading another day says so, and records nothing")
    func readingAnotherDay() throws {
        var machine = Machine(asOf: Fixture.at("2026-11-20", "9:41"))
        #expect(machine.screen.text(row: 0).contains("as of Fri 20 Nov 2026 09:41, read only"))
        try machine.press("<enter>c")
        #expect(machine.state.note == nil)
        #expect(machine.footer.contains("nothing can be recorded"))
        machine.clock = Fixture.at("2026-11-24", "12:00")
        machine.send(.tick)
        #expect(machine.screen.text(row: 0).contains("09:41"))
    }
}
