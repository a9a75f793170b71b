/// The escape sequence that asks a terminal to put text on its clipboard (xterm's OSC 52).
enum Clipboard {
    /// Terminals drop longer ones, some of them without their end.
    static let mostBytes = 74_994

    /// nil if the text is too long.
    static func sequence(for text: String) -> [UInt8]? {
        let encoded = base64(Array(text.utf8))
        guard encoded.count <= mostBytes else { return nil }
        return Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    }

    /// RFC 4648 §4.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
            for place in 0..<4 {
                let isPadding = place > three.count
                encoded.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * place) & 63])
            }
        }
        return encoded
    }
}
