import CZlib

/// Unpacks what gzip packed, block by block, in memory that does not grow with the file.
final class Gunzip {
    private let stream: UnsafeMutablePointer<z_stream>
    private let output: UnsafeMutableRawBufferPointer
    /// Bytes of `output` that are filled.
    private var filled = 0
    private var unpacked = 0
    private var path: String
    /// The last archive is complete; what may follow is another one, or padding.
    private var isComplete = false

    private static let outputSize = 256 * 1024
    /// zlib.h: the largest window, and 16 more for gzip's own head.
    private static let gzipWindow: Int32 = 15 + 16

    static func isGzip(_ start: UnsafeRawBufferPointer) -> Bool { start.starts(with: [0x1F, 0x8B]) }

    /// - Parameter path: the name that errors use.
    init(path: String) throws(ImportError) {
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        output = .allocate(byteCount: Gunzip.outputSize, alignment: 16)
        let code = inflateInit2_(stream, Gunzip.gzipWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw .unreadable(file: path, why: "there is no memory to unpack it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    /// Takes in more of the archive and calls `body` with every full block of text.
    func feed(_ block: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        // zlib's next_in is not const, though it only reads.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: block.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(block.count)
        while stream.pointee.avail_in > 0 {
            if isComplete, !(try beginNext()) { return }
            try inflateOnce(body)
        }
    }

    /// The archive has ended: gives the rest.
    ///
    /// - Throws: `ImportError.damagedArchive` where it ended too soon.
    func finish(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        while !isComplete {
            let before = unpacked
            try inflateOnce(body)
            guard isComplete || unpacked > before else { throw damaged }
        }
        try give(body)
    }

    /// Archives put one behind the other are one text (gzip's manual); zeros behind the last are a tape's padding.
    private func beginNext() throws -> Bool {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        guard stream.pointee.avail_in > 0 else { return false }
        guard inflateReset(stream) == Z_OK else { throw damaged }
        isComplete = false
        return true
    }

    private func inflateOnce(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress?.advanced(by: filled)
        stream.pointee.avail_out = UInt32(output.count - filled)
        let code = inflate(stream, Z_NO_FLUSH)
        let count = output.count - filled - Int(stream.pointee.avail_out)
        filled += count
        unpacked += count
        switch code {
        case Z_STREAM_END: isComplete = true
        // Nothing could be done for want of input: more may come.
        case Z_OK, Z_BUF_ERROR: break
        default: throw damaged
        }
        if filled == output.count { try give(body) }
    }

    private func give(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard filled > 0 else { return }
        let block = UnsafeRawBufferPointer(rebasing: output[..<filled])
        filled = 0
        try body(block)
    }

    private var damaged: ImportError { .damagedArchive(file: path, unpacked: unpacked) }
}
