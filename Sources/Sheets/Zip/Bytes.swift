import Glibc

/// A few bytes of a file, and the numbers in them.
struct Bytes {
    private let bytes: [UInt8]

    /// - Throws: `SheetError.cutShort` where the file has no such bytes.
    init(_ descriptor: Int32, at offset: Int, count: Int, size: Int) throws {
        guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { throw SheetError.cutShort }
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBytes { try Bytes.read(descriptor, at: offset, into: $0) }
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// A number of some bytes, the lowest first. One that no file can be as large as is -1.
    func number(_ place: Int, _ count: Int) -> Int {
        let number = bytes[place..<place + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: number) ?? -1
    }

    func text(_ place: Int, _ count: Int) -> String { String(decoding: bytes[place..<place + count], as: UTF8.self) }

    /// Fills a buffer from a place in a file.
    static func read(_ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        var done = 0
        while done < buffer.count {
            let count = pread(
                descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
            guard count >= 0 || errno == EINTR else {
                throw SheetError.damaged(part: "the file", why: String(cString: strerror(errno)))
            }
            if count == 0 { throw SheetError.cutShort }
            done += max(0, count)
        }
    }
}
