import CZlib

/// Unpacks one deflated stream, in memory that doesn't grow with it.
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let output: UnsafeMutableRawBufferPointer
    /// Its last block has come.
    private(set) var isComplete = false

    private static let outputSize = 128 * 1024
    /// zlib.h: the largest window; negative for a stream without zlib's own head.
    private static let rawWindow: Int32 = -15

    /// Nil if there is no memory for it.
    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        output = .allocate(byteCount: Inflater.outputSize, alignment: 16)
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, Inflater.rawWindow, ZLIB_VERSION, size) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    /// Unpacks more of the stream and calls `body` with the result.
    ///
    /// - Returns: false where the stream is damaged.
    func feed(_ block: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows -> Bool {
        // zlib's next_in is not const, though it only reads.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: block.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(block.count)
        while !isComplete {
            stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            let code = inflate(stream, Z_NO_FLUSH)
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return false }
            isComplete = code == Z_STREAM_END
            let count = output.count - Int(stream.pointee.avail_out)
            if count > 0 { try body(UnsafeRawBufferPointer(rebasing: output[..<count])) }
            // A full output may mean that there is more of it.
            if stream.pointee.avail_in == 0, count < output.count { return true }
        }
        return true
    }
}
