import Files
import Sheets

/// Writes the rows of a sheet as text that an import reads: a line for each row, so that the number of a line is that
/// of its row, and cells separated by tabs, which no cell holds.
struct SheetCsv {
    static let delimiter: UInt8 = 0x09
    /// Stands before every number with decimals that is a number in its sheet: its sign is a point, whatever the texts
    /// of its column show. Cells are read without the blanks around them, and this sign is one.
    static let numberMark: UInt8 = 0x0B

    private let file = ScratchFile()
    private var lines: [UInt8] = []
    private var line = 1
    /// Every row gets as many cells as the widest before it, as far as tables go: a short row is none that was cut.
    private var width = 0
    private static let mostWidth = 256
    private static let block = 128 * 1024

    /// Cells that are formulas without a value; the first of them by row and column.
    private(set) var unsolved: (count: Int, first: String)?

    mutating func add(_ row: SheetRow) throws(FileProblem) {
        while line < row.number {
            lines.append(0x0A)
            line += 1
        }
        var column = 0
        for cell in row.cells {
            while column < cell.column {
                lines.append(SheetCsv.delimiter)
                column += 1
            }
            add(cell, row)
        }
        width = max(width, min(column + 1, SheetCsv.mostWidth))
        while column + 1 < width {
            lines.append(SheetCsv.delimiter)
            column += 1
        }
        lines.append(0x0A)
        line += 1
        if lines.count >= SheetCsv.block { try flush() }
    }

    private mutating func add(_ cell: SheetCell, _ row: SheetRow) {
        let text = row.text[cell.range]
        if cell.kind == .number, text.contains(0x2E) { lines.append(SheetCsv.numberMark) }
        if cell.kind == .formula {
            unsolved = ((unsolved?.count ?? 0) + 1, unsolved?.first ?? SheetCsv.name(column: cell.column, row.number))
        }
        guard text.contains(0x22) else { return lines.append(contentsOf: text) }
        lines.append(0x22)
        for byte in text { lines += byte == 0x22 ? [byte, byte] : [byte] }
        lines.append(0x22)
    }

    private mutating func flush() throws(FileProblem) {
        let problem: FileProblem? = lines.withUnsafeBytes { bytes in
            do throws(FileProblem) {
                try file.append(bytes)
                return nil
            } catch { return error }
        }
        if let problem { throw problem }
        lines.removeAll(keepingCapacity: true)
    }

    mutating func finished() throws(FileProblem) -> ScratchContents {
        try flush()
        return try file.finished()
    }

    /// `C5`
    private static func name(column: Int, _ row: Int) -> String {
        var (letters, rest) = ("", column + 1)
        while rest > 0 {
            letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters + String(row)
    }
}
