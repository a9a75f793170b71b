import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Contact rules, wishes and holds")
struct ContactTests {
    /// 04:41 in New York while the desk works.
    private func kestrel(_ keys: String = "") throws -> Machine {
        var machine = Machine()
        try machine.press("jj<enter>c" + keys)
        return machine
    }

    private func call(_ machine: Machine) throws -> CallRecord {
        guard case .call(let call) = try #require(machine.recorded).act else { throw NoCallRecorded() }
        return call
    }

    struct NoCallRecorded: Error {}

    @Test("A call against a rule asks why first; Esc calls no one")
    func asks() throws {
        var machine = try kestrel()
        #expect(machine.text.contains("Call Kestrel Ltd?"))
        #expect(machine.text.contains("outside permitted hours: Tue 04:41 in New York, calls from 08:00"))
        #expect(machine.deeds.isEmpty)
        #expect(machine.state.note == nil)
        try machine.press("<enter>")
        #expect(machine.footer.contains("needs a reason"))
        try machine.press("<esc>")
        #expect(machine.deeds.isEmpty)
        #expect(machine.state.note == nil)
        #expect(machine.footer.contains("no one was called"))
    }

    @Test("A usual reason is one key; it is on disk with the draft, and in the record")
    func usualReason() throws {
        var machine = try kestrel("1")
        #expect(machine.deeds == [.dial(Fixture.number("+1 212 555 0100"), name: "Kestrel Ltd")])
        let broke = BrokenRules([.permittedHours], because: "they asked for it")
        #expect(machine.book.drafts.map(\.broke) == [broke])
        try machine.press("<F8>n")
        #expect(try call(machine).broke == broke)
        // A program that was killed finds it again.
        var again = FakeBook()
        again.drafts = [
            Draft(
                id: "a", account: AccountNumber("20013"), name: "Kestrel Ltd", callStarted: Fixture.now,
                result: .noAnswer, broke: broke)
        ]
        var other = Machine(book: again)
        try other.press("<F9><enter><F8>n")
        #expect(try call(other).broke == broke)
    }

    @Test("A reason of one's own is typed, digits and all")
    func typedReason() throws {
        var machine = try kestrel("see 1 mail<enter><F8>v")
        #expect(try call(machine).broke?.reason == "see 1 mail")
        try machine.press("u<enter>")
        #expect(machine.state.note?.broke?.reason == "see 1 mail")
    }

    @Test("Within the hours nothing is asked, and a call from them never is")
    func noQuestion() throws {
        var machine = Machine()
        try machine.press("c<F8>n")
        #expect(try call(machine).broke == nil)
        var inbound = Machine()
        try inbound.press("<F9>kestrel<enter>")
        #expect(inbound.state.overlay == nil)
        #expect(inbound.state.note?.call?.direction == .inbound)
    }

    @Test("Asked not to be called: the wrap-up wants to know what, and keeps who asked and when to ask again")
    func askedNotToBeCalled() throws {
        var machine = Machine()
        try machine.press("c<F8>o")
        #expect(machine.text.contains("3 the whole account"))
        try machine.press("number<enter>")
        let record = try call(machine)
        #expect(record.result == .askedNotToBeCalled)
        var wish = PlannedNoCall(.number("+44 113 496 0182"), askedBy: "Jane Moss", review: Fixture.day("2027-02-22"))
        wish.numbers = ["+441134960182"]
        #expect(record.agreed.noCalls == [wish])
        #expect(record.followUps.map(\.why) == ["write instead"])
    }

    @Test("A number that is not to be called is marked, and neither dialled nor offered")
    func barred() throws {
        var customer = Fixture.northwind
        customer.contacts.append(
            Dossier.ContactOf(account: customer.asked, contact: Contact(name: "Tom", phone: "+44 1")))
        let wish = PlannedNoCall(.person("Jane Moss"), askedBy: "Jane Moss", review: Fixture.day("2027-02-22"))
        let asked = CallRecord(result: .askedNotToBeCalled, agreed: Agreements(noCalls: [wish]))
        let limits = PayerRecord.folding([Fixture.entry(9, "10442", "2026-11-20", .call(asked))]).limits
        customer.change { $0.limits = limits }
        var book = FakeBook()
        book.dossiers[0] = customer
        var machine = Machine(size: Size(columns: 120, rows: 50), book: book)
        try machine.press("<enter>")
        #expect(machine.text.contains("Jane Moss · payables · +44 113 496 0182 ✗ do not call"))
        #expect(machine.text.contains("do not call Jane Moss, asked by Jane Moss"))
        try machine.press("t")
        #expect(machine.footer.contains("no other number"))
        try machine.press("c")
        #expect(machine.deeds == [.dial(Fixture.number("+44 1"), name: "Northwind Traders")])
        // With no number left their wish is named, and a reason dials nothing.
        book.dossiers[0].contacts.removeLast()
        machine = Machine(book: book)
        try machine.press("c")
        #expect(machine.text.contains("Jane Moss asked on Fri 20 Nov not to be called: Jane Moss"))
        try machine.press("2")
        #expect(machine.deeds.isEmpty)
        #expect(machine.state.note?.call != nil)
    }

    @Test("Insolvent, legal or a third party: which hold it is, with the review in thirty days")
    func hold() throws {
        var machine = Machine()
        try machine.press("c<F8>i")
        #expect(machine.text.contains("2 lawyer or agency"))
        try machine.press("lawyer<enter>")
        let record = try call(machine)
        #expect(record.agreed.holds == [PlannedHold(.lawyer, review: Fixture.day("2026-12-24"))])
        #expect(record.followUps.isEmpty)
    }

    @Test("No common language: which it is, and the colleague who has it takes the next step")
    func language() throws {
        var machine = Machine()
        try machine.press("c<F8>spolish ben<enter>")
        let record = try call(machine)
        #expect(record.agreed.languages == [SpokenLanguage("Polish", person: "Jane Moss", colleague: "ben")])
        #expect(record.followUps.map(\.owner) == ["ben"])
    }

    @Test("After a wrong number the next one is to be dialled, on the same account")
    func nextNumber() throws {
        var book = FakeBook()
        book.dossiers[0].contacts.append(
            Dossier.ContactOf(account: AccountNumber("10442"), contact: Contact(name: "Tom", phone: "+44 1")))
        var machine = Machine(book: book)
        try machine.press("c<F8>w")
        #expect(try call(machine).result == .wrongNumber)
        #expect(try call(machine).followUps.map(\.why) == ["call the next number"])
        #expect(machine.footer.contains("next number now: Tom +44 1 (c)"))
        #expect(machine.state.account.open?.name == "Northwind Traders")
        #expect(machine.state.queue.done.isEmpty)
    }

    @Test("The last number wrong, the queue goes on and another number is to be found")
    func lastNumber() throws {
        var machine = Machine()
        try machine.press("c<F8>w")
        #expect(try call(machine).followUps.map(\.why) == ["find another number"])
        #expect(machine.state.account.open?.name == "Bluebird Foods")
    }
}
