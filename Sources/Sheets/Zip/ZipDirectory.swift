/// Reads the central directory of a zip file.
struct ZipDirectory {
    private let descriptor: Int32
    private let size: Int

    init(_ descriptor: Int32, size: Int) {
        self.descriptor = descriptor
        self.size = size
    }

    /// A workbook has some dozen parts, one with many pictures some thousand.
    private static let mostEntries = 65_536
    private static let mostBytes = 16 << 20
    /// What a field holds whose number stands in an extra field instead.
    private static let isElsewhere = 0xFFFF_FFFF

    func entries() throws -> [ZipArchive.Entry] {
        let (offset, count, bytes) = try place()
        guard count <= ZipDirectory.mostEntries, bytes <= ZipDirectory.mostBytes else {
            throw SheetError.damaged(part: "its directory", why: "it has too many entries")
        }
        let directory = try Bytes(descriptor, at: offset, count: bytes, size: size)
        var entries: [ZipArchive.Entry] = []
        var place = 0
        for _ in 0..<count {
            guard place + 46 <= directory.count, directory.number(place, 4) == 0x0201_4B50 else { throw damaged }
            let (name, extra) = (directory.number(place + 28, 2), directory.number(place + 30, 2))
            let next = place + 46 + name + extra + directory.number(place + 32, 2)
            guard next <= directory.count else { throw damaged }
            entries.append(try entry(directory, place, name: name, extra: extra))
            place = next
        }
        return entries
    }

    private func entry(_ directory: Bytes, _ place: Int, name: Int, extra: Int) throws -> ZipArchive.Entry {
        var entry = ZipArchive.Entry(
            name: directory.text(place + 46, name), method: UInt16(directory.number(place + 10, 2)),
            isEncrypted: directory.number(place + 8, 2) & 1 != 0, crc: UInt32(directory.number(place + 16, 4)),
            packed: directory.number(place + 20, 4), unpacked: directory.number(place + 24, 4),
            offset: directory.number(place + 42, 4))
        var field = place + 46 + name
        let end = field + extra
        while field + 4 <= end {
            let length = directory.number(field + 2, 2)
            if directory.number(field, 2) == 1, field + 4 + length <= end {
                widen(&entry, directory, field + 4, length)
            }
            field += 4 + length
        }
        guard entry.offset >= 0, entry.packed >= 0, entry.unpacked >= 0, entry.offset <= size else { throw damaged }
        return entry
    }

    /// Takes from zip64's extra field what doesn't fit into 32 bits; only such numbers stand there, in this order.
    private func widen(_ entry: inout ZipArchive.Entry, _ directory: Bytes, _ start: Int, _ length: Int) {
        var place = start
        func wide(_ number: Int) -> Int {
            guard number == ZipDirectory.isElsewhere, place + 8 <= start + length else { return number }
            place += 8
            return directory.number(place - 8, 8)
        }
        entry.unpacked = wide(entry.unpacked)
        entry.packed = wide(entry.packed)
        entry.offset = wide(entry.offset)
    }

    /// Where the directory is, how many entries it has, and how long it is: its end record says so, behind which a
    /// comment may stand.
    private func place() throws -> (offset: Int, count: Int, bytes: Int) {
        let tailSize = min(size, 65_535 + 22)
        let tailStart = size - tailSize
        let tail = try Bytes(descriptor, at: tailStart, count: tailSize, size: size)
        var place = tailSize - 22
        while place >= 0, tail.number(place, 4) != 0x0605_4B50 { place -= 1 }
        guard place >= 0 else { throw SheetError.cutShort }
        var (offset, count, bytes) = (
            tail.number(place + 16, 4), tail.number(place + 10, 2), tail.number(place + 12, 4)
        )
        if place >= 20, tail.number(place - 20, 4) == 0x0706_4B50 {
            let wide = try Bytes(descriptor, at: tail.number(place - 12, 8), count: 56, size: size)
            guard wide.number(0, 4) == 0x0606_4B50 else { throw damaged }
            (offset, count, bytes) = (wide.number(48, 8), wide.number(32, 8), wide.number(40, 8))
        }
        guard offset >= 0, count >= 0, bytes >= 0, offset <= size, bytes <= size - offset else { throw damaged }
        return (offset, count, bytes)
    }

    private var damaged: SheetError { .damaged(part: "its directory", why: "it can't be read") }
}
