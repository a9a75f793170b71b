import Receivables
import Terminal
import Testing

@testable import Workstation

/// Where words may mean several things, one digit says which.
@Suite("Choosing what was meant")
struct ChoosingWordsTests {
    @Test("Two readings of a day are offered on 1 and 2, and the line holds the day that was chosen")
    func twoDays() throws {
        var machine = Machine()
        try machine.press("c/promise 500 next week")
        #expect(machine.text.contains("Enter chooses"))
        try machine.press("<enter>")
        #expect(machine.text.contains("1 Mon 30 Nov 2026"))
        #expect(machine.text.contains("2 Fri 4 Dec 2026"))
        try machine.press("2")
        #expect(machine.state.note?.text == "/promise 500 2026-12-04")
        #expect(machine.text.contains("500.00 GBP by Fri 4 Dec 2026"))
        try machine.press("<enter>they call<F8><enter>")
        #expect(machine.book.journal.last?.text == "/promise 500 2026-12-04\nthey call")
    }

    @Test("A dispute without a reason is asked for it, and one without an item for the item first")
    func reason() throws {
        var machine = Machine()
        try machine.press("c/dispute <enter>")
        #expect(machine.text.contains("which item?"))
        try machine.press("1")
        #expect(machine.text.contains("why?"))
        try machine.press("2")
        #expect(machine.state.note?.text == "/dispute INV-2210 quantity")
        #expect(machine.state.note?.facts.count == 1)
    }

    @Test("Who goes on typing has no use for the list; Esc leaves the line as it is")
    func goesOn() throws {
        var machine = Machine()
        try machine.press("c/dispute 2210 <enter>damaged")
        #expect(machine.state.note?.text == "/dispute 2210 damaged")
        try machine.press("<enter>/promise 5 next week<enter><esc>x")
        #expect(machine.state.note?.text == "/dispute 2210 damaged\n/promise 5 next week\nx")
    }

    @Test("At wrap-up the scope of a wish not to be called, and the reason of a hold, are one digit")
    func wrapUp() throws {
        var machine = Machine()
        try machine.press("c<F8>o")
        #expect(machine.text.contains("1 the number +44 113 496 0182"))
        #expect(machine.text.contains("2 the person Jane Moss"))
        try machine.press("3")
        guard case .call(let call)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.agreed.noCalls.map(\.scope) == [.account])
        var other = Machine()
        try other.press("c<F8>i2")
        guard case .call(let held)? = other.recorded?.act else { return #expect(Bool(false)) }
        #expect(held.agreed.holds.map(\.reason) == [.lawyer])
    }

    @Test("At wrap-up a dispute's item and reason are chosen after Enter; digits typed first are the item's number")
    func disputeAtWrapUp() throws {
        var machine = Machine()
        try machine.press("c<F8>d<enter>13")
        guard case .call(let call)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.agreed.disputes.map(\.reason) == [.quality])
        var typed = Machine()
        try typed.press("c<F8>d2291 damaged<enter>")
        guard case .call(let other)? = typed.recorded?.act else { return #expect(Bool(false)) }
        #expect(other.agreed.disputes.map(\.item.number) == ["INV-2291"])
    }

    @Test("The next action takes words too, and asks where they mean two days")
    func next() throws {
        var machine = Machine()
        try machine.press("olook again<F8><tab>next friday<enter>")
        #expect(machine.text.contains("2 Fri 4 Dec 2026"))
        try machine.press("2")
        #expect(machine.recorded?.act.followUps.map(\.day) == [Fixture.day("2026-12-04")])
    }

    @Test("Who calls us and asks not to be called is asked for the name, on digits")
    func whoAsked() throws {
        var machine = Machine()
        try machine.press("<F9>north<enter>they called<F8>o1")
        #expect(machine.text.contains("who asked?"))
        try machine.press("1")
        guard case .call(let call)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.agreed.noCalls.map(\.askedBy) == ["Jane Moss"])
        #expect(call.contact == "Jane Moss")
    }

    @Test("Whom they spoke to is completed from the people on file, or chosen with the arrows")
    func with() throws {
        var book = FakeBook()
        book.dossiers[0].contacts.append(
            Dossier.ContactOf(account: AccountNumber("10442"), contact: Contact(name: "Omar Reid")))
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book)
        try machine.press("c<F8>u<tab><tab><tab><C-u>rei")
        #expect(machine.text.contains("Tab Omar Reid"))
        try machine.press("<tab>")
        #expect(machine.state.note?.wrapUp?.with.text == "Omar Reid")
        try machine.press("<down>")
        #expect(machine.state.note?.wrapUp?.with.text == "Jane Moss")
    }

    @Test("What was wrong at wrap-up is no longer said once the note has put it right")
    func putRight() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("c<F8>p<enter>")
        #expect(machine.text.contains("how much"))
        try machine.press("<esc>/promise 500 fri<F8>")
        #expect(!machine.text.contains("still needed"))
    }

    @Test("A key without a meaning says which have one, and the help begins with the keys of this page")
    func keys() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("Q")
        #expect(machine.footer.contains("Q does nothing here: "))
        try machine.press("?")
        #expect(machine.screen.text(row: 2).contains("Queue, where you are"))
        try machine.press("<esc><enter>?")
        #expect(machine.screen.text(row: 2).contains(", where you are"))
    }

    @Test("What is sent is named by the ending that the customer reads out")
    func send() throws {
        var machine = Machine()
        try machine.press("c/send invoice 2210")
        #expect(machine.text.contains("owed today: send invoice INV-2210"))
    }
}
