import Receivables
import Testing

/// Every worked case of DOMAIN.md §6, and what has no figure.
@Suite struct MetricsTests {
    static let today = Day(number: 20_000)

    static func text(_ figure: Figure, decimals: Int = 1) -> String? {
        figure.value.map { Metric.Value.rounded($0, decimals: decimals) }
    }

    static func months(_ sales: [Int64]) -> [Result<(sales: Int64, days: Int), NoFigure>] {
        sales.map { .success(($0, 30)) }
    }

    @Test("DSO, countback, best possible DSO, days delinquent, CEI and turnover are as worked out")
    func worked() {
        typealias Tests = MetricsTests
        #expect(Tests.text(Ratios.dso(receivables: 150_000, sales: 1_800_000, days: 365)) == "30.4")
        let countback = Ratios.countbackDSO(
            receivables: 212_000, months: Tests.months([100_000, 80_000, 70_000]))
        #expect(Tests.text(countback) == "73.7")
        #expect(Tests.text(Ratios.dso(receivables: 4_000, sales: 10_000, days: 30)) == "12.0")
        #expect(Ratios.averageDaysDelinquent(dso: .value(45), best: .value(12)) == .value(33))
        #expect(
            Tests.text(Ratios.cei(begin: 100_000, sales: 1_000_000, end: 120_000, endCurrent: 100_000)) == "98.0")
        let turnover = Ratios.turnover(sales: 1_000_000, begin: 250_000, end: 150_000)
        #expect(turnover == .value(5))
        #expect(Ratios.collectionPeriod(turnover: turnover, days: 365) == .value(73))
    }

    @Test("A zero denominator is no figure, with its reason")
    func noFigure() {
        #expect(Ratios.dso(receivables: 5, sales: 0, days: 30) == .none(.noSales))
        #expect(Ratios.turnover(sales: 5, begin: 0, end: 0) == .none(.nothingOpen))
        #expect(Ratios.cei(begin: 10, sales: 0, end: 10, endCurrent: 10) == .none(.nothingToCollect))
        #expect(Ratios.weightedDays(0, of: 0, else: .nothingPaid) == .none(.nothingPaid))
        #expect(Ratios.countbackDSO(receivables: 9, months: MetricsTests.months([3, 3])) == .none(.salesTooShort))
        #expect(
            Ratios.averageDaysDelinquent(dso: .none(.noSales), best: .value(1)) == .none(.noSales))
        #expect(CountedRate(0, of: 0, else: .noAttempts).figure == .none(.noAttempts))
        #expect(Metric.Value.rate(CountedRate(0, of: 0, else: .noAttempts)).text == nil)
    }

    @Test("A rate on fewer than 20 cases shows the count")
    func fewCases() {
        #expect(Metric.Value.rate(CountedRate(3, of: 19, else: .noAttempts)).text == "3 of 19")
        #expect(Metric.Value.rate(CountedRate(5, of: 20, else: .noAttempts)).text == "25.0 %")
    }

    @Test("Days late are weighted by amount, and an early payment counts as 0")
    func daysLate() {
        let period = Period(from: MetricsTests.today, to: MetricsTests.today.advanced(by: 30))
        var count = LedgerCount([period], rates: DatedRates(base: .usd))
        for (amount, late) in [(Int64(4000), 0), (6000, 6), (2000, 8), (9000, -3)] {
            let paid = MetricsTests.today.advanced(by: 10)
            count.add(
                CountedItem(
                    issued: paid.advanced(by: -40), due: paid.advanced(by: -late), currency: .usd, amount: amount,
                    parts: [CountedItem.Part(day: paid, kind: .payment, amount: amount, seen: paid)]), group: 0)
            if late == 8 {
                let figures = count.totals.first?.value.periods[0]
                #expect(figures?.paidDaysLate == 52_000 && figures?.paid == 12_000)
                #expect(
                    MetricsTests.text(
                        Ratios.weightedDays(52_000, of: 12_000, else: .nothingPaid), decimals: 2) == "4.33")
            }
        }
        #expect(count.totals.first?.value.periods[0].paidDaysLate == 52_000)
        #expect(count.totals.first?.value.periods[0].collected == 21_000)
    }

    @Test("What was written off counts for CEI as open")
    func writtenOff() {
        let period = Period(from: MetricsTests.today, to: MetricsTests.today.advanced(by: 29))
        var count = LedgerCount([period], rates: DatedRates(base: .usd))
        let issued = period.from.advanced(by: -60)
        for kind in [Settlement.Kind.payment, .writeOff] {
            count.add(
                CountedItem(
                    issued: issued, due: issued.advanced(by: 30), currency: .usd, amount: 100,
                    parts: [CountedItem.Part(day: period.from, kind: kind, amount: 100, seen: period.from)]), group: 0)
        }
        let slice = LedgerSlice(
            currency: .usd, period: period, figures: count.totals.first?.value.periods[0] ?? LedgerFigures(),
            sales: [SalesRecord(issued: [:], knownFrom: Day(number: .min))])
        #expect(slice.figures.end == 0 && slice.figures.writtenOff == 100)
        #expect(slice.cei == .value(50))
        #expect(slice.badDebt == .none(.noSales))
    }

    @Test("Sales that were typed stand for their month, pro rata; an unknown month is named")
    func typedSales() throws {
        let october = try #require(Period(month: "2026-10"))
        let typed = [october.from: MonthlySales(month: october.from, amount: Money(minor: 31_000, .usd))]
        let record = SalesRecord(issued: [:], knownFrom: Day(number: .max), typed: typed)
        #expect(record.sales(of: october) == .success(31_000))
        let ten = Period(from: october.from, to: october.from.advanced(by: 9))
        #expect(record.sales(of: ten) == .success(10_000))
        let longer = Period(from: october.from, to: october.to.advanced(by: 1))
        let november = october.to.advanced(by: 1)
        #expect(record.sales(of: longer) == .failure(.salesUnknown(month: november)))
        #expect(NoFigure.salesUnknown(month: november).text.contains("duly sales 2026-11"))
    }

    @Test("A payment came after the last contact within ten business days, of an item overdue or agreed then")
    func afterContact() throws {
        // A Monday.
        let monday = try #require(Day(iso: "2026-11-02"))
        let contacts = [
            AfterContact.Contact(entry: 5, day: monday), AfterContact.Contact(entry: 8, day: monday.advanced(by: 2)),
        ]
        var search = AfterContact(BusinessCalendar())
        func contact(_ paid: Int, seen: Int64? = 20, due: Int = -5, isAgreed: Bool = false) -> Int64? {
            search.contact(
                paid: monday.advanced(by: paid), seen: seen, due: monday.advanced(by: due), contacts
            ) { _ in isAgreed }?.entry
        }
        #expect(contact(1) == 5)
        #expect(contact(5) == 8)
        #expect(contact(16) == 8)
        #expect(contact(17) == nil)
        #expect(contact(-1) == nil)
        #expect(contact(5, seen: 6) == 5)
        #expect(contact(5, seen: nil) == 8)
        #expect(contact(2, seen: nil) == 5)
        #expect(contact(5, due: 3) == nil)
        #expect(contact(5, due: 3, isAgreed: true) == 8)
        #expect(contact(5, due: 1) == 8)
        #expect(AfterContact.firstDay(for: monday.advanced(by: 16), BusinessCalendar()) == monday.advanced(by: 2))
    }

    @Test("Months and weeks cut a period without a gap")
    func parts() throws {
        let period = Period(from: try #require(Day(iso: "2026-01-10")), to: try #require(Day(iso: "2026-12-20")))
        for parts in [period.months, period.weeks] {
            #expect(parts.first?.from == period.from && parts.last?.to == period.to)
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.to.advanced(by: 1) == $1.from })
            #expect(parts.map(\.days).reduce(0, +) == period.days)
        }
        #expect(period.months.count == 12)
        #expect(Period(month: "2026-13") == nil && Period(year: "26") == nil)
    }
}
