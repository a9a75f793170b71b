import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("The status line")
struct StatusLineTests {
    /// What the line says of money that was promised today.
    private func promised(_ sums: [(Int64, String)], target: Int? = nil) -> String {
        var book = FakeBook()
        let promises = sums.map { minor, code in
            PlannedPromise(amount: Money(minor: minor, Currency(code) ?? .usd), day: Fixture.day("2026-11-27"))
        }
        book.journal.append(
            Fixture.entry(
                3, "10442", "2026-11-24", .call(CallRecord(result: .promised, agreed: Agreements(promises: promises)))))
        let machine = Machine(size: Size(columns: 160, rows: 24), book: book, targets: Targets(promised: target))
        let row = machine.screen.text(row: 0)
        guard let start = row.firstRange(of: "promised ")?.upperBound else { return "" }
        return String(row[start...].prefix { $0 != "a" }.split(separator: "   ").first ?? "")
    }

    @Test("What was promised in other currencies stands with their codes, beside the book's own or alone")
    func promisedElsewhere() {
        #expect(promised([(420_000, "GBP")]) == "4,200")
        #expect(promised([(60_000, "EUR")]) == "600 EUR")
        #expect(promised([(420_000, "GBP"), (60_000, "EUR")]) == "4,200 + 600 EUR")
        #expect(promised([(60_000, "EUR"), (5_000, "JPY"), (100_000, "USD")]) == "3 other currencies")
        #expect(promised([(60_000, "EUR")], target: 20_000) == "0/20,000 + 600 EUR")
    }
}
