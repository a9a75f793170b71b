import Encoding
/// How text travels in a message: words of a head (RFC 2047) and a body in quoted-printable (RFC 2045).
enum MailText {
    /// Text for a head as one line: whatever ends a line or steers a terminal becomes a space, so that no name can
    /// begin a header of its own.
    static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.isHarmful ? " " : String($0) }.joined()
        return scalars.split(separator: " ").joined(separator: " ")
    }

    /// A header's value; encoded words of at most 75 characters where it is not plain ASCII, or could be taken for one.
    ///
    /// - Parameter used: columns of the first line that the header's name takes.
    static func unstructured(_ text: String, after used: Int) -> String {
        let text = line(text)
        guard !isPlain(text) else { return folded(text.split(separator: " ").map(String.init), after: used) }
        return folded(words(text), after: used)
    }

    /// A name before an address.
    static func phrase(_ name: String) -> [String] {
        let name = line(name)
        let quoted = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        return isPlain(name) && quoted.utf8.count <= longestWord ? [quoted] : words(name)
    }

    /// Columns that a word may take, so that it fits next to `Subject: ` on a line of 76.
    private static let longestWord = 67

    /// ASCII that can't be taken for an encoded word, and whose words all fit into a line.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
            && !text.split(separator: " ").contains { $0.utf8.count > longestWord }
    }

    /// Each a whole number of characters: 39 bytes are 52 in Base64, and 64 with what stands around them.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if bytes.count + next.count > 39 {
                words.append(encoded(bytes))
                bytes = []
            }
            bytes += next
        }
        if !bytes.isEmpty { words.append(encoded(bytes)) }
        return words
    }

    private static func encoded(_ bytes: [UInt8]) -> String { "=?UTF-8?B?" + Base64.text(bytes) + "?=" }

    /// In lines of 76 columns.
    static func base64Lines(_ bytes: [UInt8]) -> [String] {
        stride(from: 0, to: bytes.count, by: 57).map { Base64.text(bytes[$0..<min($0 + 57, bytes.count)]) }
    }

    /// Words with line ends between them where a line would pass 76 columns.
    static func folded(_ words: [String], after used: Int) -> String {
        var text = ""
        var column = used
        for word in words {
            if !text.isEmpty {
                let breaks = column + 1 + word.utf8.count > 76
                text += breaks ? "\r\n " : " "
                column = breaks ? 1 : column + 1
            }
            text += word
            column += word.utf8.count
        }
        return text
    }

    /// Quoted-printable with CRLF, no line beyond 76 columns. What a server on the way may change is quoted too: spaces
    /// at a line's end, a dot at its beginning, `From `.
    static func quotedPrintable(_ text: String) -> String {
        // A lone CR would be a line end to some, and text to others.
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.map { quoted(String($0)) }.joined(separator: "\r\n")
    }

    private static func quoted(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var text = ""
        var column = 0
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let atStart = column == 0
            let isSafe =
                switch byte {
                case 0x3D: false
                case 0x2E where atStart: false
                case 0x46 where atStart && bytes[place...].starts(with: Array("From ".utf8)): false
                case 0x20, 0x09: !isLast
                default: (0x21...0x7E).contains(byte)
                }
            let shown = isSafe ? String(UnicodeScalar(byte)) : "=" + hex(byte)
            if column + shown.utf8.count > 75 {
                text += "=\r\n"
                column = 0
            }
            text += shown
            column += shown.utf8.count
        }
        return text
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}
