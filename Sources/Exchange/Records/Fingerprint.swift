/// A 64-bit hash of bytes, the same in every run: eight bytes at a time, multiplied and folded (as wyhash does).
struct Fingerprint {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ word: UInt64) {
        let product = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = product.high ^ product.low &+ 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    mutating func add(_ cell: Cell) {
        let raw = UnsafeRawBufferPointer(cell)
        var place = 0
        while place + 8 <= raw.count {
            add(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var tail = UInt64(raw.count) << 56
        while place < raw.count {
            tail = tail << 8 ^ UInt64(raw[place])
            place += 1
        }
        add(tail)
    }

    static func of(_ cell: Cell) -> UInt64 {
        var hash = Fingerprint()
        hash.add(cell)
        return hash.value
    }
}
