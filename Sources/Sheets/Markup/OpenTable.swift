/// A table that is being read.
struct OpenTable {
    let place: Int
    private var row = SheetRow()
    private var isRow = false
    private(set) var isInCell = false
    private var column = 0
    private var text: [UInt8] = []
    /// The last row that cells of rows above reach into, by column.
    private var covered: [Int: Int] = [:]
    private var span = (across: 1, down: 1)
    /// The number that the cell shows, as it is stored.
    private var number: [UInt8]?

    /// What a cell can't be longer than; a page's layout is.
    private static let longest = 64 * 1024

    init(place: Int) { self.place = place }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        guard isInCell, text.count < OpenTable.longest else { return }
        let isBlank = byte <= 0x20
        if isBlank, text.isEmpty || text.last == 0x20 { return }
        text.append(isBlank ? 0x20 : byte)
    }

    mutating func beginRow() {
        row.begin(row.number + 1)
        isRow = true
        column = 0
    }

    mutating func beginCell(across: Int, down: Int, number: [UInt8]?) {
        endCell()
        if !isRow { beginRow() }
        while let last = covered[column], last >= row.number { column += 1 }
        span = (across, down)
        self.number = number
        isInCell = true
        text.removeAll(keepingCapacity: true)
    }

    mutating func endCell() {
        guard isInCell else { return }
        isInCell = false
        while text.last == 0x20 { text.removeLast() }
        if column < SheetLimits.columns {
            if !addNumber() {
                let decoded =
                    text.contains(0x26) ? Array(HTMLEntities.decoded(String(decoding: text, as: UTF8.self)).utf8) : text
                row.add(column, .text) { $0 += decoded }
            }
            if span.down > 1 {
                for column in column..<min(column + span.across, SheetLimits.columns) {
                    covered[column] = row.number + span.down - 1
                }
            }
        }
        column = min(column + span.across, SheetLimits.columns)
    }

    /// What shows only a figure is that number; a day, and money with its sign, are what they show.
    private mutating func addNumber() -> Bool {
        guard let number, text.allSatisfy(OpenTable.figures.contains), isShown(number) else { return false }
        let start = row.text.count
        guard number.withUnsafeBufferPointer({ PlainNumber.append($0.trimmed, to: &row.text) }) else { return false }
        row.close(column, .number, from: start)
        return true
    }

    /// The digits that are shown are the first of the stored number's: of a day they aren't.
    private func isShown(_ number: [UInt8]) -> Bool {
        func digits(_ bytes: [UInt8]) -> [UInt8] {
            let digits = bytes.filter { $0 &- 0x30 <= 9 }.drop { $0 == 0x30 }
            return Array(digits.reversed().drop { $0 == 0x30 }.reversed())
        }
        let (shown, stored) = (digits(text), digits(number))
        return !text.isEmpty && (stored.starts(with: shown) || shown.starts(with: stored))
    }

    private static let figures = Set("0123456789.,'() -".utf8)

    /// The row that ends; nil where none was open.
    mutating func endRow() -> SheetRow? {
        endCell()
        guard isRow else { return nil }
        isRow = false
        return row
    }
}
