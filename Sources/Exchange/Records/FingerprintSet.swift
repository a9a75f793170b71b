/// A set of fingerprints in 16 bytes each or less: a million rows must be told apart in little memory.
struct FingerprintSet {
    private var slots = FingerprintSlots()

    /// - Returns: whether it was new.
    mutating func insert(_ fingerprint: UInt64) -> Bool {
        if slots.isFull { slots.grow { _, _ in } }
        let (place, isThere) = slots.place(of: fingerprint)
        if !isThere { slots.insert(place, fingerprint) }
        return !isThere
    }
}

/// Small numbers by fingerprint, looked up once for each row of a file.
struct FingerprintMap {
    private var slots = FingerprintSlots()
    private var values = [UInt32](repeating: 0, count: FingerprintSlots.fewest)

    subscript(_ fingerprint: UInt64) -> Int? {
        let (place, isThere) = slots.place(of: fingerprint)
        return isThere ? Int(values[place]) : nil
    }

    mutating func insert(_ value: Int, for fingerprint: UInt64) {
        if slots.isFull {
            let old = values
            values = [UInt32](repeating: 0, count: old.count * 2)
            slots.grow { values[$1] = old[$0] }
        }
        let (place, isThere) = slots.place(of: fingerprint)
        if !isThere { slots.insert(place, fingerprint) }
        values[place] = UInt32(truncatingIfNeeded: value)
    }
}

/// Places for fingerprints, one behind the other where they fall on the same.
private struct FingerprintSlots {
    static let fewest = 1024
    /// 0 marks a free one.
    private var keys = [UInt64](repeating: 0, count: fewest)
    private var count = 0

    var isFull: Bool { count * 4 >= keys.count * 3 }

    private static func key(_ fingerprint: UInt64) -> UInt64 { fingerprint == 0 ? 1 : fingerprint }

    /// Where a fingerprint is, or would be.
    func place(of fingerprint: UInt64) -> (Int, isThere: Bool) {
        let key = FingerprintSlots.key(fingerprint)
        return keys.withUnsafeBufferPointer { keys in
            let mask = keys.count - 1
            var place = Int(truncatingIfNeeded: key) & mask
            while keys[place] != 0 {
                if keys[place] == key { return (place, true) }
                place = (place + 1) & mask
            }
            return (place, false)
        }
    }

    mutating func insert(_ place: Int, _ fingerprint: UInt64) {
        keys[place] = FingerprintSlots.key(fingerprint)
        count += 1
    }

    /// Twice the room; tells where each went.
    mutating func grow(_ moved: (_ from: Int, _ to: Int) -> Void) {
        let old = keys
        keys = [UInt64](repeating: 0, count: old.count * 2)
        for (from, key) in old.enumerated() where key != 0 {
            let to = place(of: key).0
            keys[to] = key
            moved(from, to)
        }
    }
}
