import Foundation
import Sheets
import Testing

/// Workbooks that are damaged, or made to do harm.
struct HostileWorkbookTests {
    private func error(_ workbook: TestWorkbook) -> SheetError? { error(workbook.bytes) }

    private func error(_ bytes: [UInt8]) -> SheetError? {
        do {
            _ = try TestWorkbook.rows(of: bytes)
            return nil
        } catch {
            return error as? SheetError
        }
    }

    private func why(_ workbook: TestWorkbook) -> String {
        if case .damaged(_, let why) = error(workbook) { why } else { "" }
    }

    @Test("A document type is refused, before an entity unfolds")
    func entities() {
        let laughs = """
            <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>
            """
        for part in ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"] {
            var workbook = TestWorkbook("", strings: "")
            workbook[part] = laughs
            #expect(error(workbook) == .declaresEntities(part: part))
        }
    }

    @Test("What unpacks without measure is refused in time")
    func bombs() {
        var workbook = TestWorkbook()
        workbook["xl/worksheets/sheet1.xml"] =
            "<worksheet><sheetData>" + String(repeating: " ", count: 90 << 20) + "</sheetData></worksheet>"
        #expect(error(workbook) == .tooLarge(part: "xl/worksheets/sheet1.xml"))
    }

    @Test("A file that was cut short says so, wherever it was cut")
    func cutShort() {
        let bytes = TestWorkbook("<row><c><v>1</v></c></row>").bytes
        for count in stride(from: 4, to: bytes.count, by: 13) {
            #expect(error(Array(bytes.prefix(count))) == .cutShort, "\(count)")
        }
    }

    @Test("Places in the file that can't be are damage")
    func offsets() {
        for offset in [1, -40, 1 << 20, -(1 << 31)] {
            var workbook = TestWorkbook()
            workbook.zip.offsetError = offset
            #expect(error(workbook) != nil, "\(offset)")
        }
        for offset in [Int.max / 2, Int.min / 2, -1] {
            var workbook = TestWorkbook()
            workbook.zip.isWide = true
            workbook.zip.offsetError = offset
            #expect(error(workbook) != nil, "\(offset)")
        }
        var workbook = TestWorkbook()
        workbook.zip.lengthError = 1
        #expect(why(workbook).contains("check sum"))
    }

    @Test("A locked part is named as such, and other archives by what they hold")
    func others() {
        var workbook = TestWorkbook()
        workbook.zip.flags = 1
        #expect(error(workbook) == .encrypted)
        for (name, words) in [
            ("content.xml", "an OpenDocument file"), ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
            ("word/document.xml", "a Word document"), ("list.csv", "a zip file"),
        ] {
            let parts = [(name, Array("x".utf8)), ("mimetype", Array("x".utf8))]
            #expect(error(ZipMaker(parts: parts).bytes) == .otherContents(words))
        }
    }

    @Test(
        "Places that no sheet has are damage",
        arguments: [
            #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, #"<row r="1"><c r="AAAAAAAAAAAAAAAAA1"><v>1</v></c></row>"#,
            #"<row r="1"><c r="1"><v>1</v></c></row>"#, #"<row r="0"><c><v>1</v></c></row>"#,
            #"<row r="-5"><c><v>1</v></c></row>"#, #"<row r="1048577"><c><v>1</v></c></row>"#,
            #"<row r="99999999999999999999"/>"#, #"<row r="2"/><row r="1"/>"#, #"<row r="2"/><row r="2"/>"#,
            #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#, "<c><v>1</v></c>",
            #"<row><c t="s"><v>1</v></c></row>"#, #"<row><c t="s"><v>-1</v></c></row>"#,
            String(repeating: "<x>", count: 100) + String(repeating: "</x>", count: 100),
            "<row>" + String(repeating: "<c/>", count: 16_385) + "</row>", "<row><c></row>",
        ])
    func places(_ sheet: String) {
        #expect(!why(TestWorkbook(sheet, strings: "<si><t>a</t></si>")).isEmpty)
    }

    @Test("A sheet that refers to itself, or out of the file, is missing and nothing else")
    func loops() {
        var workbook = TestWorkbook()
        workbook["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="a" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>
            """
        #expect(error(workbook) == .damaged(part: "etc/passwd", why: "it is missing"))
        workbook["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="a" Type="x/worksheet" Target="workbook.xml"/></Relationships>
            """
        #expect(error(workbook) == nil)
    }

    @Test("A cell longer than any is refused")
    func longCells() {
        let long = String(repeating: "x", count: (1 << 20) + 1)
        #expect(error(TestWorkbook("<row><c t=\"str\"><v>\(long)</v></c></row>")) == .tooLarge(part: "a cell"))
        #expect(
            error(TestWorkbook("", strings: "<si><t>\(long)</t></si>")) == .tooLarge(part: "a shared text"))
    }
}
