import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("The history of a customer")
struct HistoryTests {
    private static var book: FakeBook {
        var book = FakeBook()
        let promised = ItemKey(account: AccountNumber("10442"), number: "INV-2210")
        book.dossiers[0].change { facts in
            facts.commitments = Commitments(promises: [
                Promise(
                    part: EntryPart(entry: 3), made: Fixture.day("2026-11-13"),
                    amount: Money(minor: 250_000, Fixture.gbp), day: Fixture.day("2026-11-16"),
                    shares: [Share(promised, 250_000)])
            ])
        }
        book.dossiers[0].receipts = [
            Dossier.Received(
                day: Fixture.day("2026-11-12"), amount: Money(minor: 99_000, Fixture.gbp), item: "INV-2100",
                isStated: true)
        ]
        book.dossiers[0].history.insert(
            Fixture.entry(
                3, "10442", "2026-11-13",
                .call(CallRecord(direction: .inbound, result: .promised, contact: "Jane Moss", seconds: 95)),
                text: "Says she found the order.\nAsked for the delivery note as well.\nWill call on Monday."), at: 0)
        return book
    }

    @Test("Calls, what came of promises, and money stand on one line of time; Enter unfolds a note")
    func all() throws {
        var machine = Machine(book: HistoryTests.book)
        try machine.press("<enter>H")
        let text = machine.text
        #expect(text.contains("they called · Jane Moss · promised  01:35  ana"))
        #expect(text.contains("2,500.00 GBP by Mon 16 Nov: due, not verified"))
        #expect(text.contains("990.00 GBP paid for INV-2100"))
        #expect(!text.contains("Will call on Monday."))
        try machine.press("<enter>")
        #expect(machine.text.contains("Will call on Monday."))
    }

    @Test("A key shows one kind; a search narrows it; Esc takes the search off, and then leaves")
    func filters() throws {
        var machine = Machine(book: HistoryTests.book)
        try machine.press("<enter>Hy")
        #expect(machine.text.contains("990.00 GBP paid"))
        #expect(!machine.text.contains("they called"))
        try machine.press("a/delivery<enter>")
        #expect(machine.text.contains("they called"))
        #expect(!machine.text.contains("990.00"))
        try machine.press("/<esc>")
        #expect(machine.text.contains("990.00"))
        try machine.press("<esc>")
        #expect(machine.state.overlay == nil)
    }

    @Test("From the items: what has to do with the one under the cursor")
    func item() throws {
        var machine = Machine(book: HistoryTests.book)
        try machine.press("<enter><F4>")
        let list = try #require(machine.state.account.open?.items)
        let place = try #require(list.items.firstIndex { $0.number == "INV-2210" })
        try machine.press(String(repeating: "j", count: place) + "H")
        #expect(machine.text.contains("History of INV-2210"))
        #expect(machine.text.contains("8,200.00 GBP open"))
        #expect(machine.text.contains("they called"))
        #expect(!machine.text.contains("990.00"))
    }

    @Test("The last talks stand near the top of the page, visible without scrolling")
    func talks() throws {
        var machine = Machine(book: HistoryTests.book)
        try machine.press("<enter>")
        #expect(machine.text.contains("13 Nov  they called · Jane Moss · promised · Says she found the order."))
        #expect(machine.text.contains("12 Nov  call · Jane Moss · will check · Pay run is on Fridays"))
    }

    @Test("At every size", arguments: ScreenTests.sizes)
    func screens(_ size: Size) throws {
        var machine = Machine(size: size, book: HistoryTests.book)
        try machine.press("<enter>H")
        expectScreen(machine.screen, "history-\(size)")
    }
}
