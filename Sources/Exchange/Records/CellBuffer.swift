import Foundation

/// The cells of rows that no one has looked at yet: plain memory, for libcsv calls back from C.
struct CellBuffer {
    var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 4096)
    var byteCapacity = 4096
    var length = 0
    var ends = UnsafeMutablePointer<Int>.allocate(capacity: 64)
    var endCapacity = 64
    var cells = 0
    /// The number of cells at the end of each complete row.
    var rowEnds = UnsafeMutablePointer<Int>.allocate(capacity: 64)
    var rowCapacity = 64
    var rows = 0

    @inline(__always)
    mutating func add(_ cell: UnsafeRawPointer?, _ count: Int) {
        if length + count > byteCapacity { grow(&bytes, &byteCapacity, used: length, needed: length + count) }
        if cells == endCapacity { grow(&ends, &endCapacity, used: cells, needed: cells + 1) }
        if let cell, count > 0 { memcpy(bytes + length, cell, count) }
        length += count
        ends[cells] = length
        cells += 1
    }

    @inline(__always)
    mutating func endRow() {
        if rows == rowCapacity { grow(&rowEnds, &rowCapacity, used: rows, needed: rows + 1) }
        rowEnds[rows] = cells
        rows += 1
    }

    /// Notes where the cells of a line end, if it has neither quotes nor line ends within.
    mutating func split(_ line: UnsafePointer<UInt8>, _ count: Int, at delimiter: UInt8) -> Bool {
        for place in 0..<count {
            let byte = line[place]
            if byte == delimiter {
                if cells + 1 >= endCapacity { grow(&ends, &endCapacity, used: cells, needed: cells + 2) }
                ends[cells] = place
                cells += 1
            } else if byte == 0x22 || byte == 0x0D {
                cells = 0
                return false
            }
        }
        ends[cells] = count
        cells += 1
        return true
    }

    mutating func clear() { (length, cells, rows) = (0, 0, 0) }

    private func grow<Element>(
        _ memory: inout UnsafeMutablePointer<Element>, _ capacity: inout Int, used: Int, needed: Int
    ) {
        let larger = max(needed, capacity * 2)
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        copy.moveInitialize(from: memory, count: used)
        memory.deallocate()
        (memory, capacity) = (copy, larger)
    }

    func deallocate() {
        bytes.deallocate()
        ends.deallocate()
        rowEnds.deallocate()
    }
}
