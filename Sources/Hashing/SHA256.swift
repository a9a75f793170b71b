import CSHA256

/// SHA-256 (FIPS 180-4) of bytes that come in parts.
public struct SHA256: Sendable {
    private var hash = csha256()

    /// A hash of nothing so far.
    public init() { csha256_start(&hash) }

    /// Adds the next part.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        csha256_add(&hash, start, bytes.count)
    }

    /// Adds the next part.
    public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// The 32 bytes of the hash of all parts. More parts may follow: this takes nothing away.
    public func digest() -> [UInt8] {
        var hash = hash
        return [UInt8](unsafeUninitializedCapacity: SHA256.size) { bytes, count in
            csha256_finish(&hash, bytes.baseAddress)
            count = SHA256.size
        }
    }

    /// Bytes of a digest.
    public static let size = 32
}
