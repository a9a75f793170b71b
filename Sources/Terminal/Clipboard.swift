import Encoding

/// The escape sequence that asks a terminal to put text on its clipboard (xterm's OSC 52).
enum Clipboard {
    /// Terminals drop longer ones, some of them without their end.
    static let mostBytes = 74_994

    /// nil if the text is too long.
    static func sequence(for text: String) -> [UInt8]? {
        let encoded = Array(Base64.text(text.utf8).utf8)
        guard encoded.count <= mostBytes else { return nil }
        return Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    }
}
