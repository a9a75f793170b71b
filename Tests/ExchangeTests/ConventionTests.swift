import Exchange
import Receivables
import Testing

/// Conventions are decided by whole columns, never by rows (DOMAIN.md §7).
struct ConventionTests {
    private func book(dates: [String], amounts: [String], _ options: ImportOptions) throws -> Collected {
        let rows = zip(dates, amounts).enumerated().map { place, row in "C\(place);I\(place);\(row.0);\"\(row.1)\"" }
        let file = try TemporaryFile((["customer id;invoice;invoice date;balance"] + rows).joined(separator: "\n"))
        return try Collected(file.path, options)
    }

    private func days(_ dates: [String], _ options: ImportOptions = ImportOptions(currency: .usd)) throws -> [String] {
        try book(dates: dates, amounts: dates.map { _ in "1.00" }, options).items.map(\.issued.iso)
    }

    private func amounts(_ amounts: [String], _ code: String = "USD", _ sign: DecimalSign? = nil) throws -> [String] {
        let options = ImportOptions(currency: Currency(code), decimal: sign)
        let book = try book(dates: amounts.map { _ in "2025-01-10" }, amounts: amounts, options)
        return book.items.map { $0.openText } + book.source.problems.map { "line \($0.line)" }
    }

    @Test(
        "Dates are read however they are written",
        arguments: [
            (["2025-01-10"], ["2025-01-10"]),
            (["2013-02-01T00:00:00Z", "2013-02-01 23:59:59"], ["2013-02-01", "2013-02-01"]),
            (["20200330", "20200330.0"], ["2020-03-30", "2020-03-30"]),
            (["02.01.2013", "2.1.13"], ["2013-01-02", "2013-01-02"]),
            (["01-Jan-26", "1 Okt 2025", "Jan 5, 2026"], ["2026-01-01", "2025-10-01", "2026-01-05"]),
            (["12/19/24 00:00", "1/2/99"], ["2024-12-19", "1999-01-02"]),
            (["26/06/2025", "03/08/2025"], ["2025-06-26", "2025-08-03"]),
            (["45658", "45689.0"], ["2025-01-01", "2025-02-01"]),
            (["5/5/2025", "06/06/2025"], ["2025-05-05", "2025-06-06"]),
        ])
    func dates(_ written: [String], _ meant: [String]) throws {
        #expect(try days(written) == meant)
    }

    @Test func datesThatFitTwoOrdersAreShownSideBySideAndRefused() throws {
        let error = #expect(throws: ImportError.self) { _ = try days(["03/08/2025", "05/03/2025"]) }
        let sentence = try #require(error?.sentence)
        #expect(sentence.contains("line 2: 03/08/2025 is 3 Aug 2025 (dmy) or 8 Mar 2025 (mdy)"))
        #expect(sentence.contains("--dates dmy or mdy"))
    }

    @Test func theOptionSettlesAnAmbiguousColumn() throws {
        #expect(try days(["03/08/2025"], ImportOptions(dates: .monthDayYear, currency: .usd)) == ["2025-03-08"])
    }

    @Test func valuesThatProveDifferentOrdersAreNamedWithTheirLines() throws {
        let error = #expect(throws: ImportError.self) { _ = try days(["26/06/2025", "06/26/2025"]) }
        #expect(error?.sentence.contains("26/06/2025 on line 2 and 06/26/2025 on line 3") == true)
    }

    @Test func aHintTellsUnderWhichOrderInvoicesWouldBeDueBeforeTheyAreWritten() throws {
        let file = try TemporaryFile(
            """
            customer id,invoice,invoice date,due date,balance
            C1,I1,03/08/2025,02/09/2025,100.00
            C2,I2,05/03/2025,04/04/2025,50.00
            """)
        let error = #expect(throws: ImportError.self) {
            _ = try Collected(file.path, ImportOptions(currency: .usd))
        }
        let hint = "As month/day/year 2 due dates lie before their invoice dates, as day/month/year none."
        #expect(error?.sentence.contains(hint) == true)
    }

    @Test(
        "Amounts are read however they are written",
        arguments: [
            (["1,234.56", "(12.00)", "12.00-", "- 12.00", "+5"], ["1234.56", "-12.00", "-12.00", "-12.00", "5.00"]),
            (["1.234,56", "1.000", "-1.234.567,00"], ["1234.56", "1000.00", "-1234567.00"]),
            (["1,23,456.78 Dr", "23,456.78 Cr", "(-)1,000.00"], ["123456.78", "-23456.78", "-1000.00"]),
            (["$1,234.56", "USD 2,000.00", "'-75.63", "-$3.00"], ["1234.56", "2000.00", "-75.63", "-3.00"]),
            (["1\u{A0}234,56", "12\u{202F}345,00", "1'000,00"], ["1234.56", "12345.00", "1000.00"]),
            (["1.5E+04", "2.25e2", "1.00"], ["15000.00", "225.00", "1.00"]),
            (["10.005", "0.001", "-10.005"], ["10.01", "0.00", "-10.01"]),
            (["90071992547409.93"], ["90071992547409.93"]),
        ])
    func amounts(_ written: [String], _ meant: [String]) throws {
        #expect(try amounts(written) == meant)
    }

    @Test(
        "What is no amount is a refused row, never zero",
        arguments: ["N/A", "-", "", "#REF!", "30 Days", "01-Jan-26", "1,2,3.00", "12.3.4", "9e17"])
    func noAmounts(_ written: String) throws {
        #expect(try amounts([written, "1.00"]) == ["1.00", "line 2"])
    }

    @Test func anAmbiguousColumnOfAmountsIsRefusedWithBothReadings() throws {
        let error = #expect(throws: ImportError.self) { _ = try amounts(["1,234", "2,500"]) }
        #expect(error?.sentence.contains("1,234 is 1234 with a decimal point or 1.234 with a decimal comma") == true)
        #expect(try amounts(["1,234"], "USD", .point) == ["1234.00"])
        #expect(try amounts(["1,234"], "USD", .comma) == ["1.23"])
    }

    @Test func theCurrencyHasAsManyDecimalsAsItHas() throws {
        #expect(try amounts(["120000"], "JPY") == ["120000"])
        #expect(try amounts(["12.345", "0.5"], "KWD") == ["12.345", "0.500"])
    }
}

extension ItemRow {
    fileprivate var openText: String { Money(minor: open ?? amount, currency).decimal }
}
