/// Takes the cells of one sheet of a workbook: ECMA-376 part 1, 18.3.1.
final class WorksheetParser: XMLHandler {
    private let part: String
    private let formats: [NumberFormat]
    private let writer: CellWriter
    private let strings: SharedStrings?
    private let body: (SheetRow) throws -> Void

    private var row = SheetRow()
    private var isRow = false
    private var column = -1
    private var type = CellType.number
    private var format = NumberFormat.general
    /// Text between tags that belongs to the cell.
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var hasFormula = false
    private var hasValue = false
    private var taking = Taking.nothing
    private var isPhonetic = false

    private enum Taking { case nothing, value, formula }

    private enum CellType {
        case number, shared, text, boolean, error, instant

        init(_ word: UnsafeBufferPointer<UInt8>?) {
            switch (word?.first, word?.count) {
            case (0x73, 1): self = .shared
            case (0x73, _), (0x69, _): self = .text
            case (0x62, _): self = .boolean
            case (0x65, _): self = .error
            case (0x64, _): self = .instant
            default: self = .number
            }
        }
    }

    private let rowTag: XMLTag = "row"
    private let c: XMLTag = "c"
    private let v: XMLTag = "v"
    private let f: XMLTag = "f"
    private let t: XMLTag = "t"
    private let r: XMLTag = "r"
    private let s: XMLTag = "s"
    private let rPh: XMLTag = "rPh"

    /// Of a formula no more than a sentence can quote.
    private static let longestFormula = 60

    init(
        _ part: String, _ formats: [NumberFormat], _ writer: CellWriter, _ strings: SharedStrings?,
        _ body: @escaping (SheetRow) throws -> Void
    ) {
        self.part = part
        self.formats = formats
        self.writer = writer
        self.strings = strings
        self.body = body
    }

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) throws {
        if tag == c {
            try beginCell(attributes)
        } else if tag == v || tag == t && !isPhonetic {
            hasValue = hasValue || tag == v
            taking = .value
        } else if tag == f {
            hasFormula = true
            taking = .formula
        } else if tag == rowTag {
            try beginRow(attributes)
        } else if tag == rPh {
            isPhonetic = true
        }
    }

    func end(_ tag: XMLTag) throws {
        if tag == c {
            try endCell()
        } else if tag == v || tag == t || tag == f {
            taking = .nothing
        } else if tag == rowTag {
            try endRow()
        } else if tag == rPh {
            isPhonetic = false
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        switch taking {
        case .nothing: return
        case .value:
            value.append(contentsOf: bytes)
            guard value.count <= SheetLimits.cell else { throw SheetError.tooLarge(part: "a cell") }
        case .formula:
            formula.append(contentsOf: bytes.prefix(max(0, WorksheetParser.longestFormula - formula.count)))
        }
    }

    // Rows

    private func beginRow(_ attributes: XMLAttributes) throws {
        let number: Int
        if let bytes = attributes[r] {
            guard let said = Int(String(decoding: bytes, as: UTF8.self)), said > row.number, said <= SheetLimits.rows
            else { throw damaged("a row's number is wrong: \(String(decoding: bytes.prefix(20), as: UTF8.self))") }
            number = said
        } else {
            number = row.number + 1
            guard number <= SheetLimits.rows else { throw damaged("it has more rows than a sheet has") }
        }
        row.begin(number)
        isRow = true
        column = -1
    }

    private func endRow() throws {
        isRow = false
        guard row.sort() else { throw damaged("row \(row.number) has two cells in one column") }
        if !row.cells.isEmpty { try body(row) }
    }

    // Cells

    private func beginCell(_ attributes: XMLAttributes) throws {
        guard isRow else { throw damaged("a cell stands outside of rows") }
        if let reference = attributes[r] {
            guard let place = WorksheetParser.column(of: reference) else {
                throw damaged(
                    "a cell's place is wrong in row \(row.number): "
                        + String(decoding: reference.prefix(20), as: UTF8.self))
            }
            column = place
        } else {
            column += 1
            guard column < SheetLimits.columns else { throw damaged("row \(row.number) has too many cells") }
        }
        type = CellType(attributes[t])
        format = .general
        if let bytes = attributes[s], type == .number, let style = WorksheetParser.number(bytes),
            formats.indices.contains(style)
        {
            format = formats[style]
        }
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        (hasFormula, hasValue, taking) = (false, false, .nothing)
    }

    private func endCell() throws {
        guard !value.isEmpty else {
            // Programs that write formulas and can't work them out leave the value away.
            if hasFormula, type != .text || !hasValue {
                row.add(column, .formula) { $0 += [0x3D] + formula }
            }
            return
        }
        switch type {
        case .number: value.withUnsafeBufferPointer { writer.add($0.trimmed, format, at: column, to: &row) }
        case .shared: try addShared()
        case .text: add(.text)
        case .error: add(.error)
        case .boolean: row.add(column, .boolean) { $0 += Array((value.first == 0x31 ? "TRUE" : "FALSE").utf8) }
        case .instant:
            let start = row.text.count
            let isInstant = value.withUnsafeBufferPointer { SerialDay.append(instant: $0.trimmed, to: &row.text) }
            if isInstant { row.close(column, .day, from: start) } else { add(.text) }
        }
    }

    private func add(_ kind: SheetCell.Kind) {
        row.add(column, kind) { text in
            let start = text.count
            text += value
            EscapedText.decode(&text, from: start)
        }
    }

    private func addShared() throws {
        let number = value.withUnsafeBufferPointer { WorksheetParser.number($0.trimmed) }
        let start = row.text.count
        guard let number, let strings, try strings.append(number, to: &row.text) else {
            throw damaged("a cell in row \(row.number) has a text that the workbook doesn't hold")
        }
        row.close(column, .text, from: start)
    }

    /// `C5` is column 2; nil for what is no place of a sheet.
    private static func column(of reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            let letter = Int(byte & 0xDF) - 0x40
            guard byte >= 0x41, (1...26).contains(letter) else { break }
            column = column * 26 + letter
            guard column <= SheetLimits.columns else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }

    /// A whole number without a sign, below a billion.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 <= 9 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }

    private func damaged(_ why: String) -> SheetError { .damaged(part: part, why: why) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without blanks and line ends at either end.
    var trimmed: UnsafeBufferPointer<UInt8> {
        var (from, to) = (0, count)
        while from < to, self[from] <= 0x20 { from += 1 }
        while to > from, self[to - 1] <= 0x20 { to -= 1 }
        return UnsafeBufferPointer(rebasing: self[from..<to])
    }
}
