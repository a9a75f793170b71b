import FileStore
import Receivables
import Testing

/// What figures open to, and what they need.
@Suite struct FigureRowsTests {
    @Test("Every figure opens to rows that add up to it")
    func rows() throws {
        let book = try FiguresBook(seed: 7)
        let all = try book.figures([book.year], rows: Set(FigureRow.Part.allCases))
        let slice = try #require(all.slices.first)
        let ledger = try #require(slice.ledgers[.usd])
        func sum(_ part: FigureRow.Part) -> Int64 {
            all.rows.reduce(0) { sum, row in
                row.part == part && row.amount?.currency == .usd ? sum + (row.amount?.minor ?? 0) : sum
            }
        }
        #expect(sum(.openAtBegin) == ledger.figures.begin)
        #expect(sum(.openAtEnd) == ledger.figures.end)
        #expect(sum(.sold) == (try ledger.periodSales.get()))
        #expect(sum(.writtenOff) == ledger.figures.writtenOff)
        #expect(sum(.collected) == ledger.figures.collected)
        #expect(sum(.afterContact) == ledger.figures.collectedAfterContact)
        #expect(sum(.paid) == ledger.figures.paid && sum(.paidDays) == ledger.figures.paid)
        #expect(sum(.promised) == ledger.promises.promised)
        #expect(all.rows.count { $0.part == .call } == slice.calls.calls)
        #expect(all.rows.count { $0.part == .disputeOpened } == slice.disputes.opened)
        #expect(all.rows.count { $0.part == .disputeAnswered } == slice.disputes.all.count)
        #expect(Metric.allCases.allSatisfy { !$0.parts.isEmpty })
    }

    @Test("A book of open items has no sales until they are typed; a missing rate is named")
    func openItems() throws {
        let fixture = try BookFixture()
        let yen = try #require(Currency("JPY"))
        try fixture.importExtract([
            fixture.item("I1"),
            .item(
                ItemRow(
                    line: 3, account: AccountNumber("A1"), number: "I2", issued: fixture.day(-20), due: fixture.day(10),
                    currency: yen, amount: 5_000, open: 5_000)),
        ])
        let month = Period(from: fixture.day(0).firstOfMonth, to: fixture.day(0))
        func slice(by grouping: FiguresQuery.Grouping? = nil) throws -> FigureSlice {
            let query = FiguresQuery([month], on: fixture.day(0), by: grouping) { $0.local(offset: 0) }
            return try #require(try fixture.book.figures(query).slices.first)
        }
        let before = try slice()
        #expect(before.missingRates == [yen])
        #expect(before.base.figures.end == 100_000)
        #expect(before.ledgers[.usd]?.dso == .none(.salesUnknown(month: month.from)))
        #expect(before.ledgers[.usd]?.overdueShare == .value(100))
        let sales = MonthlySales(month: month.from, amount: Money(minor: 300_000, .usd))
        let entry = NewEntry(
            id: fixture.newID(), payer: nil, at: BookFixture.now, day: fixture.day(0), author: "ana",
            act: .sales(sales))
        _ = try fixture.book.record([entry], seen: nil)
        let after = try slice()
        let typed = try #require(try after.ledgers[.usd]?.periodSales.get())
        #expect(after.ledgers[.usd]?.dso == Ratios.dso(receivables: 100_000, sales: typed, days: month.days))
        #expect(try slice(by: .collector).ledgers[.usd]?.dso == .none(.salesOfWholeBook))
        #expect(try fixture.verified().isEmpty)
    }
}
