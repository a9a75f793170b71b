import Exchange
import Foundation
import Receivables
import Testing

/// Reports in which a customer is a heading above its rows.
@Suite("Customers as headings")
struct CustomerGroupTests {
    private func read(_ text: String) throws -> Collected { try Collected(of: text, ImportOptions(currency: .usd)) }

    /// As QuickBooks prints it: customers, projects within one, a page line, and a time stamp.
    private static let report = """
        ,Date,Transaction Type,Num,Due Date,Open Balance
        Alder & Co,,,,,
        ,10/15/2026,Invoice,1021,11/14/2026,239.00
        Page 1 of 2,,,,,
        ,10/16/2026,Credit Memo,1022,11/14/2026,-39.00
        Total for Alder & Co,,,,,$200.00
        Birch,,,,,
        ,10/01/2026,Invoice,1030,10/31/2026,10.00
        Lake Road,,,,,
        ,10/02/2026,Invoice,1036,11/01/2026,oops
        ,10/02/2026,Invoice,1037,11/01/2026,85.00
        Total for Lake Road,,,,,$85.00
        ,10/03/2026,Invoice,1031,10/31/2026,11.00
        Total for Birch with sub-customers,,,,,$106.00
        ,10/03/2026,Invoice,1099,10/31/2026,5.00
        TOTAL,,,,,$306.00
        "Friday, November 20, 2026 10:02 AM",,,,,

        """

    @Test("Rows belong to the heading that a total closes, projects to their customer; page lines head nothing")
    func groups() throws {
        let book = try read(CustomerGroupTests.report)
        #expect(
            book.items.map { "\($0.account.text) \($0.number)" } == [
                "Alder & Co 1021", "Alder & Co 1022", "Birch 1030", "Birch:Lake Road 1037", "Birch 1031",
            ])
        #expect(book.totals == [.usd: 30_600])
        #expect(book.customers.map(\.name) == ["Alder & Co", "Birch", "Birch:Lake Road"])
        #expect(
            book.plan.notices == [
                "no column names the customers; they stand above their rows, such as “Alder & Co” on line 2"
            ])
        #expect(
            book.source.problems.map(\.sentence) == [
                "line 10, Open Balance: “oops” is no amount", "line 15: no customer's heading stands above it",
            ])
        #expect(book.source.rows == book.source.accepted + book.source.rejected + book.source.skipped)
    }

    @Test("A refused row is kept with its customer, so that it comes in once mended")
    func rejects() throws {
        let file = try TemporaryFile(CustomerGroupTests.report)
        let book = try Collected(file.path, ImportOptions(currency: .usd))
        let kept = try TemporaryFile("")
        try RejectsFile.write(book.plan, to: kept.path)
        let text = try String(contentsOfFile: kept.path, encoding: .utf8)
        #expect(
            text.split(separator: "\n").prefix(2) == [
                ",Date,Transaction Type,Num,Due Date,Open Balance,Customer,Duly line,Duly reason",
                ",10/02/2026,Invoice,1036,11/01/2026,oops,Birch:Lake Road,10,Open Balance: “oops” is no amount",
            ])
        let mended = try read(text.replacing("oops", with: "7.50"))
        #expect(mended.items.map { "\($0.account.text) \($0.number) \($0.open ?? 0)" } == ["Birch:Lake Road 1036 750"])
        #expect(!mended.plan.isFull)
    }

    @Test("As Xero prints it, with the totals of a customer whose name begins with that word")
    func totals() throws {
        let book = try read(
            """
            Aged Receivables Detail
            As at 20 November 2026
            Invoice Date,Due Date,Invoice Number,Current,Total
            Total Solutions Ltd,,,,
            10 Oct 2026,9 Nov 2026,INV-12,0.00,62.50
            Total Total Solutions Ltd,,,0.00,62.50
            Total,,,0.00,62.50

            """)
        #expect(book.items.map(\.account.text) == ["Total Solutions Ltd"])
        #expect(book.totals == [.usd: 6_250])
        #expect(book.plan.day.iso == "2026-11-20")
    }

    @Test("Headings that nothing closes are trusted with nothing: the column is missing, and what to do is said")
    func unclosed() throws {
        let error = #expect(throws: ImportError.self) {
            try read(
                """
                Date,Num,Due Date,Open \
                Balance\nAlder,,,\n10/15/2026,1,11/14/2026,5.00\nBirch,,,\n10/15/2026,2,11/14/2026,5.00\n
                """
            )
        }
        let sentence = try #require(error).sentence
        #expect(sentence.contains("line 1: no column for the account") && sentence.contains("--column account=HEADER"))
    }
}
