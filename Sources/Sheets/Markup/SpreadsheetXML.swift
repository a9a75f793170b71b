/// Reads a workbook that Excel 2003 or another program wrote as XML: "XML Spreadsheet Reference", Microsoft 2001.
public final class SpreadsheetXML: MarkupReader {
    private let handler: SpreadsheetHandler
    private let reader: XMLReader

    /// - Parameters:
    ///   - place: of the sheet whose rows are wanted; nil to learn what sheets there are.
    ///   - body: called with every row of that sheet that has cells, in their order.
    /// - Throws: `SheetError`.
    public init(sheet place: Int?, _ body: @escaping (SheetRow) throws -> Void = { _ in }) throws {
        handler = SpreadsheetHandler(sheet: place, body)
        // Its text comes as UTF-8, whatever it says of itself.
        reader = try XMLReader("its XML", encoding: "UTF-8", handler)
    }

    /// The sheets that were found so far.
    public var found: [MarkupSheet] { handler.found }

    /// Takes the next block of UTF-8 text.
    public func feed(_ block: UnsafeBufferPointer<UInt8>) throws { try reader.feed(UnsafeRawBufferPointer(block)) }

    /// The text has ended.
    ///
    /// - Throws: `SheetError` if it isn't complete, or has no sheet.
    public func finish() throws {
        try reader.finish()
        if handler.found.isEmpty { throw SheetError.noSheets }
    }
}

private final class SpreadsheetHandler: XMLHandler {
    private(set) var found: [MarkupSheet] = []
    private let place: Int?
    private let body: (SheetRow) throws -> Void
    private let writer = CellWriter()

    private var formats: [String: NumberFormat] = [:]
    private var style = ""
    private var columnFormats: [Int: NumberFormat] = [:]
    private var rowFormat: NumberFormat?
    private var nextColumnFormat = 0

    private var row = SheetRow()
    private var isRow = false
    /// Rows of the same look that follow the row without being written.
    private var rowSpan = 0
    private var column = -1
    private var nextColumn = 0
    private var format = NumberFormat.general
    private var type = ""
    private var hasFormula = false
    private var value: [UInt8] = []
    private var taking = Taking.nothing
    private var isComment = false

    private enum Taking { case nothing, value, visibility }

    private let cellTag: XMLTag = "Cell"
    private let dataTag: XMLTag = "Data"
    private let rowTag: XMLTag = "Row"
    private let index: XMLTag = "Index"
    private static let most = 10_000

    init(sheet place: Int?, _ body: @escaping (SheetRow) throws -> Void) {
        self.place = place
        self.body = body
    }

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) throws {
        if tag == cellTag {
            try beginCell(attributes)
        } else if tag == dataTag, !isComment {
            type = attributes.string("Type") ?? "String"
            taking = .value
        } else if tag == rowTag {
            try beginRow(attributes)
        } else {
            try startOther(tag, attributes)
        }
    }

    private func startOther(_ tag: XMLTag, _ attributes: XMLAttributes) throws {
        if tag == "Worksheet" {
            found.append(MarkupSheet(name: attributes.string("Name") ?? "Sheet\(found.count + 1)"))
            row.begin(0)
            (rowSpan, nextColumnFormat, columnFormats) = (0, 0, [:])
            guard found.count <= SpreadsheetHandler.most else { throw SheetError.tooLarge(part: "the list of sheets") }
        } else if tag == "Style" {
            style = attributes.string("ID") ?? ""
        } else if tag == "NumberFormat" {
            formats[style] = NumberFormat(code: attributes.string("Format") ?? "")
            guard formats.count <= SpreadsheetHandler.most else {
                throw SheetError.tooLarge(part: "the list of styles")
            }
        } else if tag == "Column" {
            addColumn(attributes)
        } else if tag == "Comment" {
            isComment = true
        } else if tag == "Visible" {
            value = []
            taking = .visibility
        }
    }

    func end(_ tag: XMLTag) throws {
        if tag == cellTag {
            endCell()
        } else if tag == dataTag {
            taking = .nothing
        } else if tag == rowTag {
            try endRow()
        } else if tag == "Comment" {
            isComment = false
        } else if tag == "Visible" {
            taking = .nothing
            if !found.isEmpty, value.starts(with: "Sheet".utf8) {
                found[found.count - 1].sheet.isHidden = !value.elementsEqual("SheetVisible".utf8)
            }
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard taking != .nothing else { return }
        value.append(contentsOf: bytes)
        guard value.count <= SheetLimits.cell else { throw SheetError.tooLarge(part: "a cell") }
    }

    private func addColumn(_ attributes: XMLAttributes) {
        let first = (attributes.number("Index") ?? nextColumnFormat + 1) - 1
        let last = first + min(max(0, attributes.number("Span") ?? 0), SheetLimits.columns)
        guard first >= 0, last < SheetLimits.columns else { return }
        nextColumnFormat = last + 1
        guard let format = attributes.string("StyleID").flatMap({ formats[$0] }) else { return }
        for column in first...last { columnFormats[column] = format }
    }

    private func beginRow(_ attributes: XMLAttributes) throws {
        let number = attributes.number(index) ?? row.number + rowSpan + 1
        guard number > row.number, number <= SheetLimits.rows else {
            throw SheetError.damaged(part: "a row's number", why: "it is wrong: \(number) behind \(row.number)")
        }
        rowSpan = min(max(0, attributes.number("Span") ?? 0), SheetLimits.rows)
        rowFormat = attributes.string("StyleID").flatMap { formats[$0] }
        row.begin(number)
        isRow = true
        nextColumn = 0
    }

    private func endRow() throws {
        isRow = false
        guard !row.cells.isEmpty, !found.isEmpty else { return }
        if place == nil { found[found.count - 1].keep(row) }
        if place == found.count - 1 { try body(row) }
    }

    private func beginCell(_ attributes: XMLAttributes) throws {
        let said = attributes.number(index)
        column = said.map { $0 - 1 } ?? nextColumn
        guard isRow, column >= nextColumn, column < SheetLimits.columns else {
            throw SheetError.damaged(part: "row \(row.number)", why: "a cell's place is wrong: \(column + 1)")
        }
        nextColumn = column + 1 + min(max(0, attributes.number("MergeAcross") ?? 0), SheetLimits.columns)
        format = attributes.string("StyleID").flatMap { formats[$0] } ?? rowFormat ?? columnFormats[column] ?? .general
        hasFormula = attributes["Formula"] != nil
        value.removeAll(keepingCapacity: true)
        type = ""
    }

    private func endCell() {
        guard !value.isEmpty else {
            if hasFormula, type.isEmpty || type == "Number" { row.add(column, .formula) { $0 += Array("=?".utf8) } }
            return
        }
        switch type {
        case "Number": value.withUnsafeBufferPointer { writer.add($0.trimmed, format, at: column, to: &row) }
        case "DateTime":
            let start = row.text.count
            let isInstant = value.withUnsafeBufferPointer { SerialDay.append(instant: $0.trimmed, to: &row.text) }
            if !isInstant { row.text += value }
            row.close(column, isInstant ? .day : .text, from: start)
        case "Boolean":
            let isTrue = value.first == 0x31 || value.first.map { $0 | 0x20 } == 0x74
            row.add(column, .boolean) { $0 += Array((isTrue ? "TRUE" : "FALSE").utf8) }
        case "Error": row.add(column, .error) { $0 += value }
        default: row.add(column, .text) { $0 += value }
        }
    }
}
