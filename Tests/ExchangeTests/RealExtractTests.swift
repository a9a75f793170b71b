import Exchange
import Receivables
import Testing

/// Figures of real extracts, computed independently (data/README.md).
@Suite(.enabled(if: SharedData.isThere, "no ../shared/data beside the package"))
struct RealExtractTests {
    private let usd = ImportOptions(currency: .usd)

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(
        "Settled invoices are open from their issue to their settlement, to the cent",
        arguments: [
            ("2012-12-31", 54, 30, "3071.08", "473.26"), ("2013-03-31", 49, 29, "3186.11", "534.46"),
            ("2013-06-30", 49, 26, "2996.59", "486.06"),
        ])
    func settledInvoices(_ asOf: String, _ items: Int, _ accounts: Int, _ total: String, _ overdue: String) throws {
        let book = try Collected(SharedData.path("settled-invoices.csv"), usd)
        let day = try day(asOf)
        let open = book.items.filter { item in item.issued <= day && item.settled.map { day < $0 } ?? true }
        let late = open.filter { item in item.due.map { $0 < day } ?? false }
        #expect(book.plan.kind == .invoiceHistory)
        #expect(open.count == items)
        #expect(Set(open.map(\.account)).count == accounts)
        #expect(Money(minor: open.reduce(0) { $0 + $1.amount }, .usd).decimal == total)
        #expect(Money(minor: late.reduce(0) { $0 + $1.amount }, .usd).decimal == overdue)
    }

    @Test func settledInvoicesKeepTheZerosOfTheirNumbersAndProveTheirDates() throws {
        let book = try Collected(SharedData.path("settled-invoices.csv"), usd)
        #expect(book.source.rows == 1267)
        #expect(book.source.accepted == 1267)
        #expect(book.items.first?.number == "0007900770")
        #expect(book.customers.count == 50)
        #expect(book.plan.conventions["InvoiceDate"]?.hasPrefix("month/day/year, proved by") == true)
        #expect(book.items.contains { $0.onceDisputed })
    }

    @Test(
        "A ledger with contacts ages to the cent",
        arguments: [
            ("USD", "495396.08", ["202806.59", "176179.71", "42807.58", "17974.46", "5989.75", "49637.99"]),
            ("CAD", "4324.89", ["281.03", "1316.94", "2554.89", "0.00", "0.00", "172.03"]),
        ])
    func ledger(_ code: String, _ total: String, _ buckets: [String]) throws {
        let book = try Collected(SharedData.path("ledger-with-contacts.csv"))
        let currency = try #require(Currency(code))
        let asOf = try day("2025-09-30")
        var sums = [Int64](repeating: 0, count: 6)
        for row in book.items where row.currency == currency {
            let item = Item(
                number: row.number, issued: row.issued, due: try #require(row.due), currency: currency,
                amount: row.amount, open: row.open ?? 0)
            sums[Buckets.standard.index(of: item, on: asOf)] += item.open
        }
        #expect(sums.map { Money(minor: $0, currency).decimal } == buckets)
        #expect(book.totals[currency].map { Money(minor: $0, currency).decimal } == total)
    }

    @Test func aLedgerBringsItsPeopleAndWorksOutMissingDueDates() throws {
        let book = try Collected(SharedData.path("ledger-with-contacts.csv"))
        #expect(book.plan.kind == .openItems)
        #expect(book.source.accepted == 3107)
        #expect(book.items.count { ($0.open ?? 0) != 0 } == 707)
        #expect(book.source.dueByTerms == 149)
        #expect(Set(book.customers.map(\.number)).count == 135)
        let lens = try #require(book.customers.first)
        #expect(lens.name == "Lens & Light")
        #expect(lens.terms == .net(days: 30))
        #expect(
            lens.contacts == [Contact(name: "Angela Scott", phone: "555-513-2964", email: "angela@lensandlight.com")])
    }

    @Test func journalItemsOfSAPAreAHistoryWithoutDueDates() throws {
        let book = try Collected(SharedData.path("sap-ar-journal-items.csv"))
        let asOf = try day("2025-06-30")
        let open = book.items.filter { item in item.issued <= asOf && item.settled.map { asOf < $0 } ?? true }
        #expect(book.plan.kind == .invoiceHistory)
        #expect(book.source.accepted == 123)
        #expect(open.count == 3)
        #expect(open.reduce(0) { $0 + $1.amount } == 265_464)
        #expect(Set(open.map(\.account)).count == 2)
        #expect(book.items.allSatisfy { $0.due == nil && $0.company == "ABCD" })
        #expect(book.customers.allSatisfy { $0.name == nil })
    }

    @Test func partnersOfSAPBringNames() throws {
        let book = try Collected(SharedData.path("sap-business-partners.csv"))
        #expect(book.plan.kind == .customers)
        #expect(book.customers.count == 8)
        #expect(book.customers.first { $0.number.text == "320000082" }?.name == "Nguyen-Davis")
    }

    @Test func billingDocumentsByNetAmountAreNoReceivables() throws {
        let error = #expect(throws: ImportError.self) {
            _ = try ImportFile.open(SharedData.path("sap-billing-headers.csv"), today: Day(number: 20_500))
        }
        #expect(error?.sentence.contains("journal items") == true)
    }
}
