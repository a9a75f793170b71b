import Exchange
import Foundation
import Receivables
import Testing

/// What rows become, and what is said about those that don't.
struct ReadingTests {
    private static let header = "customer_id,customer,invoice,invoice_date,due_date,currency,amount,balance\n"

    @Test("A contact's preferred hours are a hint: one that can't be read is said, and the row counts all the same")
    func preferredHours() throws {
        let book = try Collected(
            of:
                """
                Customer No;Customer Name;Contact;Phone;Best time\nA1;Alder;Jo;+1 555 1;after 3pm\nA2;Birch;Al;+1 \
                555 2;when it rains\nA3;Cedar;Bo;+1 555 3;\n
                """
        )
        #expect(book.customers.map { $0.contacts.first?.preferred?.text } == ["15:00-18:00", nil, nil])
        #expect(book.source.rejected == 0)
        #expect(
            book.allNotices.contains(
                "1 contact's preferred hours not understood, and left out (first on line 3, when it rains)"))
    }

    private func read(_ rows: String, _ options: ImportOptions = ImportOptions()) throws -> Collected {
        let file = try TemporaryFile(ReadingTests.header + rows)
        return try Collected(file.path, options)
    }

    @Test func aRecordKnowsThePhysicalLineOnWhichItBegins() throws {
        let book = try read(
            "C1,\"A\nB\nC\",I1,2025-01-10,,USD,1.00,1.00\nC2,X,I2,2025-01-10,,USD,1.00,oops\n")
        #expect(book.items.map(\.line) == [2])
        #expect(book.source.problems == [RowProblem(line: 5, column: "balance", reason: "“oops” is no amount")])
    }

    @Test func anUnclosedQuoteIsNamedByTheLineWhereItWasOpened() throws {
        let rows = "C1,\"A\nB\",I1,2025-01-10,,USD,1.00,1.00\n\"C2\nX\",\"Y,I2,2025-01-10,,USD\nC3,Y,I3\n"
        let error = #expect(throws: ImportError.self) { _ = try read(rows) }
        guard case .unterminatedQuote(_, let line)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(line == 5)
    }

    @Test func everyRowIsAcceptedRejectedOrSkipped() throws {
        let book = try read(
            """
            C1,A,I1,2025-01-10,,USD,1.00,1.00
            C1,A,I1,2025-01-10,,USD,1.00,1.00

            customer_id,customer,invoice,invoice_date,due_date,currency,amount,balance
            Total,,,,,,1.00,1.00
            C2,B,I2,2025-01-10,,USD,1.00,
            Page 1 of 1

            """)
        #expect(book.source.accepted == 2 && book.copies == 1, "whether an item comes twice is for the book to find")
        #expect(book.source.rejected == 1)
        #expect(book.source.skips == [.blank: 1, .repeatedHeader: 1, .total: 1, .pageLine: 1])
        #expect(book.source.rows == 7)
    }

    @Test func anAccountIsIntroducedOnceAndAgainOnlyWithNews() throws {
        let file = try TemporaryFile(
            """
            account,customer name,invoice,invoice date,balance,contact name,contact phone
            1,Acme,I1,2025-01-10,1.00,,
            1,Acme,I2,2025-01-10,1.00,Jane,55
            1,Acme,I3,2025-01-10,1.00,Jane,55
            1,ACME,I4,2025-01-10,1.00,Bob,56
            1,Acme,I5,2025-01-10,1.00,Jane,55
            """)
        let book = try Collected(file.path, ImportOptions(currency: .usd))
        #expect(book.customers.map(\.line) == [2, 3, 5])
        #expect(book.customers.map { $0.name ?? "" } == ["Acme", "", ""])
        #expect(book.customers.flatMap(\.contacts).map(\.name) == ["Jane", "Bob"])
    }

    @Test func aDueDateIsStatedOrFollowsFromTheRowsTermsOrIsLeftToTheBook() throws {
        let file = try TemporaryFile(
            """
            account,invoice,invoice date,due date,terms,balance
            1,I1,2025-01-10,2025-02-01,Net 30,1.00
            1,I2,2025-01-10,,Net 30,1.00
            1,I3,2025-01-10,9999-12-31,,1.00
            """)
        let book = try Collected(file.path, ImportOptions(currency: .usd))
        #expect(book.items.map { $0.due?.iso ?? "" } == ["2025-02-01", "2025-02-09", ""])
        #expect(book.items.map(\.dueFrom) == [.stated, .rowTerms, .stated])
        #expect(book.source.dueByTerms == 1 && book.source.withoutDue == 1)
    }

    @Test func paymentsAmongOpenItemsAreUnappliedCash() throws {
        let file = try TemporaryFile(
            """
            customer,type,num,date,open balance
            Acme,Invoice,1,2025-01-10,100.00
            Acme,Payment,,2025-01-12,-30.00
            """)
        let book = try Collected(file.path, ImportOptions(currency: .usd))
        #expect(book.items.count == 1)
        #expect(book.payments.map(\.amount) == [3000])
        #expect(book.payments.map(\.item) == [""])
    }

    @Test func aPaymentsFileAndARatesFileAreKnownByTheirHeaders() throws {
        let payments = try TemporaryFile(
            "payment_id,invoice,customer_id,date,currency,amount\nP1,I1,C1,2025-02-01,EUR,15.00")
        let rates = try TemporaryFile("currency,date,rate\nEUR,2025-02-01,1.0825\nJPY,2025-02-01,0.0065")
        #expect(try Collected(payments.path).payments.map(\.reference) == ["P1"])
        #expect(try Collected(rates.path).rates.map(\.rate.billionths) == [1_082_500_000, 6_500_000])
    }

    @Test(
        "Other programs' files are refused with what to do",
        arguments: [
            ("PK\u{3}\u{4}xx", "cut short"), ("%PDF-1.4", "PDF"), ("<html>", "web page"), ("", "empty"),
            ("\n\n", "no header"), (" \n,,,\n", "no header"), ("a,b\n1,2", "no row that names its columns"),
            ("a\u{0}b,c\n", "no row that names its columns"),
        ])
    func foreign(_ content: String, _ words: String) throws {
        let file = try TemporaryFile(content)
        let error = #expect(throws: ImportError.self) { _ = try Collected(file.path) }
        #expect(error?.sentence.contains(words) == true)
    }

    @Test func aFileWithoutCurrencyAsksForOne() throws {
        let file = try TemporaryFile("customer,invoice,date,balance\nA,1,2025-01-10,5.00")
        #expect(throws: ImportError.noCurrency(file: file.path)) { _ = try Collected(file.path) }
    }

    @Test func theExtractsDayIsGivenElseInTheTitleElseToday() throws {
        let text = "Open items\nAs of Sep 30, 2025\ncustomer,invoice,date,balance\nA,1,2025-01-10,5.00"
        let file = try TemporaryFile(text)
        let today = Day(number: 20_500)
        let titled = try ImportFile.open(file.path, ImportOptions(currency: .usd), today: today)
        let given = try ImportFile.open(
            file.path, ImportOptions(currency: .usd, day: Day(number: 20_000)), today: today)
        #expect(titled.day.iso == "2025-09-30" && titled.daySource == .title(line: 2))
        #expect(given.day.number == 20_000 && given.daySource == .option)
        #expect(titled.headerLine == 3)
    }

    @Test func refusedRowsAreKeptAndComeInOnceMended() throws {
        let file = try TemporaryFile(
            ReadingTests.header + "C1,A,I1,2025-01-10,,USD,1.00,\nC2,\"B, Ltd\",I2,2025-01-10,,USD,2.00,2.00\n")
        let book = try Collected(file.path)
        let rejects = try TemporaryFile("")
        try RejectsFile.write(book.plan, to: rejects.path)
        let kept = try String(contentsOfFile: rejects.path, encoding: .utf8)
        #expect(
            kept == "customer_id,customer,invoice,invoice_date,due_date,currency,amount,balance,Duly line,Duly reason\n"
                + "C1,A,I1,2025-01-10,,USD,1.00,,2,balance: no amount\n")
        let mended = try TemporaryFile(kept.replacing("1.00,,2", with: "1.00,1.00,2"))
        let again = try Collected(mended.path)
        #expect(again.items.map(\.number) == ["I1"])
        #expect(!again.plan.isFull)
    }

    @Test(
        """
        Every refused row is kept and counted, however many there are; one of before that was mended gives way \
        and stays
        """
    )
    func manyRefused() throws {
        let rows = (0..<120_000).map { "C1,A,I\($0),2025-01-10,,USD,1.00,\($0 == 7 ? "1.00" : "x")" }
        let file = try TemporaryFile(ReadingTests.header + rows.joined(separator: "\n"))
        let book = try Collected(file.path)
        let report = ImportReport(book.plan, book.source, Receipt())
        #expect(report.rejectTally.map(\.count) == [119_999] && report.rejected == 119_999)
        let kept = try TemporaryFile("somebody's mends")
        #expect(try RejectsFile.write(book.plan, to: kept.path) == 119_999)
        let before = RejectsFile.pathBefore(kept.path)
        #expect(try String(contentsOfFile: before, encoding: .utf8) == "somebody's mends")
        let lines = try String(contentsOfFile: kept.path, encoding: .utf8).split(separator: "\n")
        #expect(
            lines.count == 120_000
                && lines.last == "C1,A,I119999,2025-01-10,,USD,1.00,x,120001,balance: “x” is no amount")
        // The same again has nothing that was not kept.
        try RejectsFile.write(book.plan, to: kept.path)
        #expect(try String(contentsOfFile: before, encoding: .utf8) == "somebody's mends")
    }

    @Test(
        "Formulas in refused rows are guarded, figures and telephones are not, and an import takes the guard away again"
    )
    func guardedRejects() throws {
        let header = "customer_id,customer,invoice,invoice_date,due_date,currency,amount,balance,phone\n"
        let names = [
            "=cmd|'/C calc'!A0", "@SUM(1)", "-2+3+cmd|x", "+A1", "'=x", "''@y", "\u{FF1D}1+1", "-", "O'Neill", "'tis",
        ]
        let rows = names.enumerated().map { nth, name in
            "C\(nth),\"\(name)\",I\(nth),2025-01-10,,USD,-1.00,x,+1 (555) 01-00\n"
        }
        let file = try TemporaryFile(header + rows.joined())
        let rejects = try TemporaryFile("")
        try RejectsFile.write(try Collected(file.path).plan, to: rejects.path)
        let kept = try String(contentsOfFile: rejects.path, encoding: .utf8)
        for cell in kept.split(separator: "\n").dropFirst().flatMap({ $0.split(separator: ",") }) {
            let first = cell.drop { $0 == "\"" }.first
            #expect(first != "=" && first != "@" && first != "\u{FF1D}", "\(cell)")
            if first == "+" || first == "-" { #expect(cell.allSatisfy { "+-0123456789.() ".contains($0) }, "\(cell)") }
        }
        #expect(
            kept.contains(",-1.00,x,+1 (555) 01-00,") && kept.contains("'=cmd|'/C calc'!A0")
                && kept.contains(",O'Neill,"))
        let mended = try TemporaryFile(kept.replacing(",x,", with: ",1.00,"))
        let again = try Collected(mended.path)
        let whole = try TemporaryFile((header + rows.joined()).replacing(",x,", with: ",1.00,"))
        let plain = try Collected(whole.path)
        #expect(again.items.map(\.number) == plain.items.map(\.number) && again.items.count == names.count)
        // Refused once more, the rows are kept as they were.
        let rejectsAgain = try TemporaryFile("")
        try RejectsFile.write(try Collected(rejects.path).plan, to: rejectsAgain.path)
        let texts = try [kept, String(contentsOfFile: rejectsAgain.path, encoding: .utf8)].map { text in
            text.split(separator: "\n").map { $0.split(separator: ",").prefix(8).joined(separator: ",") }
        }
        #expect(texts[0] == texts[1])
    }

    @Test("What the book refuses is kept beside what the reading does, both reasons in one row")
    func refusedByBoth() throws {
        let file = try TemporaryFile(
            ReadingTests.header + "C1,A,I1,2025-01-10,,USD,1.00,x\nC1,A,I2,2025-01-10,,USD,1.00,1.00\n")
        let book = try Collected(file.path)
        let kept = try TemporaryFile("")
        let fromBook = [
            RowProblem(line: 2, column: "", reason: "first"), RowProblem(line: 3, column: "currency", reason: "second"),
        ]
        #expect(try RejectsFile.write(book.plan, fromBook: fromBook, to: kept.path) == 2)
        let text = try String(contentsOfFile: kept.path, encoding: .utf8)
        #expect(text.contains("balance: “x” is no amount; first\n") && text.hasSuffix("currency: second\n"))
    }

    @Test(
        "A file that became another since it was understood gives nothing that counts",
        arguments: [
            "Customer,Invoice,Date,Open Amount,Currency\nA1,I1,2026-01-05,100.00,EUR\n",
            "Customer,Invoice,Date,Open Amount,Currency\nA1,I1,2026-01-05,100.00,EUR\nA2,I2,2026-01-06,200.99,EUR\n",
        ])
    func changed(after: String) throws {
        let before =
            "Customer,Invoice,Date,Open Amount,Currency\nA1,I1,2026-01-05,100.00,EUR\nA2,I2,2026-01-06,200.00,EUR\n"
        let file = try TemporaryFile(Array(before.utf8))
        let plan = try ImportFile.open(file.path, today: Day(number: 20_500))
        var status = stat()
        #expect(stat(file.path, &status) == 0)
        // Written in place, and with its time put back: only the contents tell.
        try after.write(toFile: file.path, atomically: false, encoding: .utf8)
        var times = [status.st_atim, status.st_mtim]
        #expect(utimensat(AT_FDCWD, file.path, &times, 0) == 0)
        var source = plan.source()
        #expect(throws: ImportError.changed(file: file.path)) { try source.forEach { _ in } }
    }

    @Test func encodingsOtherThanUTF8AreDecoded() throws {
        let text = ReadingTests.header + "C1,Zoë €,I1,2025-01-10,,USD,1.00,1.00\n"
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        let ansi = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, ansi] {
            let file = try TemporaryFile(bytes)
            #expect(try Collected(file.path).customers.map { $0.name ?? "" } == ["Zoë €"])
        }
    }

    @Test func recordsAreTheSameWhereverABlockEnds() throws {
        // 256 KB blocks fall into names, quotes and line ends alike.
        let rows = (0..<9_000).map {
            "C\($0),\"Name, with \"\"quotes\"\"\r\nand lines \($0)\",I\($0),2025-01-10,,USD,1.00,1.00"
        }
        let file = try TemporaryFile(ReadingTests.header + rows.joined(separator: "\r\n"))
        let book = try Collected(file.path)
        #expect(book.source.rows == 9_000 && book.items.count == 9_000)
        #expect(book.items.last?.line == 2 + 2 * 8_999)
        #expect(book.customers.last?.name == "Name, with \"quotes\"\r\nand lines 8999")
    }
}
