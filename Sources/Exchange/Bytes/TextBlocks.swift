/// A file's text as blocks of UTF-8, whatever its encoding.
struct TextBlocks {
    let file: ByteFile
    let encoding: TextEncoding
    let markLength: Int

    /// Calls `body` with every block, in order. A character may lie across two blocks.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        var toSkip = markLength
        var decoder = BlockDecoder(encoding: encoding)
        try file.forEachBlock { block in
            let skipped = min(toSkip, block.count)
            toSkip -= skipped
            let rest = UnsafeRawBufferPointer(rebasing: block[skipped...])
            if encoding == .utf8 {
                try rest.withMemoryRebound(to: UInt8.self, body)
            } else {
                try decoder.decode(rest).withUnsafeBufferPointer(body)
            }
        }
        if encoding != .utf8 { try decoder.finish().withUnsafeBufferPointer(body) }
    }
}

/// Turns other encodings into UTF-8, keeping what a block leaves unfinished.
private struct BlockDecoder {
    let encoding: TextEncoding
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(encoding: TextEncoding) { self.encoding = encoding }

    mutating func decode(_ block: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(block.count * 2)
        if encoding == .windows1252 {
            for byte in block { append(Windows1252.scalar(of: byte), to: &text) }
            return text
        }
        for byte in block {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let isLittle = encoding == .utf16LittleEndian
            let unit = isLittle ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
            append(unit, to: &text)
        }
        return text
    }

    /// What a file that ends within a character leaves over.
    mutating func finish() -> [UInt8] {
        var text: [UInt8] = []
        if highSurrogate != nil || oddByte != nil { append("\u{FFFD}", to: &text) }
        return text
    }

    private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let scalar = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                return append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &text)
            }
            append("\u{FFFD}", to: &text)
        }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &text)
        }
    }

    private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
}

/// The code page of Western Windows, as "ANSI" exports have it.
enum Windows1252 {
    static func scalar(of byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
