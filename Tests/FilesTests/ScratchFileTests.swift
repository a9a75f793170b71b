import Files
import Foundation
import Testing

/// Bytes that are needed for a while.
struct ScratchFileTests {
    private func contents(_ bytes: [UInt8], mostInMemory: Int) throws -> ScratchContents {
        let file = ScratchFile(mostInMemory: mostInMemory)
        for start in stride(from: 0, to: bytes.count, by: 100) {
            try bytes[start..<min(start + 100, bytes.count)].withUnsafeBytes { try file.append($0) }
        }
        return try file.finished()
    }

    @Test("Few bytes and many are read anywhere, and no file of them has a name", arguments: [250, 100_000])
    func anywhere(_ mostInMemory: Int) throws {
        let folder = NSTemporaryDirectory()
        let bytes = (0..<10_007).map { UInt8(truncatingIfNeeded: $0 * 31) }
        let contents = try contents(bytes, mostInMemory: mostInMemory)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.hasPrefix("duly-\(getpid())-") })
        #expect(contents.count == bytes.count)
        for (offset, length) in [(0, 10), (9_990, 100), (5_000, 1), (0, 20_000), (10_007, 5), (-1, 5), (99_999, 1)] {
            var buffer = [UInt8](repeating: 0, count: length)
            let count = try buffer.withUnsafeMutableBytes { try contents.read(at: offset, into: $0) }
            let wanted = offset < 0 ? [] : Array(bytes.dropFirst(offset).prefix(length))
            #expect(Array(buffer.prefix(count)) == wanted)
        }
    }

    @Test("What was appended can be read between two writings", arguments: [0, 250, 100_000])
    func between(_ mostInMemory: Int) throws {
        let file = ScratchFile(mostInMemory: mostInMemory)
        var written: [UInt8] = []
        for piece in 1...5 {
            let bytes = [UInt8](repeating: UInt8(piece), count: 100)
            try bytes.withUnsafeBytes { try file.append($0) }
            written += bytes
            var buffer = [UInt8](repeating: 0, count: written.count)
            #expect(try buffer.withUnsafeMutableBytes { try file.read(at: 0, into: $0) } == written.count)
            #expect(buffer == written)
        }
    }
}
