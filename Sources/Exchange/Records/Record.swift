import Receivables

/// The bytes of one cell, valid only while its record is.
typealias Cell = UnsafeBufferPointer<UInt8>

/// One row of a file, as it came; valid only while it is being looked at.
struct Record {
    /// The physical line on which it begins.
    let line: Int
    let count: Int
    private let bytes: UnsafePointer<UInt8>
    /// Where each cell ends.
    private let ends: UnsafePointer<Int>
    private let start: Int
    /// Bytes between a cell's end and the next one's start: 1 where the separators are still there.
    private let gap: Int
    /// It is of a sheet, which tells numbers from texts.
    private let isSheet: Bool
    /// Whether its cells have our own apostrophes before what might be a formula, as in a file of refused rows.
    var isGuarded = false

    init(
        line: Int, count: Int, bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int>, start: Int, gap: Int,
        isSheet: Bool = false
    ) {
        self.line = line
        self.count = count
        self.bytes = bytes
        self.ends = ends
        self.start = start
        self.gap = gap
        self.isSheet = isSheet
    }

    /// The cell without the blanks around it; empty where the row has no such cell.
    @inline(__always)
    subscript(place: Int) -> Cell {
        guard place >= 0, place < count else { return Cell(start: nil, count: 0) }
        let from = place == 0 ? start : ends[place - 1] + gap
        let cell = Cell(start: bytes + from, count: ends[place] - from).trimmed
        return isGuarded ? cell.unguarded : cell
    }

    /// Whether a cell is a number with decimals in its sheet, and no text: then its sign is a point.
    @inline(__always)
    func isNumber(_ place: Int) -> Bool {
        guard isSheet, place >= 0, place < count else { return false }
        let from = place == 0 ? start : ends[place - 1] + gap
        return from < ends[place] && bytes[from] == SheetCsv.numberMark
    }

    /// All bytes of the row's cells.
    var content: Cell { Cell(start: bytes + start, count: count == 0 ? 0 : ends[count - 1] - start) }

    /// Tells rows apart: equal rows have equal fingerprints.
    var fingerprint: UInt64 {
        var hash = Fingerprint()
        hash.add(content)
        for place in 0..<count { hash.add(UInt64(truncatingIfNeeded: ends[place] - start)) }
        return hash.value
    }

    var texts: [String] { (0..<count).map { self[$0].text } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without spaces, tabs, line ends and no-break spaces at either end.
    @inline(__always)
    var trimmed: Cell {
        guard let base = baseAddress, count > 0 else { return self }
        if base[0] > 0x20, base[0] < 0x80, base[count - 1] > 0x20, base[count - 1] < 0x80 { return self }
        return trimmedSlowly
    }

    private var trimmedSlowly: Cell {
        var from = 0
        var to = count
        func isNoBreakSpace(at place: Int) -> Bool { self[place] == 0xC2 && self[place + 1] == 0xA0 }
        while from < to {
            if self[from] == 0x20 || (0x09...0x0D).contains(self[from]) {
                from += 1
            } else if from + 1 < to, isNoBreakSpace(at: from) {
                from += 2
            } else {
                break
            }
        }
        while to > from {
            if self[to - 1] == 0x20 || (0x09...0x0D).contains(self[to - 1]) {
                to -= 1
            } else if to - 2 >= from, isNoBreakSpace(at: to - 2) {
                to -= 2
            } else {
                break
            }
        }
        return Cell(rebasing: self[from..<to])
    }

    /// Without the apostrophe that `CsvText.Value.kept` has put before it.
    var unguarded: Cell {
        guard count > 1, self[0] == 0x27, CsvText.isFormula(text) else { return self }
        return Cell(rebasing: dropFirst())
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
