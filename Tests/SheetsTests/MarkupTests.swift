import Sheets
import Testing

/// Workbooks as XML, and tables of pages.
struct MarkupTests {
    private func read(_ text: String, by block: Int = 1 << 16, _ reader: any MarkupReader) throws -> [MarkupSheet] {
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: block) {
            try bytes[start..<min(start + block, bytes.count)].withUnsafeBufferPointer { try reader.feed($0) }
        }
        try reader.finish()
        return reader.found
    }

    private func table(_ text: String, _ place: Int = 0, by block: Int = 1 << 16) throws -> [[String]] {
        var rows: [[String]] = []
        _ = try read(text, by: block, HTMLTables(sheet: place) { rows.append($0.strings) })
        return rows
    }

    private func xml(_ table: String, before: String = "", _ place: Int = 0) throws -> [Int: [String]] {
        var rows: [Int: [String]] = [:]
        let text = "<Workbook>\(before)<Worksheet ss:Name=\"A\"><Table>\(table)</Table></Worksheet></Workbook>"
        _ = try read(text, try SpreadsheetXML(sheet: place) { rows[$0.number] = $0.strings })
        return rows
    }

    // XML

    @Test("Rows and cells stand where their index says; merged cells and spans of rows are passed")
    func places() throws {
        let cell = { (attributes: String, value: String) in
            "<Cell \(attributes)><Data ss:Type=\"String\">\(value)</Data></Cell>"
        }
        let rows = try xml(
            "<Row>\(cell("ss:MergeAcross=\"1\"", "a"))\(cell("", "b"))</Row><Row ss:Index=\"4\" ss:Span=\"1\"/>"
                + "<Row>\(cell("ss:Index=\"3\"", "c"))</Row>")
        #expect(rows == [1: ["a", "", "b"], 6: ["", "", "c"]])
    }

    @Test("Cells are read by their types and styles")
    func types() throws {
        let rows = try xml(
            """
            <Column ss:StyleID="p"/><Row><Cell><Data ss:Type="Number">47</Data></Cell>\
            <Cell><Data ss:Type="DateTime">2026-09-30T00:00:00.000</Data></Cell>\
            <Cell ss:StyleID="d"><Data ss:Type="Number">46295</Data></Cell>\
            <Cell><Data ss:Type="Boolean">1</Data></Cell>\
            <Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=1"><Data ss:Type="Number"></Data></Cell>\
            <Cell><ss:Data ss:Type="String"><B>bold</B> &amp; plain</ss:Data>\
            <Comment><Data>note</Data></Comment></Cell>\
            <Cell><Data ss:Type="DateTime">1899-12-31T09:30:00.000</Data></Cell></Row>
            """,
            before: """
                <Styles><Style ss:ID="p"><NumberFormat ss:Format="00000"/></Style>\
                <Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
                """)
        #expect(
            rows == [1: ["00047", "2026-09-30", "2026-09-30", "TRUE", "#N/A", "=?", "bold & plain", "09:30"]])
    }

    @Test("Hidden sheets say so, and each begins with its first rows")
    func sheets() throws {
        let row = "<Table><Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row></Table>"
        let found = try read(
            "<Workbook><Worksheet ss:Name=\"A\">\(row)"
                + "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
                + "</Worksheet><Worksheet ss:Name=\"B\">\(row)</Worksheet></Workbook>", try SpreadsheetXML(sheet: nil))
        #expect(found.map(\.sheet) == [Sheet(name: "A", isHidden: true), Sheet(name: "B")])
        #expect(found.map(\.start) == [[["1"]], [["1"]]])
    }

    @Test(
        "Damaged XML is named as such",
        arguments: [
            "<Row ss:Index=\"0\"/>", "<Row ss:Index=\"2000000\"/>", "<Row ss:Span=\"9999999999\"/><Row/><Row/>",
            "<Row><Cell ss:Index=\"16385\"/></Row>", "<Row><Cell ss:Index=\"2\"/><Cell ss:Index=\"1\"/></Row>", "<Row>",
            "<Cell><Data>1</Data></Cell>", "&nbsp;",
        ])
    func damaged(_ table: String) { #expect(throws: SheetError.self) { try xml(table) } }

    @Test func aDocumentTypeIsRefused() {
        #expect(throws: SheetError.declaresEntities(part: "its XML")) {
            try read("<!DOCTYPE a [<!ENTITY b \"c\">]><Workbook/>", try SpreadsheetXML(sheet: nil))
        }
    }

    // Tables

    @Test(
        "Tags may be unclosed, cut anywhere, and in any case",
        arguments: [1, 2, 3, 7, 64, 1 << 16])
    func unclosed(_ block: Int) throws {
        let text = """
            <HTML><style>td > a { x: "<table>" }</style><TABLE border=1><!-- <tr><td>no --> <TR><TH>A<TH title="1 > 0">B
            <tbody><tr><td>a &amp; b<br>c<td>1 < 2</td><!----><tr><td colspan="2">x<td>y</table>after</HTML>
            """
        #expect(try table(text, by: block) == [["A", "B"], ["a & b c", "1 < 2"], ["x", "", "y"]])
    }

    @Test("Cells that reach down leave their places empty below")
    func rowspan() throws {
        let text = """
            <table><tr><td rowspan=3>a<td>b<td rowspan="2" colspan=2>c<td>d</tr><tr><td>e</td><td>f</td></tr>\
            <tr><td>g<td>h</tr><tr><td>i</table>
            """
        #expect(
            try table(text) == [["a", "b", "c", "", "d"], ["", "e", "", "", "f"], ["", "g", "h"], ["i"]])
    }

    @Test("A table inside a cell is text of that cell, and a table of its own")
    func nested() throws {
        let text = """
            <table><tr><td>Menu<td><table><tr><th>No<th>Due</tr><tr><td>1<td>2026-09-01</tr></table></td></tr></table>
            """
        #expect(try table(text, 0) == [["Menu", "No Due 1 2026-09-01"]])
        #expect(try table(text, 1) == [["No", "Due"], ["1", "2026-09-01"]])
        let found = try read(text, HTMLTables(sheet: nil))
        // What lays out the page is no list.
        #expect(found.map(\.sheet) == [Sheet(name: "table 1", isHidden: true), Sheet(name: "table 2")])
    }

    @Test("Tables without an end follow one another; rows without a table are none")
    func withoutEnds() throws {
        let text = "<tr><td>x<table><tr><td>a<td>b</tr><table><tr><td>c<td>d</tr>"
        #expect(try table(text, 0) == [["a", "b"]])
        #expect(try table(text, 1) == [["c", "d"]])
        #expect(throws: SheetError.noSheets) { try table("<p>nothing</p>") }
    }

    @Test("What a page doesn't show is no part of a cell; footnotes aren't either; hidden rows are")
    func unseen() throws {
        let rows = try table(
            """
            <table><tr><td>1,200.00<span style="display: none">9</span></td><td>5<sup>1</sup></td>\
            <td><div hidden><div>x</div>y</div>z</td><td><b style="visibility:hidden">q<td>r</td></tr>\
            <tr style="display:none"><td>kept</td><td><span data-hidden=1>s</span></td></tr></table>
            """)
        #expect(rows == [["1,200.00", "5", "z", "", "r"], ["kept", "s"]])
    }

    @Test("A cell's stored number stands for the figure that it shows, not for a day or for money")
    func stored() throws {
        let rows = try table(
            """
            <table><tr><td x:num="1234.5">1.234,50</td><td x:num="46295">30.09.2026 </td><td x:num>12</td>\
            <td sdval="0.5" sdnum="1031;">€ 0,50</td><td align=right x:num=7.25>7,25</td><td x:num="9"></td></tr>\
            </table>
            """)
        #expect(rows == [["1234.5", "30.09.2026", "12", "€ 0,50", "7.25"]])
    }

    @Test("Endless tags, deep tables and wide cells take neither memory nor time")
    func hostile() throws {
        let deep = String(repeating: "<table><tr><td>x", count: 20_000)
        #expect(try read(deep, HTMLTables(sheet: nil)).count == 8)
        let wide =
            "<table><tr>" + String(repeating: "<td colspan=99999 rowspan=99999>x", count: 100) + "<tr><td>y</table>"
        #expect(try table(wide).map(\.count) == [16_001])
        #expect(
            try table("<table><tr><td " + String(repeating: "x", count: 1 << 20) + ">a<td>b</table>") == [["a", "b"]])
        #expect(try table("<table><tr><td>a<td>b<script>" + String(repeating: "<td>", count: 9999)) == [["a", "b"]])
        #expect(try table("<table><tr><td>a<td>" + String(repeating: "b", count: 1 << 20))[0][1].utf8.count == 65_536)
    }
}
