import Files

/// A workbook of Excel since 2007 and of the programs that write its format (.xlsx, .xlsm): ECMA-376, Office Open XML.
public final class Workbook {
    /// In the order of their tabs.
    public let sheets: [Sheet]
    /// Its days are counted from 1 January 1904, as Excel for the Macintosh counted them.
    public let countsFrom1904: Bool
    private let archive: ZipArchive
    private let parts: [String]
    private let formats: [NumberFormat]
    private let writer: CellWriter
    private let stringsPart: String?
    private var strings: SharedStrings?

    /// Opens a workbook and reads what it says of its sheets, not yet their cells.
    ///
    /// - Parameters:
    ///   - descriptor: of the file; it stays the caller's, and open while the workbook is used.
    ///   - size: of the file, in bytes.
    /// - Throws: `SheetError`.
    public init(_ descriptor: Int32, size: Int) throws {
        let archive = try ZipArchive(descriptor, size: size)
        self.archive = archive
        let main = try Workbook.mainPart(of: archive)
        let related = try Relationships.read(of: main, in: archive)
        let outline = WorkbookOutline()
        try archive.parse(main, outline)
        let found = outline.sheets.compactMap { sheet in
            related.part(sheet.id, ofType: "worksheet").map { (sheet.sheet, $0) }
        }
        sheets = found.map(\.0)
        parts = found.map(\.1)
        guard !sheets.isEmpty else { throw SheetError.noSheets }
        let styles = Styles()
        if let part = related.part(ofType: "styles"), archive.contains(part) { try archive.parse(part, styles) }
        formats = styles.formats
        countsFrom1904 = outline.countsFrom1904
        writer = CellWriter(serials: SerialDay(countsFrom1904: outline.countsFrom1904))
        stringsPart = related.part(ofType: "sharedStrings").flatMap { archive.contains($0) ? $0 : nil }
    }

    /// Calls `body` with every row of a sheet that has cells, in their order.
    ///
    /// - Parameters:
    ///   - place: of the sheet in `sheets`.
    ///   - watch: called with how many more bytes of the disk were read; may throw to stop.
    ///   - body: takes a row.
    /// - Throws: `SheetError`; `FileProblem` where a temporary file has no room; what `watch` or `body` throws.
    public func forEachRow(
        ofSheet place: Int, watch: @escaping (Int) throws -> Void = { _ in }, _ body: (SheetRow) throws -> Void
    ) throws {
        archive.watch = watch
        defer { archive.watch = { _ in } }
        let strings = try sharedStrings()
        try withoutActuallyEscaping(body) { body in
            try archive.parse(parts[place], WorksheetParser(parts[place], formats, writer, strings, body))
        }
    }

    private func sharedStrings() throws -> SharedStrings? {
        if let strings { return strings }
        guard let stringsPart else { return nil }
        let parser = SharedStringsParser()
        try archive.parse(stringsPart, parser)
        strings = try parser.finished()
        return strings
    }

    private static func mainPart(of archive: ZipArchive) throws -> String {
        let roots = try? Relationships.read(of: "", in: archive)
        let main = roots?.part(ofType: "officeDocument") ?? "xl/workbook.xml"
        if main.hasSuffix(".xml"), archive.contains(main), main.hasPrefix("xl/") || !archive.contains(prefix: "word/") {
            return main
        }
        throw SheetError.otherContents(contents(of: archive))
    }

    private static func contents(of archive: ZipArchive) -> String {
        if archive.contains("content.xml"), archive.contains("mimetype") { return "an OpenDocument file" }
        if archive.contains("xl/workbook.bin") { return "a binary Excel workbook (.xlsb)" }
        if archive.contains(prefix: "word/") { return "a Word document" }
        if archive.contains(prefix: "ppt/") { return "a presentation" }
        if archive.contains("index/document.iwa") || archive.contains("index.zip") { return "a Numbers workbook" }
        return "a zip file"
    }
}

extension ZipArchive {
    /// Reads a part that is XML.
    func parse(_ part: String, _ handler: any XMLHandler) throws {
        let reader = try XMLReader(part, handler)
        try forEachBlock(of: part) { try reader.feed($0) }
        try reader.finish()
    }
}
