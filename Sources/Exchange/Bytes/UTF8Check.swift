/// Checks that bytes are valid UTF-8, block by block (Unicode 15, table 3-7).
struct UTF8Check {
    private(set) var isValid = true
    private(set) var sawNul = false
    /// Continuation bytes still to come, and the range of the next one.
    private var missing = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    mutating func add(_ block: UnsafeRawBufferPointer) {
        var place = 0
        while place < block.count {
            if missing == 0, place + 8 <= block.count {
                let word = block.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    // A zero byte borrows from its neighbour's top bit.
                    if (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0 { sawNul = true }
                    place += 8
                    continue
                }
            }
            add(block[place])
            place += 1
        }
    }

    /// No character is begun and not ended.
    var isComplete: Bool { missing == 0 }

    mutating func add(_ byte: UInt8) {
        if byte == 0 { sawNul = true }
        guard isValid else { return }
        if missing > 0 {
            isValid = byte >= low && byte <= high
            missing -= 1
            (low, high) = (0x80, 0xBF)
            return
        }
        switch byte {
        case 0x00...0x7F: break
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF4: (missing, high) = (3, 0x8F)
        case 0xF1...0xF3: missing = 3
        default: isValid = false
        }
    }
}
