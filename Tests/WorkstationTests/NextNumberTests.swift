import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("A number that leads to no one leads to the next one")
struct NextNumberTests {
    /// Northwind with two people on file, or more.
    private func machine(
        _ more: [Contact] = [Contact(name: "Tom Hale", phone: "+44 1")], size: Size = Size(columns: 80, rows: 24)
    ) -> Machine {
        var book = FakeBook()
        book.dossiers[0].contacts += more.map { Dossier.ContactOf(account: AccountNumber("10442"), contact: $0) }
        return Machine(size: size, book: book)
    }

    private func results(_ machine: Machine) -> [CallResult] {
        machine.book.journal.compactMap { entry in
            if case .call(let call) = entry.act, entry.day == Fixture.today { call.result } else { nil }
        }
    }

    @Test("After no answer the account stays, the next number is chosen and named, and the call key dials it")
    func noAnswer() throws {
        var machine = machine()
        try machine.press("c<F8>n")
        #expect(machine.footer.contains("saved: no answer; next number now: Tom Hale +44 1 (c)"))
        #expect(machine.state.account.open?.name == "Northwind Traders")
        #expect(machine.state.account.open?.phone?.number == Fixture.number("+44 1"))
        expectScreen(machine.screen, "next-number-80x24")
        try machine.press("c")
        #expect(machine.deeds.suffix(1) == [.dial(Fixture.number("+44 1"), name: "Northwind Traders")])
        // The line stands until this number was tried too; then the queue goes on.
        try machine.press("<F8>n")
        #expect(results(machine) == [.noAnswer, .noAnswer])
        #expect(machine.state.account.open?.name == "Bluebird Foods")
    }

    @Test("Each is an attempt with the other half of the day as its next action: who leaves loses nothing")
    func covered() throws {
        var machine = machine()
        try machine.press("c<F8>n")
        guard case .call(let call) = try #require(machine.recorded).act else {
            Issue.record("no call")
            return
        }
        #expect(call.number == "+441134960182")
        #expect(call.followUps.map(\.at) == [Fixture.at("2026-11-24", "14:00")])
        #expect(machine.state.queue.done == [AccountNumber("10442"): "no answer"])
        try machine.press("n")
        #expect(machine.state.account.open?.name == "Bluebird Foods")
        // Back on the account the same day, the number that nobody tried is still the one to dial.
        try machine.press("/northwind<enter>")
        #expect(machine.state.account.open?.phone?.number == Fixture.number("+44 1"))
        #expect(machine.text.contains("next number now: Tom Hale +44 1"))
    }

    @Test("The wrap-up says it before the result is recorded")
    func proposed() throws {
        var machine = machine()
        try machine.press(
            "c<F8>" + String(repeating: "<down>", count: (CallResult.allCases.firstIndex(of: .noAnswer) ?? 0) + 1))
        #expect(machine.state.note?.wrapUp?.choice == .noAnswer)
        #expect(machine.text.contains("next number now: Tom Hale +44 1"))
    }

    @Test("Somebody else handles it: the account stays, and the call key dials who was named")
    func named() throws {
        var machine = machine([Contact(name: "Tom Hale", phone: "+44 1"), Contact(name: "Bob Stone", phone: "+44 222")])
        try machine.press("c/contact Bob Stone +44 222<F8>t")
        #expect(machine.footer.contains("next number now: Bob Stone +44 222 (c)"))
        #expect(machine.state.account.open?.name == "Northwind Traders")
        #expect(machine.recorded?.act.followUps.map(\.day) == [Fixture.today])
        try machine.press("c")
        #expect(machine.deeds.suffix(1) == [.dial(Fixture.number("+44 222"), name: "Northwind Traders")])
        // Nobody named: it is for today, and the queue goes on.
        var unnamed = self.machine()
        try unnamed.press("c<F8>t")
        #expect(unnamed.text.contains("still needed: who it is, and on which number"))
        try unnamed.press("ask reception for the new one<enter>")
        #expect(unnamed.recorded?.text == "ask reception for the new one")
        #expect(unnamed.state.account.open?.name == "Bluebird Foods")
        #expect(unnamed.recorded?.act.followUps.map(\.day) == [Fixture.today])
    }

    @Test("Two people behind one number are one number")
    func shared() throws {
        var machine = machine([Contact(name: "Tom Hale", phone: "+44 113 496 0182")])
        try machine.press("c<F8>n")
        #expect(machine.state.account.open?.name == "Bluebird Foods")
    }

    @Test("A wrong number after one that nobody answered leads to the one that is left, and then to the afternoon")
    func mixed() throws {
        var machine = machine([Contact(name: "Tom Hale", phone: "+44 1"), Contact(name: "Ann Lee", phone: "+44 2")])
        try machine.press("c<F8>nc<F8>w")
        #expect(machine.state.account.open?.phone?.number == Fixture.number("+44 2"))
        try machine.press("c<F8>w")
        #expect(results(machine) == [.noAnswer, .wrongNumber, .wrongNumber])
        #expect(machine.recorded?.act.followUps.map(\.why) == ["try in the afternoon"])
        #expect(machine.state.account.open?.name == "Bluebird Foods")
    }

    @Test("A rule against another attempt, or writing instead of calling, leaves it for later")
    func stopped() throws {
        var tried = machine()
        tried.book.dossiers[0].change { facts in
            facts.tally = Tally(attempts: [Tally.Attempts(day: Fixture.today, count: 2)])
        }
        try tried.press("c<F8>n")
        #expect(tried.state.account.open?.name == "Bluebird Foods")
        var unreached = machine()
        unreached.book.dossiers[0].change { facts in
            facts.tally = Tally(unreached: 2)
            facts.followUps = []
        }
        try unreached.press("c<F8>n")
        #expect(unreached.state.account.open?.name == "Bluebird Foods")
    }

    @Test("Hours that a call was made against for a reason don't keep the next number back; it is asked again")
    func againstHours() throws {
        var book = FakeBook()
        book.dossiers[2].contacts.append(
            Dossier.ContactOf(account: AccountNumber("20013"), contact: Contact(name: "Bob", phone: "+1 2")))
        var machine = Machine(book: book)
        try machine.press("jj<enter>c1<F8>n")
        #expect(machine.text.contains("next number now: Bob +1 2"))
        try machine.press("c")
        #expect(machine.text.contains("Call Kestrel Ltd?"))
    }

    @Test(
        """
        The hours that a contact prefers stand beside the number; times that are proposed fall into them, nothing \
        is forbidden
        """
    )
    func preferredHours() throws {
        var book = FakeBook()
        book.dossiers[0].contacts[0].contact.preferred = Hours("16:00-18:00")
        var machine = Machine(book: book)
        try machine.press("<enter>")
        #expect(machine.text.contains("Jane Moss · payables · +44 113 496 0182 · best 16:00-18:00"))
        try machine.press("c/callback thu 10:00<enter>/callback thu 16:30")
        #expect(machine.text.contains("! best 16:00-18:00: Thu 26 Nov 2026 10:00"))
        #expect(machine.text.contains("✓ Thu 26 Nov 2026 16:30"))
        var tried = Machine(book: book)
        try tried.press("c<F8>n")
        #expect(
            tried.recorded?.act.followUps == [
                PlannedFollowUp(
                    day: Fixture.today, at: Fixture.at("2026-11-24", "16:00"),
                    why: "try in their best hours, 16:00-18:00")
            ])
    }

    @Test("Taken back, it was not tried: the first number is the one to dial")
    func takenBack() throws {
        var machine = machine()
        try machine.press("c<F8>nu<enter>")
        #expect(machine.state.account.open?.phone?.number == Fixture.number("+44 113 496 0182"))
        #expect(!machine.text.contains("next number now"))
    }
}
