import CZlib
import Foundation

/// Makes zip files, right ones and wrong ones.
struct ZipMaker {
    var parts: [(name: String, text: [UInt8])] = []
    /// Parts stand as they are, without being packed.
    var isStored = false
    /// Lengths stand behind the parts and in the directory, not before them, as in what was written to a pipe.
    var hasDescriptors = false
    /// The numbers of the directory stand in fields of 64 bits.
    var isWide = false
    /// What stands behind all.
    var comment: [UInt8] = []
    /// Of the parts' headers and of the directory: bit 0 says that they are encrypted.
    var flags = 0
    /// Is added to where each part begins, according to the directory.
    var offsetError = 0
    /// Is added to how long each part is when unpacked, according to the directory.
    var lengthError = 0

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let packed = isStored ? part.text : ZipMaker.deflated(part.text)
            let crc = part.text.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
            let offset = file.count
            let name = Array(part.name.utf8)
            let method = isStored ? 0 : 8
            let sizes = hasDescriptors ? [0, 0, 0] : [crc, packed.count, part.text.count]
            file += number(0x0403_4B50, 4) + number(20, 2) + number(flags | (hasDescriptors ? 8 : 0), 2)
            file += number(method, 2) + number(0, 4) + sizes.flatMap { number($0, 4) }
            // A field of its own, which the directory doesn't have.
            file += number(name.count, 2) + number(6, 2) + name + [0xFE, 0xCA, 2, 0, 1, 2]
            file += packed
            if hasDescriptors { file += [0x0807_4B50, crc, packed.count, part.text.count].flatMap { number($0, 4) } }
            let wide = [part.text.count + lengthError, packed.count, offset + offsetError]
            let extra = isWide ? number(1, 2) + number(24, 2) + wide.flatMap { number($0, 8) } : []
            let narrow = isWide ? [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF] : wide
            directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(flags, 2) + number(method, 2)
            directory += number(0, 4) + number(crc, 4) + number(narrow[1], 4) + number(narrow[0], 4)
            directory += number(name.count, 2) + number(extra.count, 2) + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(narrow[2], 4) + name + extra
        }
        let start = file.count
        file += directory
        if isWide {
            let end = file.count
            file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            file += [parts.count, parts.count, directory.count, start].flatMap { number($0, 8) }
            file += number(0x0706_4B50, 4) + number(0, 4) + number(end, 8) + number(1, 4)
        }
        file += number(0x0605_4B50, 4) + number(0, 4)
        let count = isWide ? 0xFFFF : parts.count
        file += number(count, 2) + number(count, 2) + number(isWide ? 0xFFFF_FFFF : directory.count, 4)
        return file + number(isWide ? 0xFFFF_FFFF : start, 4) + number(comment.count, 2) + comment
    }

    private func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func deflated(_ text: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            return []
        }
        defer { deflateEnd(&stream) }
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(text.count))))
        var text = text
        let room = UInt32(packed.count)
        text.withUnsafeMutableBufferPointer { text in
            packed.withUnsafeMutableBufferPointer { packed in
                (stream.next_in, stream.avail_in) = (text.baseAddress, UInt32(text.count))
                (stream.next_out, stream.avail_out) = (packed.baseAddress, room)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(packed[..<(packed.count - Int(stream.avail_out))])
    }
}

/// A file that is gone when its test is.
final class TestFile {
    let descriptor: Int32
    let size: Int
    private let path = FileManager.default.temporaryDirectory.appending(path: "duly-\(UUID().uuidString)").path()

    init(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
        descriptor = open(path, O_RDONLY)
        size = bytes.count
    }

    deinit {
        close(descriptor)
        unlink(path)
    }
}
