import Foundation
import Sheets

/// A workbook of one or more sheets, part by part.
struct TestWorkbook {
    var zip = ZipMaker()
    private var text: [String: String]

    /// - Parameters:
    ///   - sheet: what stands between the tags of `sheetData`.
    ///   - strings: what stands between those of the shared texts; nil for none.
    init(_ sheet: String = "", strings: String? = nil, styles: String = "", properties: String = "") {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        text = [
            "_rels/.rels": "<Relationships><Relationship Type=\"\(relation)/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>",
            "xl/workbook.xml": "<workbook><workbookPr \(properties)/><sheets>"
                + "<sheet name=\"One\" r:id=\"a\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels": "<Relationships>"
                + "<Relationship Id=\"a\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"s\" Type=\"\(relation)/styles\" Target=\"styles.xml\"/>"
                + "<Relationship Id=\"t\" Type=\"\(relation)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + "</Relationships>",
            "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(sheet)</sheetData></worksheet>",
            "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>",
        ]
        if let strings { text["xl/sharedStrings.xml"] = "<sst>\(strings)</sst>" }
    }

    subscript(part: String) -> String? {
        get { text[part] }
        set { text[part] = newValue }
    }

    var bytes: [UInt8] {
        var zip = zip
        for (name, text) in text.sorted(by: { $0.key < $1.key }) { zip.parts.append((name, Array(text.utf8))) }
        return zip.bytes
    }

    /// The rows of a sheet by their numbers.
    func rows(sheet: Int = 0) throws -> [Int: [String]] { try TestWorkbook.rows(of: bytes, sheet: sheet) }

    static func rows(of bytes: [UInt8], sheet: Int = 0) throws -> [Int: [String]] {
        let file = try TestFile(bytes)
        return try withExtendedLifetime(file) {
            var rows: [Int: [String]] = [:]
            let workbook = try Workbook(file.descriptor, size: file.size)
            try workbook.forEachRow(ofSheet: sheet) { rows[$0.number] = $0.strings }
            return rows
        }
    }
}
