import Exchange
import Receivables
import Testing

/// What leaves the house: CSV that no spreadsheet runs, JSON whose keys are promised.
struct OutputTests {
    @Test(
        "Names are guarded against formulas, negative numbers are not",
        arguments: [
            (CsvText.Value.text("=1+1"), "'=1+1\n"), (.text("@SUM(1)"), "'@SUM(1)\n"), (.text("-rf"), "'-rf\n"),
            (.plain("-12.50"), "-12.50\n"), (.text("Acme, \"The\" Ltd"), "\"Acme, \"\"The\"\" Ltd\"\n"),
            (.text("two\nlines"), "\"two\nlines\"\n"),
        ])
    func guarded(_ value: CsvText.Value, _ written: String) {
        var csv = CsvText()
        csv.row([value])
        #expect(csv.text == written)
    }

    @Test func ageingHasAKeyForEachBucket() throws {
        let asOf = try #require(Day(iso: "2025-03-31"))
        var report = AgeingReport(day: asOf, buckets: .standard)
        let item = Item(
            number: "I1", issued: asOf.advanced(by: -40), due: asOf.advanced(by: -10), currency: .usd, amount: 12_345,
            open: 12_345)
        let cash = UnappliedCash(day: asOf, amount: Money(minor: 2_000, .usd))
        try report.add(AccountFacts(account: Account(number: AccountNumber("7")), items: [item], unapplied: [cash]))
        let figures = """
            "1-30":"123.45","121+":"0.00","31-60":"0.00","61-90":"0.00","91-120":"0.00"
            """
        #expect(
            try report.json().render() == """
                {"accounts":[{\(figures),"account":"7","currency":"USD","current":"0.00","name":"7",\
                "total":"103.45","unapplied":"-20.00"}],"asOf":"2025-03-31",\
                "buckets":["current","1-30","31-60","61-90","91-120","121+"],\
                "totals":{"USD":{\(figures),"current":"0.00","total":"103.45","unapplied":"-20.00"}}}

                """)
    }

    @Test func verifyNamesWhatItFound() throws {
        let found = Verification(
            entries: 3, accounts: 2, head: "ab",
            problems: [Verification.Problem(kind: .journal, location: "entry 2", text: "does not match")])
        #expect(
            try found.json.render() == """
                {"accounts":2,"entries":3,"head":"ab","ok":false,\
                "problems":[{"kind":"journal","text":"does not match","where":"entry 2"}]}

                """)
    }

    @Test func anImportReportsWhereEveryRowWent() throws {
        let file = try TemporaryFile(
            "customer,invoice,date,currency,balance\nA,1,2025-01-10,USD,5.00\nA,2,2025-01-10,USD,\nTotal,,,,5.00\n")
        let book = try Collected(file.path)
        var counts = ImportCounts()
        counts.itemsNew = 1
        let receipt = Receipt(counts: counts, dueSources: [.invoiceDate: 1])
        let report = ImportReport(book.plan, book.source, receipt)
        let json = try report.json.render()
        #expect(json.contains(#""accepted":1,"#) && json.contains(#""rejected":1,"#))
        #expect(json.contains(#""rejects":[{"column":"balance","line":3,"reason":"no amount"}]"#))
        #expect(json.contains(#""rows":3,"sheet":null,"skipped":1}"#))
        #expect(json.contains(#""reasons":[{"column":"balance","count":1,"line":3,"reason":"no amount"}]"#))
        #expect(report.text().contains("3 rows: 1 accepted, 1 refused, 1 skipped"))
        #expect(report.text().contains("1 item due on the invoice date, for want of terms"))
    }

    @Test func whatATerminalWouldObeyIsEscapedInJSON() throws {
        let text = try JSONValue.string("a\u{1B}[2J\u{9B}x\u{202E}/b").render()
        #expect(text == #""a\u001b[2J\u009bx\u202e/b""# + "\n")
    }

    @Test func aQueueRowShowsItsLargestCurrencyAndTheOthersBeside() throws {
        let day = try #require(Day(iso: "2026-11-24"))
        var usd = Figures(currency: .usd)
        usd.open = 10_050
        usd.oldestDaysPastDue = 74
        let eur = Figures(currency: try #require(Currency("EUR")))
        let standing = Standing.sample(figures: [usd, eur], day: day)
        let row = QueueRow(rank: 1, payer: AccountNumber("0042"), name: "Acme", zone: "", standing: standing)
        let json = try QueuePage(day: day, base: .usd, cashKnownTo: nil, rows: [row], total: 1).json().render()
        #expect(
            json.hasPrefix(
                #"{"asOf":"2026-11-24","cashTo":null,"currency":"USD","queue":[{"account":"0042","cell":"watch""#))
        #expect(
            json.contains(#""oldestDaysPastDue":74,"open":"100.50","others":[{"collectable":"0.00","currency":"EUR""#))
        #expect(!json.contains("later"))
    }
}

extension Standing {
    /// A standing by way of ranking: nothing open, nothing agreed, then given figures.
    fileprivate static func sample(figures: [Figures], day: Day) -> Standing {
        var standing = rank(
            PayerFacts(
                payer: AccountNumber("0042"),
                accounts: [AccountFacts(account: Account(number: AccountNumber("0042")))]),
            portfolio: RankingBasis(rates: Rates(base: .usd)), rules: Rules(base: .usd), day: day)
        standing.figures = figures
        return standing
    }
}
