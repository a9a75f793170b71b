import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Why money is late")
struct CauseTests {
    private static var book: FakeBook {
        var book = FakeBook()
        func behind(_ number: String, _ name: String, _ major: Int64, _ days: Int) -> CauseCount.Behind {
            CauseCount.Behind(
                account: AccountNumber(number), name: name, overdue: Money(minor: major * 100, Fixture.gbp), days: days)
        }
        book.causes = [
            CauseCount(.customerCash, times: 9, customers: 4, behind: [behind("10977", "Bluebird Foods", 9_180, 35)]),
            CauseCount(
                .invoice, times: 3, customers: 2, disputes: 1,
                behind: [behind("20013", "Kestrel Ltd", 31_000, 62), behind("10442", "Northwind Traders", 10_000, 40)]),
            CauseCount(nil, times: 1, customers: 1, disputes: 1),
        ]
        return book
    }

    @Test("Most money first, with the department; Enter shows the accounts, and opens one")
    func page() throws {
        var machine = Machine(book: CauseTests.book)
        try machine.press(":causes<enter>")
        let text = machine.text
        #expect(text.contains("our invoice"))
        #expect(text.contains("82 %"))
        #expect(text.contains("100 %"))
        #expect(text.contains("Billing"))
        try machine.press("<enter>")
        #expect(machine.text.contains("Kestrel Ltd"))
        try machine.press("j<enter>")
        #expect(machine.state.account.open?.payer.text == "10442")
    }

    @Test("Without causes it says how one is named")
    func none() throws {
        var machine = Machine()
        try machine.press(":causes<enter>")
        #expect(machine.text.contains("/cause invoice"))
    }

    @Test("At every size", arguments: ScreenTests.sizes)
    func screens(_ size: Size) throws {
        var machine = Machine(size: size, book: CauseTests.book)
        try machine.press(":causes<enter>")
        expectScreen(machine.screen, "causes-\(size)")
    }
}
