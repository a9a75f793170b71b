import Foundation

/// Cells of a file that hold more than ASCII: what its encoding is told by.
///
/// Each is taken once, for a name on a thousand rows proves no more than on one. A sample is spread over the file and
/// holds every byte above 0x7F that the file has, so encodings that give the same text for it do so for the file.
struct EncodingSample {
    struct Cell: Hashable {
        let bytes: [UInt8]
        /// The physical line that it stands on, from 1.
        let line: Int
    }

    /// In the order of the file.
    private(set) var cells: [Cell] = []

    private var seen: Set<[UInt8]> = []
    private var seenBytes = ByteSet()
    private var size = 0
    /// Of the cells that bring nothing new, one in so many is taken.
    private var stride = 1
    private var passed = 0
    private var line = 1

    private static let largest = 16 * 1024
    private static let longestCell = 512
    private static let longestLine = 1 << 20

    /// Reads a whole file.
    init(of file: ByteFile, newline: UInt8) throws {
        var begun: [UInt8] = []
        try file.forEachBlock { block in
            var rest = UnsafeRawBufferPointer(block)
            while let start = rest.baseAddress, let found = memchr(start, Int32(newline), rest.count) {
                let length = found - UnsafeMutableRawPointer(mutating: start)
                let piece = UnsafeRawBufferPointer(rebasing: rest[..<length])
                if begun.isEmpty {
                    add(piece)
                } else {
                    begun.append(contentsOf: piece)
                    begun.withUnsafeBytes { add($0) }
                    begun.removeAll(keepingCapacity: true)
                }
                line += 1
                rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
            }
            if begun.count < EncodingSample.longestLine { begun.append(contentsOf: rest) }
        }
        begun.withUnsafeBytes { add($0) }
    }

    /// Texts that stand for a line each.
    init(_ texts: [[UInt8]]) {
        for text in texts {
            text.withUnsafeBytes { add($0) }
            line += 1
        }
    }

    /// Takes the cells of a line.
    private mutating func add(_ text: UnsafeRawBufferPointer) {
        guard !EncodingSample.isASCII(text) else { return }
        // A comma, a semicolon, a tab: no character of any encoding has them as its second byte.
        for cell in text.split(whereSeparator: { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }) {
            // Zeros are padding.
            let bytes = cell.filter { $0 != 0 }
            if bytes.contains(where: { $0 >= 0x80 }) { add(cell: bytes) }
        }
    }

    private static func isASCII(_ text: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while place + 8 <= text.count {
            if text.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
            place += 8
        }
        return text[place...].allSatisfy { $0 < 0x80 }
    }

    private mutating func add(cell whole: [UInt8]) {
        let bytes = EncodingSample.cut(whole)
        let isNew = !seenBytes.isSuperset(of: bytes)
        passed += 1
        guard isNew || passed % stride == 0, seen.insert(bytes).inserted else { return }
        seenBytes.insert(bytes)
        cells.append(Cell(bytes: bytes, line: line))
        size += bytes.count
        if size > EncodingSample.largest { thinOut() }
    }

    /// A long cell as far as a blank, so that no character is cut in two.
    private static func cut(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > longestCell else { return bytes }
        return Array(bytes[..<(bytes.prefix(longestCell).lastIndex(of: 0x20) ?? longestCell)])
    }

    /// Leaves out every second cell that holds no byte of its own.
    private mutating func thinOut() {
        stride *= 2
        var known = ByteSet()
        cells = cells.enumerated().filter { place, cell in
            let isKept = place % 2 == 0 || !known.isSuperset(of: cell.bytes)
            if isKept { known.insert(cell.bytes) }
            return isKept
        }.map(\.element)
        size = cells.reduce(0) { $0 + $1.bytes.count }
        // What was left out may come again.
        seen = Set(cells.map(\.bytes))
    }
}

/// Which bytes above 0x7F were seen.
private struct ByteSet {
    private var isThere = [Bool](repeating: false, count: 256)

    func isSuperset(of bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 < 0x80 || isThere[Int($0)] } }

    mutating func insert(_ bytes: [UInt8]) {
        for byte in bytes { isThere[Int(byte)] = true }
    }
}
