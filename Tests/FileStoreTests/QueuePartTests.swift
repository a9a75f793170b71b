import Receivables
import Testing

@testable import FileStore

/// A batch holds what its size says, on the ranked day and on another.
@Suite("Parts of the queue")
struct QueuePartTests {
    let fixture: BookFixture

    /// One with money overdue; two with a call agreed for today, of whom one owes nothing yet; one that was never
    /// spoken to and owes nothing yet; one that owes in a currency without a rate.
    init() throws {
        fixture = try BookFixture()
        let abroad = ExtractRow.item(
            ItemRow(
                line: 2, account: AccountNumber("Abroad"), number: "I5", issued: fixture.day(-70),
                due: fixture.day(-40), currency: try #require(Currency("EUR")),
                amount: 900_000, open: nil))
        try fixture.importExtract([
            fixture.item("I1", of: "Late"), fixture.item("I2", of: "Both"), fixture.item("I3", of: "Friend", due: 40),
            fixture.item("I4", of: "Early", due: 40), abroad,
        ])
        _ = try fixture.book.record(
            [fixture.call(of: "Both", next: 1), fixture.call(.relationship, of: "Friend", next: 1)], seen: nil)
    }

    private func payers(_ part: QueuePart, on offset: Int) throws -> [String] {
        let moment = Moment(at: BookFixture.now, day: fixture.day(offset))
        let page = try fixture.book.queue(part.narrowed(QueueQuery(moment: moment)))
        #expect(page.total == page.rows.count)
        let overview = try fixture.book.overview(at: moment, of: nil)
        if try fixture.book.about().rankedDay == moment.day { #expect(part.size(in: overview).payers == page.total) }
        return page.rows.map(\.payer.text)
    }

    @Test("Relationship calls are those agreed where nothing is at stake, and are calls all the same")
    func relationships() throws {
        for isRanked in [false, true] {
            if isRanked { try fixture.book.rankAll(for: fixture.day(1)) { _, _ in } }
            #expect(try payers(.relationship, on: 1) == ["Friend"])
            #expect(try Set(payers(.calls, on: 1)) == ["Late", "Both", "Friend", "Abroad"])
        }
    }

    @Test(
        "A part is known by its name or the beginning of it, however it is written",
        arguments: [
            ("small-balances", QueuePart.smallBalances), ("Small Balances", .smallBalances), ("in-writing", .inWriting),
            ("missing_contact", .missingContact), ("relationship", .relationship), ("now", .cell(.now)),
            ("owed-today", .tier(.owedToday)),
        ])
    func names(name: String, part: QueuePart) {
        #expect(QueuePart(named: name) == part)
        #expect(QueuePart(named: part.name) == part)
    }

    @Test("What names no part, or several, is none", arguments: ["", "-", "p", "calls", "nonsense"])
    func nonsense(name: String) { #expect(QueuePart(named: name) == nil) }
}
