/// A 64-bit hash of bytes, the same in every run: eight bytes at a time, multiplied and folded (as wyhash does).
public struct Fingerprint: Sendable {
    @usableFromInline var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Creates the fingerprint of nothing.
    @inlinable public init() {}

    /// The hash of everything added so far.
    @inlinable public var value: UInt64 { state }

    /// Adds a word of 64 bits; the order of words matters.
    @inlinable @inline(__always)
    public mutating func add(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        state = product.high ^ product.low &+ 0x9E37_79B9_7F4A_7C15
    }

    /// Adds bytes and their number, so that `ab` + `c` differs from `a` + `bc`.
    @inlinable @inline(__always)
    public mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(text)
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

    /// The hash of one run of bytes.
    @inlinable
    public static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = Fingerprint()
        hash.add(text)
        return hash.value
    }
}
