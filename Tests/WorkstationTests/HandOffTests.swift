import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Hand-off lists, remarks and remedies")
struct HandOffTests {
    private func book() -> FakeBook {
        var book = FakeBook()
        book.handOffs = [
            HandOffCase(
                .department("Sales"), .dispute(.price), part: EntryPart(entry: 9), account: AccountNumber("10442"),
                name: "Northwind Traders",
                document: "INV-2291", amount: Money(minor: 20_000, Fixture.gbp), text: "the list of May was agreed",
                since: Fixture.day("2026-11-12"),
                due: Fixture.day("2026-11-19"), askedBy: "ben"),
            HandOffCase(
                .cashApplication, .unmatchedCash, account: AccountNumber("10442"), name: "Northwind Traders",
                document: "P-9", amount: Money(minor: 90_000, Fixture.gbp)),
        ]
        return book
    }

    @Test(
        """
        The lists are one command away; Enter writes the message for whoever the case is for, y the list, and it \
        says where
        """
    )
    func lists() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book())
        try machine.press(":hand-off<enter>")
        #expect(machine.text.contains("Sales"))
        #expect(
            machine.text.contains("INV-2291") && machine.text.contains("200.00 GBP") && machine.text.contains("price"))
        #expect(machine.text.contains("the list of May was agreed"))
        #expect(machine.text.contains("asked by ben"))
        try machine.press("<enter>")
        #expect(machine.text.contains("written to /tmp/Sales.eml"))
        try machine.press("jy")
        #expect(machine.text.contains("written to /tmp/Cash application.csv"))
        guard case .writeHandOff(let request)? = machine.deeds.last else { throw Unexpected() }
        #expect(request.query.recipient == .cashApplication && !request.isMessage)
        try machine.press("a")
        #expect(
            machine.book.log.last
                == .load(.handOffs(HandOffQuery(moment: Moment(at: Fixture.now, day: Fixture.today), all: true))))
        try machine.press("o")
        #expect(machine.state.account.open?.payer.text == "10442")
    }

    @Test("With nothing due it says so, and Esc leaves")
    func empty() throws {
        var machine = Machine()
        try machine.press(":hand-off<enter>")
        #expect(machine.text.contains("Nothing is due from anyone else"))
        try machine.press("<enter>y<esc>")
        #expect(machine.state.overlay == nil)
        #expect(machine.deeds.isEmpty)
    }

    @Test(
        "A cause, a number and what they think are lines of the note, recorded with the call and shown in its history")
    func remarks() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press(
            """
            <enter>c/cause contract<enter>/contact Jo Field +44 113 111<enter>/feedback the portal is \
            slow<enter>/cause cash<enter>
            """
        )
        #expect(machine.text.contains("price or contract"))
        let last = try #require(machine.state.note?.lines.last)
        #expect(last.reading == .notRecorded(why: "which: customer's cash or cash application?"))
        try machine.press("<F8>n<enter>")
        guard case .call(let call)? = machine.recorded?.act else { throw Unexpected() }
        #expect(call.result == .noAnswer)
        #expect(call.agreed.causes == [.priceOrContract])
        #expect(call.agreed.contacts == [PlannedContact("Jo Field", phone: "+44 113 111")])
        #expect(call.agreed.feedback == ["the portal is slow"])
        #expect(
            call.agreed.lines == [
                "cause: price or contract", "contact Jo Field: +44 113 111", "feedback: the portal is slow",
            ])
        #expect(!call.followUps.isEmpty)
    }

    @Test(
        """
        SecondConnection an open dispute stands what can be done, and how such disputes ended before; the line \
        that opens one says it as well
        """
    )
    func remedies() throws {
        var book = FakeBook()
        var ended = DisputesEnded()
        for days in [3, 5, 8] { ended.add(.notValid, days: days) }
        book.dossiers[0].disputesEnded = [.price: ended]
        let item = try #require(book.dossiers[0].facts.accounts[0].items.first { $0.open > 0 })
        let key = ItemKey(
            account: book.dossiers[0].facts.accounts[0].account.number, company: item.company, number: item.number)
        let dispute = Dispute(
            part: EntryPart(entry: 9), opened: Fixture.day("2026-11-12"), item: key, amount: nil, reason: .price,
            owner: "Sales", due: Fixture.day("2026-11-27"))
        book.dossiers[0].change { $0.commitments = Commitments(disputes: [dispute]) }
        var machine = Machine(size: Size(columns: 200, rows: 60), book: book)
        try machine.press("<enter>z")
        #expect(machine.text.contains("send the contract or price list"))
        #expect(machine.text.contains("before: 3 not valid, in 5 d"))
        try machine.press("c/dispute \(item.number) price 5")
        #expect(
            machine.state.note?.lines.first.map {
                if case .understood(_, let shown, _) = $0.reading {
                    shown.hasSuffix("; before: 3 not valid, in 5 d")
                } else {
                    false
                }
            } == true)
    }

    private struct Unexpected: Error {}
}
