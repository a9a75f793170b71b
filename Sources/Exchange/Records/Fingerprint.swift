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

/// A set of fingerprints in 16 bytes each or less: a million rows must be told apart in little memory.
struct FingerprintSet {
    private var slots = [UInt64](repeating: 0, count: 1024)
    private(set) var count = 0

    /// - Returns: whether it was new.
    mutating func insert(_ fingerprint: UInt64) -> Bool {
        if count * 4 >= slots.count * 3 { grow() }
        // 0 marks a free slot.
        let key = fingerprint == 0 ? 1 : fingerprint
        guard place(key) else { return false }
        count += 1
        return true
    }

    private mutating func place(_ key: UInt64) -> Bool {
        let mask = slots.count - 1
        return slots.withUnsafeMutableBufferPointer { slots in
            var place = Int(truncatingIfNeeded: key) & mask
            while slots[place] != 0 {
                if slots[place] == key { return false }
                place = (place + 1) & mask
            }
            slots[place] = key
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for key in old where key != 0 { _ = place(key) }
    }
}
