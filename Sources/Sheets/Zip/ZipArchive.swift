import CZlib
import Glibc

/// A zip file, read by its central directory: APPNOTE.TXT of PKWARE, sections 4.3 and 4.5.3.
///
/// Nothing of it is ever written to a name that it gives.
final class ZipArchive {
    /// One file of the archive.
    struct Entry {
        /// As the archive spells it.
        var name: String
        var method: UInt16
        var isEncrypted: Bool
        var crc: UInt32
        var packed: Int
        var unpacked: Int
        /// Of its local header.
        var offset: Int
    }

    private let descriptor: Int32
    private let size: Int
    /// By name in lower case with slashes: some writers use backslashes, or spell a part in two ways.
    private let entries: [String: Entry]
    /// Called with how many bytes of the disk were read since the last call; may throw to stop.
    var watch: (Int) throws -> Void = { _ in }

    /// - Parameters:
    ///   - descriptor: stays the caller's, and open while the archive is used.
    ///   - size: of the file, in bytes.
    init(_ descriptor: Int32, size: Int) throws {
        self.descriptor = descriptor
        self.size = size
        let reader = ZipDirectory(descriptor, size: size)
        var entries: [String: Entry] = [:]
        for entry in try reader.entries() { entries[ZipArchive.key(entry.name)] = entry }
        self.entries = entries
    }

    private static func key(_ name: String) -> String {
        var key = name.replacing("\\", with: "/").lowercased()
        while key.hasPrefix("/") { key.removeFirst() }
        return key
    }

    func contains(_ name: String) -> Bool { entries[ZipArchive.key(name)] != nil }

    /// Some entry's name begins so.
    func contains(prefix: String) -> Bool { entries.keys.contains { $0.hasPrefix(prefix) } }

    /// Sheets unpack to so many bytes at most: a million rows of fifty cells come to half of it.
    private static let mostUnpacked = 6 << 30
    /// Beyond this size the ratio counts. Sheets shrink to a tenth, very regular ones to a hundredth; a bomb goes to
    /// the thousandth that deflate allows.
    private static let ratioCounts = 64 << 20
    private static let mostRatio = 300
    private static let blockSize = 64 * 1024

    /// Calls `body` with every block of a file, unpacked.
    ///
    /// - Throws: `SheetError` where it is missing, damaged, encrypted or too large; what `body` or `watch` throws.
    func forEachBlock(of name: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let entry = entries[ZipArchive.key(name)] else {
            throw SheetError.damaged(part: name, why: "it is missing")
        }
        guard !entry.isEncrypted else { throw SheetError.encrypted }
        var unpacked = 0
        var crc: uLong = 0
        let check = { (block: UnsafeRawBufferPointer) in
            unpacked += block.count
            guard unpacked <= ZipArchive.mostUnpacked,
                unpacked <= ZipArchive.ratioCounts || unpacked / ZipArchive.mostRatio <= entry.packed
            else { throw SheetError.tooLarge(part: name) }
            crc = crc32(crc, block.bindMemory(to: UInt8.self).baseAddress, UInt32(block.count))
            try body(block)
        }
        switch entry.method {
        case 0: try forEachPackedBlock(of: entry, check)
        case 8: try inflate(entry, check)
        default: throw SheetError.damaged(part: name, why: "it is packed in a way that is not known here")
        }
        guard unpacked == entry.unpacked, UInt32(truncatingIfNeeded: crc) == entry.crc else {
            throw SheetError.damaged(part: name, why: "its check sum doesn't fit")
        }
    }

    private func inflate(_ entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let inflater = Inflater() else {
            throw SheetError.damaged(part: entry.name, why: "there is no memory to unpack it")
        }
        try forEachPackedBlock(of: entry) { block in
            guard try inflater.feed(block, body) else {
                throw SheetError.damaged(part: entry.name, why: "it doesn't unpack")
            }
        }
        guard inflater.isComplete else { throw SheetError.damaged(part: entry.name, why: "it ends too soon") }
    }

    private func forEachPackedBlock(
        of entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var offset = try start(of: entry)
        guard entry.packed <= size - offset else { throw SheetError.cutShort }
        let end = offset + entry.packed
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ZipArchive.blockSize, alignment: 16)
        defer { block.deallocate() }
        while offset < end {
            let part = UnsafeMutableRawBufferPointer(rebasing: block[..<min(block.count, end - offset)])
            try Bytes.read(descriptor, at: offset, into: part)
            offset += part.count
            try watch(part.count)
            try body(UnsafeRawBufferPointer(part))
        }
    }

    /// Where an entry's bytes begin: behind its local header, whose name and extra field may differ in length from
    /// those of the directory.
    private func start(of entry: Entry) throws -> Int {
        let header = try Bytes(descriptor, at: entry.offset, count: 30, size: size)
        guard header.number(0, 4) == 0x0403_4B50 else {
            throw SheetError.damaged(part: entry.name, why: "it isn't where the file's directory says")
        }
        return entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
    }
}
