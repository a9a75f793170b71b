import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("RankingBasis, cover, decisions from the palette")
struct PortfolioTests {
    /// Northwind and Kestrel are ana's, who sits here; Bluebird is ben's.
    private func book() -> FakeBook {
        var book = FakeBook()
        for (place, collector) in ["ana", "ben", "ana"].enumerated() {
            book.dossiers[place].change { $0.accounts[0].account.collector = collector }
        }
        return book
    }

    @Test("The queue is mine at first, and one key turns to all; without a cover nothing is covered")
    func scopes() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book())
        #expect(machine.text.contains("Queue · mine · 2"))
        #expect(machine.text.contains("Kestrel Ltd") && !machine.text.contains("Bluebird Foods"))
        try machine.press("M")
        #expect(machine.text.contains("Queue · all · 5"))
        try machine.press("M")
        #expect(machine.text.contains("Queue · mine · 2"))
    }

    @Test("Where no account is anybody's there is one queue, and the title says no more")
    func nobodys() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        #expect(machine.text.contains("Queue · 5"))
        try machine.press("M")
        #expect(machine.footer.contains("the ERP assigns no account to you"))
    }

    @Test("Covering a colleague is one line; her accounts are a queue of their own until the day is over")
    func covering() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book())
        try machine.press(":cover ben until today<enter>")
        #expect(machine.recorded?.act == .cover(PlannedCover("ben", until: Fixture.today)))
        #expect(machine.recorded?.payer == nil)
        #expect(machine.footer.contains("covers ben until Tue 24 Nov"))
        machine.book.covers = [Covering(by: "ana", colleague: "ben", from: Fixture.today, until: Fixture.today)]
        machine.send(.bookChanged)
        try machine.press("M")
        #expect(machine.text.contains("Queue · covered · 1"))
        #expect(machine.text.contains("Bluebird Foods"))
        #expect(
            machine.book.log.contains(.load(.appointments(Moment(at: Fixture.now, day: Fixture.today), of: ["ana"]))))
        machine.wait(seconds: 60)
        #expect(
            machine.book.log.last
                == .load(.appointments(Moment(at: machine.clock, day: Fixture.today), of: ["ana", "ben"])))
        machine.wait(seconds: 24 * 3600)
        #expect(machine.state.people(in: .covered) == [])
        #expect(machine.state.queue.scope == .mine)
    }

    @Test("What can't be understood stays in the palette, with a sentence")
    func notUnderstood() throws {
        var machine = Machine()
        try machine.press(":cov<enter>")
        #expect(machine.text.contains(":cover"))
        try machine.press("ben<enter>")
        #expect(machine.footer.contains("until when?"))
        try machine.press(" fri<enter>")
        #expect(machine.recorded?.act == .cover(PlannedCover("ben", until: Fixture.day("2026-11-27"))))
    }

    @Test("Who comes back sees at the start what was done in her place, and opens it")
    func returning() throws {
        var book = book()
        book.covers = [
            Covering(by: "ben", colleague: "ana", from: Fixture.day("2026-11-12"), until: Fixture.day("2026-11-20"))
        ]
        book.returns = [
            Covered(
                entry: Fixture.entry(
                    7, "20013", "2026-11-19",
                    .call(
                        CallRecord(
                            result: .willCheck,
                            followUps: [PlannedFollowUp(day: Fixture.day("2026-11-26"), why: "is it booked?")])),
                    text: "Asks the warehouse.", author: "ben"),
                name: "Kestrel Ltd")
        ]
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book)
        #expect(machine.text.contains("While you were away"))
        #expect(machine.text.contains("19 Nov      ben Kestrel Ltd  will check; next Thu 26 Nov is it booked?"))
        #expect(machine.text.contains("Asks the warehouse."))
        try machine.press("<enter>")
        #expect(machine.state.account.open?.name == "Kestrel Ltd")
        try machine.press(":return-page<enter>")
        #expect(machine.text.contains("While you were away"))
    }

    @Test("A hold is typed behind its name, released by name, and taken back like any record")
    func hold() throws {
        var machine = Machine()
        try machine.press("<enter>:hold lawyer +60 ben<enter><enter>")
        #expect(machine.recorded?.act == .hold(PlannedHold(.lawyer, owner: "ben", review: Fixture.day("2027-01-23"))))
        #expect(machine.recorded?.payer == AccountNumber("10442"))
        #expect(machine.footer.contains("Northwind Traders: hold: lawyer or agency"))
        try machine.press("u")
        #expect(machine.text.contains("hold: lawyer or agency"))
        try machine.press("<enter>")
        #expect(machine.recorded?.act == .undo)
        #expect(machine.state.note == nil)
        try machine.press(":release<enter>")
        #expect(machine.footer.contains("is not on hold"))
    }

    @Test("A hold of ours is released, one of the ERP's is not")
    func release() throws {
        var book = FakeBook()
        let hold = PlannedHold(.own, review: Fixture.day("2026-12-24"))
        let limits = PayerRecord.folding([Fixture.entry(9, "10442", "2026-11-20", .hold(hold))]).limits
        book.dossiers[0].change { $0.limits = limits }
        book.dossiers[1].change { $0.accounts[0].account.hold = Hold(reason: "credit block") }
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book)
        try machine.press("<enter>")
        #expect(machine.text.contains("hold own decision, ana reviews on Thu 24 Dec"))
        try machine.press(":release<enter><enter>")
        #expect(machine.recorded?.act == .release(Release(.hold, EntryPart(entry: 9))))
        try machine.press("<esc>j<enter>")
        #expect(machine.text.contains("hold in the ERP credit block"))
        try machine.press(":release<enter>")
        #expect(machine.footer.contains("the hold was set in the ERP"))
    }

    @Test("The next follow-up is handed to a colleague with a line")
    func give() throws {
        var machine = Machine()
        try machine.press("<enter>:give ben<enter>")
        #expect(machine.footer.contains("with which words?"))
        try machine.press(" ask for the credit<enter><enter>")
        #expect(machine.recorded?.act == .handOver(HandOver(EntryPart(entry: 2), to: "ben")))
        #expect(machine.recorded?.text == "ask for the credit")
        #expect(machine.footer.contains("the follow-up of Mon 23 Nov is now ben's"))
    }
}
