/// A file's text as blocks of UTF-8, whatever its encoding.
struct TextBlocks {
    let file: ByteFile
    let path: String
    let spelling: TextSpelling

    /// What couldn't be decoded and stands as U+FFFD.
    struct Faults: Sendable {
        var count = 0
        /// The physical line of the first, from 1.
        var firstLine = 0
    }

    /// Calls `body` with every block, in order. A character may lie across two blocks.
    ///
    /// - Returns: what couldn't be decoded.
    /// - Throws: `ImportError.unknownEncoding` where the system can't decode it, or what `body` throws.
    @discardableResult
    func forEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Faults {
        var toSkip = spelling.markLength
        var counter = FaultCounter(newline: spelling.newline)
        guard var decoder = BlockDecoder(spelling) else {
            throw ImportError.unknownEncoding(file: path, spelling.encoding)
        }
        try file.forEachBlock { block in
            let skipped = min(toSkip, block.count)
            toSkip -= skipped
            let rest = UnsafeRawBufferPointer(rebasing: block[skipped...])
            if spelling.isPlain { return try rest.withMemoryRebound(to: UInt8.self, body) }
            let text = decoder.decode(rest)
            counter.count(text)
            try text.bytes.withUnsafeBufferPointer(body)
        }
        if !spelling.isPlain {
            let text = decoder.finish()
            counter.count(text)
            try text.bytes.withUnsafeBufferPointer(body)
        }
        return counter.faults
    }
}

/// Counts what couldn't be decoded, and finds the line of the first.
private struct FaultCounter {
    let newline: UInt8
    private(set) var faults = TextBlocks.Faults()
    private var line = 1

    init(newline: UInt8) { self.newline = newline }

    mutating func count(_ text: DecodedText) {
        if faults.count == 0 {
            line += text.bytes.prefix(text.firstFault ?? text.bytes.count).count { $0 == newline }
            if text.firstFault != nil { faults.firstLine = line }
        }
        faults.count += text.faults
    }
}
