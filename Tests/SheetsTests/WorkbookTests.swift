import Foundation
import Sheets
import Testing

/// Workbooks as programs write them.
struct WorkbookTests {
    @Test("Cells stand where their places say, and empty rows count")
    func places() throws {
        let rows = try TestWorkbook(
            """
            <row r="2"><c r="C2"><v>3</v></c><c r="B2" t="str"><v>b</v></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>a</t></is></c></row><row r="7"><c r="A7" s="1"/></row>
            """
        ).rows()
        #expect(rows == [2: ["", "b", "3"], 5: ["a"]])
    }

    @Test("Rows and cells without places follow one another; names may have prefixes")
    func withoutPlaces() throws {
        let rows = try TestWorkbook(
            "<x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row>"
        ).rows()
        #expect(rows == [1: ["1", "", "3"], 2: ["4"]])
    }

    @Test("Shared texts are joined from their parts, without reading aids, with escapes resolved")
    func sharedTexts() throws {
        let rows = try TestWorkbook(
            #"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row>"#,
            strings: """
                <si><t>Roth &amp; S&#246;hne</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r>\
                <rPh sb="0" eb="1"><t>aid</t></rPh></si><si><t>one_x000D_
                two_x005F_x_xZZZZ_</t></si>
                """
        ).rows()
        #expect(rows == [1: ["Roth & Söhne", "a b", "one  two_x_xZZZZ_", "Roth & Söhne"]])
    }

    @Test("Cells are read by their types")
    func types() throws {
        let rows = try TestWorkbook(
            """
            <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>x</v></c>\
            <c><f>SUM(A1:A2)</f><v>0.30000000000000004</v></c><c t="d"><v>2026-09-30T00:00:00</v></c>\
            <c><f>A1-B1</f></c><c t="str"><f>""</f><v></v></c></row>
            """
        ).rows()
        #expect(rows == [1: ["TRUE", "FALSE", "#REF!", "x", "0.3", "2026-09-30", "=A1-B1"]])
    }

    @Test("A format makes a day, a time, or a padded number of a number; of a text it makes nothing")
    func formats() throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-407]d/m/yy"/>\
            <numFmt numFmtId="166" formatCode="&quot;D&quot;00000"/>\
            <numFmt numFmtId="167" formatCode="#,##0.00\\ [$€-407]"/>\
            </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>\
            <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="10"/></cellXfs>
            """
        let sheet = """
            <row><c s="0"><v>46295</v></c><c s="1"><v>46295</v></c><c s="2"><v>47</v></c><c s="3"><v>46295.75</v></c>\
            <c s="4"><v>0.375</v></c><c s="1" t="str"><v>46295</v></c><c s="99"><v>1</v></c><c s="1"><v>-1</v></c>\
            <c s="5"><v>123</v></c><c s="6"><v>1234.5</v></c><c s="6"><v>x</v></c><c s="7"><v>0.125</v></c></row>
            """
        #expect(
            try TestWorkbook(sheet, styles: styles).rows()
                == [
                    1: [
                        "46295", "2026-09-30", "00047", "2026-09-30", "09:00", "46295", "1", "-1", "D00123",
                        "1234.5 EUR", "x", "12.5%",
                    ]
                ])
        let early = TestWorkbook("<row><c s=\"1\"><v>1</v></c></row>", styles: styles, properties: "date1904=\"1\"")
        #expect(try early.rows() == [1: ["1904-01-02"]])
    }

    @Test("Sheets are known by name, and hidden ones say so; charts are none")
    func sheets() throws {
        var workbook = TestWorkbook()
        workbook["xl/workbook.xml"] = """
            <workbook><sheets><sheet name="Kept" r:id="a" state="veryHidden"/><sheet name="A &amp; B" r:id="b"/>\
            <sheet name="Chart" r:id="c"/></sheets></workbook>
            """
        workbook["xl/_rels/workbook.xml.rels"] = """
            <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="b" Type="x/worksheet" Target="/xl/worksheets/../other/b.xml"/>\
            <Relationship Id="c" Type="x/chartsheet" Target="chart.xml"/></Relationships>
            """
        workbook["xl/other/b.xml"] = "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"
        let file = try TestFile(workbook.bytes)
        try withExtendedLifetime(file) {
            let sheets = try Workbook(file.descriptor, size: file.size).sheets
            #expect(sheets == [Sheet(name: "Kept", isHidden: true), Sheet(name: "A & B")])
            #expect(try Sheet.place(of: "a & b", in: sheets) == 1)
            #expect(try Sheet.place(of: "2", in: sheets) == 1)
            #expect(throws: SheetError.unknownSheet("C", sheets: ["Kept", "A & B"])) {
                try Sheet.place(of: "C", in: sheets)
            }
        }
        #expect(try workbook.rows(sheet: 1) == [1: ["2"]])
    }

    @Test("Archives are read however they are written", arguments: 0..<5)
    func archives(_ kind: Int) throws {
        var workbook = TestWorkbook("<row><c><v>1</v></c></row>")
        switch kind {
        case 0: workbook.zip.isStored = true
        case 1: workbook.zip.hasDescriptors = true
        case 2: workbook.zip.isWide = true
        case 3: workbook.zip.comment = Array("PK made by hand".utf8)
        default:
            workbook["XL\\Worksheets\\Sheet1.xml"] = workbook["xl/worksheets/sheet1.xml"]
            workbook["xl/worksheets/sheet1.xml"] = nil
        }
        #expect(try workbook.rows() == [1: ["1"]])
    }

    @Test("Many texts go to a file and come back, in any order")
    func manyTexts() throws {
        let count = 40_000
        let texts = (0..<count).map { "text \($0) " + String(repeating: "é", count: $0 % 300) }
        let order = (0..<count).map { $0 * 7919 % count }
        let rows = try TestWorkbook(
            order.map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }.joined(),
            strings: texts.map { "<si><t>\($0)</t></si>" }.joined()
        ).rows()
        #expect(rows.count == count)
        #expect(order.indices.allSatisfy { rows[$0 + 1] == [texts[order[$0]]] })
    }
}
