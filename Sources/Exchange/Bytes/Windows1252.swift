/// The code page of Western Windows, as "ANSI" exports have it.
enum Windows1252 {
    /// Nil for the five bytes that it leaves open.
    static func scalar(of byte: UInt8) -> Unicode.Scalar? {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    static func decode(_ block: UnsafeRawBufferPointer, into text: inout DecodedText) {
        var start = 0
        for place in block.indices where block[place] >= 0x80 {
            text.bytes.append(contentsOf: block[start..<place])
            add(block[place], to: &text)
            start = place + 1
        }
        text.bytes.append(contentsOf: block[start...])
    }

    static func add(_ byte: UInt8, to text: inout DecodedText) {
        if let scalar = scalar(of: byte) { text.add(scalar) } else { text.addFault() }
    }

    private static let upper: [Unicode.Scalar?] = [
        "\u{20AC}", nil, "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", nil, "\u{17D}", nil,
        nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", nil, "\u{17E}", "\u{178}",
    ]
}
