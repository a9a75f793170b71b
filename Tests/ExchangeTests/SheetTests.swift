import Exchange
import Foundation
import Receivables
import Testing

/// Workbooks on their way through an import.
struct SheetTests {
    private func path(_ name: String) -> String { ExtractCase.ownFolder + "/" + name }

    private func html(_ rows: [String]) -> String {
        "<table>" + rows.map { "<tr>" + $0.split(separator: "|").map { "<td>\($0)" }.joined() }.joined() + "</table>"
    }

    @Test("A number of a sheet has a decimal point, also where the texts of its column have a comma")
    func numbers() throws {
        let book = try Collected(path("amounts-as-texts-and-numbers.xlsx"))
        #expect(book.items.map(\.open) == [123_456, 100_000, 123, 1_250])
        // What is said of the column is said of its texts.
        let said = try Collected(path("openpyxl-inline-strings.xlsx"), ImportOptions(decimal: .comma))
        #expect(said.items.map(\.open) == [123, 30])
    }

    @Test("Refused rows are kept so that their numbers stay what they are")
    func rejects() throws {
        let xml = """
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>\
            <Row>\(["Customer No", "Invoice No", "Invoice Date", "Currency", "Open Amount"].map {
                "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>"
            }.joined())</Row><Row ss:Index="5"><Cell><Data ss:Type="String">A\tb, "c"</Data></Cell>\
            <Cell><Data ss:Type="Number">1</Data></Cell><Cell/><Cell><Data ss:Type="String">EUR</Data></Cell>\
            <Cell><Data ss:Type="Number">1.234</Data></Cell></Row></Table></Worksheet></Workbook>
            """
        let file = try TemporaryFile(xml)
        let book = try Collected(file.path)
        #expect(book.source.problems.map(\.line) == [5])
        let kept = try TemporaryFile("")
        try RejectsFile.write(book.plan, to: kept.path)
        let text = try String(contentsOfFile: kept.path, encoding: .utf8)
        #expect(text.contains("\n\"A b, \"\"c\"\"\",1,,EUR,1.2340,5,"))
        let mended = try TemporaryFile(text.replacing(",1,,EUR", with: ",1,2026-09-01,EUR"))
        #expect(try Collected(mended.path).items.map(\.open) == [123])
    }

    @Test("A sheet is named by the options or by a profile; a name that is none lists those that there are")
    func chosen() throws {
        let file = path("payments-and-customers.xlsx")
        let plan = try Collected(file, ImportOptions(sheet: "customers")).plan
        #expect(plan.kind == .customers && plan.sheet == "Customers" && plan.sheets == ["Receipts", "Customers"])
        let profile = ImportProfile(name: "p", sheet: "2")
        #expect(try Collected(file, ImportOptions(profile: profile)).plan.sheet == "Customers")
        let error = #expect(throws: ImportError.self) { try Collected(file, ImportOptions(sheet: "Cash")) }
        #expect(error?.sentence.contains("has no sheet “Cash”. It has “Receipts”, “Customers”") == true)
        // Another sheet is another file.
        #expect(try ImportFile.contentHash(of: file) != ImportFile.contentHash(of: file, ImportOptions(sheet: "2")))
        #expect(try ImportFile.contentHash(of: file, ImportOptions(sheet: "2")) == plan.contentHash)
    }

    @Test("A workbook that changes after it was understood is read no further")
    func changed() throws {
        let bytes = try Data(contentsOf: URL(filePath: path("openpyxl-inline-strings.xlsx")))
        let file = try TemporaryFile(Array(bytes))
        var source = try ImportFile.open(file.path, today: Day(number: 20_500)).source()
        try Data(bytes + [0]).write(to: URL(filePath: file.path))
        #expect(throws: ImportError.changed(file: file.path)) { try source.forEach { _ in } }
    }

    @Test("A table of a page is read in the encoding that fits, that it names, or that is said")
    func encodings() throws {
        let rows = [
            "Customer No|Customer Name|Invoice No|Invoice Date|Currency|Open Amount", "7|Zoë|I7|2026-09-01|EUR|1.00",
        ]
        let page = "<html><meta charset=\"windows-1252\">" + html(rows) + "</html>"
        func name(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws -> String? {
            try Collected(of: bytes, options).customers.first?.name
        }
        #expect(try name(Array(page.utf8)) == "Zoë")
        #expect(try name(page.unicodeScalars.map { UInt8($0.value) }) == "Zoë")
        #expect(try name([0xFE, 0xFF] + page.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "Zoë")
        #expect(try name(Array(page.utf8), ImportOptions(encoding: .windows1252)) == "ZoÃ«")
    }

    @Test("A page to log in on is refused, and so is one without a table")
    func pages() {
        let login = "<html><form><table><tr><td>User<td><input><tr><td>Password<td><input></table></form></html>"
        for text in [login, "<html><p>Session expired</p></html>"] {
            let error = #expect(throws: ImportError.self) { try Collected(of: text) }
            #expect(error?.sentence.contains("log-in page") == true)
        }
    }

    @Test("Of two tables with the same columns neither is taken silently")
    func rivals() throws {
        let rows = ["Customer No|Invoice No|Invoice Date|Currency|Open Amount", "7|I7|2026-09-01|EUR|1.00"]
        let page = "<html>" + html(rows) + html(rows) + "</html>"
        let error = #expect(throws: ImportError.self) { try Collected(of: page) }
        #expect(error?.sentence.contains("--sheet \"table 1\" or --sheet \"table 2\"") == true)
        #expect(try Collected(of: page, ImportOptions(sheet: "2")).items.count == 1)
    }
}
