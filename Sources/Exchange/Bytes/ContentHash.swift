import Crypto

/// SHA-256 of a file's contents.
struct ContentHash {
    private var hasher = SHA256()

    mutating func add(_ block: UnsafeRawBufferPointer) { hasher.update(bufferPointer: block) }

    /// In hexadecimal.
    func finish() -> String {
        hasher.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
