/// One cell of a row.
public struct SheetCell: Sendable, Hashable {
    /// What a cell holds, by the type that it has in its sheet.
    public enum Kind: Sendable, Hashable {
        case text
        /// A number, written with a decimal point and without groups.
        case number
        /// A day as `2026-09-30`, or a time of day as `14:05`.
        case day
        /// `TRUE` or `FALSE`.
        case boolean
        /// `#REF!` and its like.
        case error
        /// A formula whose value no one has worked out; its text is the formula.
        case formula
    }

    /// The column, from 0.
    public var column: Int
    /// What it holds.
    public var kind: Kind
    /// Where its text is in the row's.
    public var range: Range<Int>
}

/// One row of a sheet, with the cells that hold something, from left to right.
public struct SheetRow: Sendable {
    /// As the sheet counts, from 1.
    public internal(set) var number = 0
    /// The cells, without those that are empty.
    public internal(set) var cells: [SheetCell] = []
    /// The UTF-8 text of all cells; control characters, line breaks among them, are blanks.
    public internal(set) var text: [UInt8] = []

    /// The text of a cell.
    public func string(_ cell: SheetCell) -> String { String(decoding: text[cell.range], as: UTF8.self) }

    /// The texts by column, with empty ones where there is no cell.
    public var strings: [String] {
        var strings = [String](repeating: "", count: (cells.last?.column ?? -1) + 1)
        for cell in cells { strings[cell.column] = string(cell) }
        return strings
    }

    mutating func begin(_ number: Int) {
        self.number = number
        cells.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Adds a cell; one without text is left out.
    ///
    /// - Parameter write: appends the cell's text.
    mutating func add(_ column: Int, _ kind: SheetCell.Kind, _ write: (inout [UInt8]) throws -> Void) rethrows {
        let start = text.count
        try write(&text)
        close(column, kind, from: start)
    }

    /// Makes a cell of the text that was appended last.
    mutating func close(_ column: Int, _ kind: SheetCell.Kind, from start: Int) {
        guard text.count > start else { return }
        text.withUnsafeMutableBufferPointer { bytes in
            for place in start..<bytes.count where bytes[place] < 0x20 { bytes[place] = 0x20 }
        }
        cells.append(SheetCell(column: column, kind: kind, range: start..<text.count))
    }

    /// Puts cells in the order of their columns, where a sheet has them in another.
    ///
    /// - Returns: false if two are in one column.
    mutating func sort() -> Bool {
        func isRising() -> Bool { zip(cells, cells.dropFirst()).allSatisfy { $0.column < $1.column } }
        guard !isRising() else { return true }
        cells.sort { $0.column < $1.column }
        return isRising()
    }
}

/// What sheets hold at most, as Excel has it.
enum SheetLimits {
    static let rows = 1_048_576
    static let columns = 16_384
    /// Bytes of one cell's text: 32,767 characters, and room for those of programs that allow more.
    static let cell = 1 << 20
}
