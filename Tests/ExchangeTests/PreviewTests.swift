import Exchange
import Receivables
import Testing

/// What a dry run shows.
struct PreviewTests {
    @Test func aDryRunShowsMappingRowsAndChangesAsAWholePicture() throws {
        let file = try TemporaryFile(
            """
            Customer;Kundenname;Invoice;Invoice date;Due date;Currency;Amount;Open;Colour
            C1;Alder;I-1;05.01.2026;04.02.2026;EUR;1.200,00;1.200,00;red
            0C1;Alder;I-2;25.01.2026;;EUR;800,00;500,00;blue
            C1;Alder;I-3;25.01.2026;;EUR;800,00;;blue
            C1;ALDER Ltd;I-4;25.01.2026;25.01.2026;EUR;1,00;1,00;blue

            """)
        let book = try Collected(file.path)
        var receipt = Receipt()
        receipt.counts.itemsNew = 2
        receipt.amounts.add(170_000, to: \.new, in: try #require(Currency("EUR")))
        let report = ImportReport(book.plan, book.source, receipt, preview: try ImportPreview(of: book.plan))
        let text = report.text().replacing(file.path, with: "open.csv")
        #expect(
            text == """
                open.csv: open items, 16 Feb 2026 (today, for the file names none)
                  UTF-8, cells separated by “;”, header on line 1
                    Customer      → account
                    Kundenname    → customer's name
                    Invoice       → invoice number
                    Invoice date  → date
                    Due date      → due date
                    Currency      → currency
                    Amount        → amount
                    Open          → open amount
                    Colour        left aside
                    line  account  number  issued      due         currency   amount     open
                       2  C1       I-1     2026-01-05  2026-02-04  EUR       1200.00  1200.00
                       3  0C1      I-2     2026-01-25  by terms    EUR        800.00   500.00
                       5  C1       I-4     2026-01-25  2026-01-25  EUR          1.00     1.00
                  4 rows: 3 accepted, 1 refused, 0 skipped
                  accounts: 0 new, 0 updated
                  invoices: 2 new, 0 updated, 0 unchanged, 0 cleared
                  EUR: 1,700.00 new
                  Amount: decimal comma, as in 1.200,00 on line 2
                  Due date: plain
                  Invoice date: plain
                  Open: decimal comma, as in 1.200,00 on line 2
                  note: 1 row has no due date and no terms; the account's or the book's decide (first on line 3, I-2)
                  possible duplicate: 0C1 (line 3) looks like C1. If both are one customer: duly merge C1 0C1
                  possible duplicate: C1 is also called ALDER Ltd (line 5); the name known first stays
                  refused: line 4, Open: no amount

                """)
    }

    @Test func refusalsAreCountedByReasonWithoutTheirValues() throws {
        let rows = (1...30).map { "C1,I\($0),2026-01-05,USD,\($0 % 3 == 0 ? "x\($0)" : "")" }
        let book = try Collected(of: "customer,invoice,date,currency,balance\n" + rows.joined(separator: "\n"))
        let report = ImportReport(book.plan, book.source, Receipt())
        #expect(report.rejectTally.map(\.reason) == ["no amount", "… is no amount"])
        #expect(report.rejectTally.map(\.count) == [20, 10])
        #expect(report.text().contains("  refused: 20 × balance: no amount (first on line 2)\n"))
    }

    @Test func customersPaymentsRatesAndNotesShowTheirOwnColumns() throws {
        func shown(_ text: String) throws -> [[String]] {
            let file = try TemporaryFile(text)
            return try ImportPreview(
                of: try ImportFile.open(file.path, ImportOptions(currency: .usd), today: Day(number: 20_500))
            ).rows.map(\.texts)
        }
        #expect(
            try shown("account,name,hold,credit limit\n1,A,yes,500\n") == [
                ["1", "A", "", "", "500.00 USD", "blocked in the ERP", "", ""]
            ])
        #expect(
            try shown("account,payment date,amount,payment id\n1,2026-01-05,5,P1\n") == [
                ["1", "", "2026-01-05", "USD", "5.00", "payment", "P1"]
            ])
        #expect(try shown("currency,date,rate\nEUR,2026-01-05,1.08\n") == [["EUR", "2026-01-05", "1.08", ""]])
        #expect(try shown("account,date,note\n1,2026-01-05,called\n") == [["1", "2026-01-05", "", "called", ""]])
    }

    @Test func noMoreThanTenRowsAreReadForIt() throws {
        let rows = (1...50).map { "C1,I\($0),2026-01-05,USD,5.00" }.joined(separator: "\n")
        let file = try TemporaryFile("customer,invoice,date,currency,balance\n" + rows)
        let preview = try ImportPreview(of: try ImportFile.open(file.path, today: Day(number: 20_500)))
        #expect(preview.rows.map(\.line) == Array(2...11))
    }
}
