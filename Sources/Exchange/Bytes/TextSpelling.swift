/// How a file spells text: what it takes to read it as UTF-8.
struct TextSpelling {
    var encoding = TextEncoding.utf8
    /// Bytes of the byte order mark.
    var markLength = 0
    /// What ends a line: a line feed, or a carriage return in files without any.
    var newline: UInt8 = 0x0D
    /// NUL bytes are among its text, and left out.
    var hasNuls = false
    /// Some of its bytes are no UTF-8, though it is UTF-8.
    var isDamaged = false

    /// Its bytes are the text as they are.
    var isPlain: Bool { encoding == .utf8 && !hasNuls && !isDamaged }
}
