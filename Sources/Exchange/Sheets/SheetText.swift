import Files
import Receivables
import Sheets

/// One sheet of a workbook as text: made once, and then read like any other file.
struct SheetText: Sendable {
    /// The name of its tab.
    let name: String
    /// What all tabs are called.
    let names: [String]
    /// What the other tabs are called that show.
    let others: [String]
    let contents: ScratchContents
    /// Cells that are formulas without a value, in words; nil where there are none.
    let unsolved: String?
    /// Numbers of days that have no format of a day count from 1904.
    private(set) var countsFrom1904 = false

    /// What is to be known of it, in sentences.
    var notices: [String] {
        var notices: [String] = []
        if !others.isEmpty {
            let names = others.prefix(8).map { "“\($0)”" }.joined(separator: ", ") + (others.count > 8 ? ", …" : "")
            notices.append(
                "the sheet “\(name)” is read, and no other of the workbook: \(names); --sheet names another")
        }
        if let unsolved { notices.append(unsolved) }
        return notices
    }

    private struct Enough: Error {}

    /// Makes the text of a sheet.
    ///
    /// - Parameters:
    ///   - format: of the file; nothing is made of one that has no sheets.
    ///   - watch: called with how many more bytes of the disk were read; may throw to stop.
    /// - Throws: `SheetError`, `ImportError`, `FileProblem`; what `watch` throws.
    init?(
        of format: ForeignFormat, _ descriptor: Int32, size: Int, file: String, _ choice: SheetChoice,
        watch: @escaping (Int) throws -> Void
    ) throws {
        switch format {
        case .workbook: try self.init(workbook: descriptor, size: size, file: file, choice, watch: watch)
        case .workbookXML: try self.init(markup: file, choice, watch: watch) { try SpreadsheetXML(sheet: $0, $1) }
        case .table: try self.init(markup: file, choice, watch: watch) { HTMLTables(sheet: $0, $1) }
        default: return nil
        }
    }

    /// Reads the text twice: for what sheets there are, and for the rows of one.
    private init(
        markup file: String, _ choice: SheetChoice, watch: @escaping (Int) throws -> Void,
        reader: (_ place: Int?, _ body: @escaping (SheetRow) throws -> Void) throws -> any MarkupReader
    ) throws {
        let text = try MarkupText(file, encoding: choice.encoding, watch: watch)
        let outline = try reader(nil) { _ in }
        try text.give(to: outline)
        let sheets = outline.found.map(\.sheet)
        let place = try choice.place(in: sheets, file: file) { outline.found[$0].start }
        try self.init(sheets, place, file: file) { body in
            try withoutActuallyEscaping(body) { try text.give(to: reader(place, $0)) }
        }
    }

    private init(
        workbook descriptor: Int32, size: Int, file: String, _ choice: SheetChoice,
        watch: @escaping (Int) throws -> Void
    ) throws {
        let workbook = try Workbook(descriptor, size: size)
        let place = try choice.place(in: workbook.sheets, file: file) { place in
            var rows: SheetChoice.Start = []
            do {
                try workbook.forEachRow(ofSheet: place, watch: watch) { row in
                    rows.append(row.strings)
                    if rows.count == SheetChoice.rowsLookedAt { throw Enough() }
                }
            } catch is Enough {}
            return rows
        }
        try self.init(workbook.sheets, place, file: file) { try workbook.forEachRow(ofSheet: place, watch: watch, $0) }
        countsFrom1904 = workbook.countsFrom1904
    }

    private init(
        _ sheets: [Sheet], _ place: Int, file: String, forEachRow: ((SheetRow) throws -> Void) throws -> Void
    ) throws {
        name = sheets[place].name
        names = sheets.map(\.name)
        others = sheets.indices.filter { $0 != place && !sheets[$0].isHidden }.map { sheets[$0].name }
        var csv = SheetCsv()
        try forEachRow { try csv.add($0) }
        contents = try csv.finished()
        unsolved = csv.unsolved.map { count, first in
            (count == 1 ? "1 cell is a formula" : "\(count) cells are formulas")
                + " whose value the file doesn't hold (first \(first)); open it in a spreadsheet, and save it"
        }
        guard contents.count > 0 else { throw SheetError.noSheets }
    }

    /// Calls `body` with every block of the text.
    func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 16)
        defer { block.deallocate() }
        var offset = 0
        while offset < contents.count {
            let count = try contents.read(at: offset, into: block)
            offset += count
            try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }
}
