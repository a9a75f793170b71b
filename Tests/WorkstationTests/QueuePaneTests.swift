import Receivables
import Testing

@testable import Workstation

/// A long batch is read in pages, while who is dealt with leaves the order that the book stores.
@Suite("The window on the queue")
struct QueuePaneTests {
    private static let moment = Moment(at: Fixture.now, day: Fixture.today)

    /// The book's order: everybody but those who were dealt with.
    private func page(_ query: QueueQuery, without gone: Set<String>, of count: Int) -> QueuePage {
        let standing = rank(
            PayerFacts(payer: AccountNumber("P"), accounts: []), portfolio: Fixture.portfolio, rules: Fixture.rules,
            day: Fixture.today)
        let rows = (1...count).map { "P\($0)" }.filter { !gone.contains($0) }.enumerated().map { place, number in
            QueueRow(rank: place + 1, payer: AccountNumber(number), name: number, zone: "", standing: standing)
        }
        return QueuePage(
            day: Fixture.today, base: Fixture.gbp, cashKnownTo: nil,
            rows: Array(rows.dropFirst(query.offset).prefix(query.limit ?? .max)), total: rows.count)
    }

    @Test("Nobody is passed over between two pages, and the batch is summed up when nobody is left in it")
    func pages() throws {
        var pane = QueuePane()
        pane.part = .tier(.brokenPromise)
        let first = pane.query(at: Self.moment)
        pane.show(page(first, without: [], of: 40), first, isWhole: true)
        var gone: Set<String> = []
        func deal(with number: String) {
            gone.insert(number)
            pane.markDone(AccountNumber(number), "promised")
        }
        for nth in 1...25 { deal(with: "P\(nth)") }
        pane.cursor.go(to: 25, count: pane.rows.count, height: 20)
        let asked = pane.queryForMore(at: Self.moment)
        let more = try #require(asked)
        pane.show(page(more, without: gone, of: 40), more, isWhole: false)
        #expect(pane.rows.map(\.payer.text) == (1...40).map { "P\($0)" })
        #expect(pane.total == 40)
        for nth in 26...39 { deal(with: "P\(nth)") }
        #expect(pane.summary == nil)
        pane.markDone(AccountNumber("P40"), "no answer")
        #expect(pane.summary == "broken promises: 40 dealt with: 39 promised, 1 no answer")
    }
}
