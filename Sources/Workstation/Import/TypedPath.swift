/// A file's name as somebody types, pastes or drops it into the terminal.
enum TypedPath {
    /// The name itself: without quotes, without the `file://` of a file manager, and with blanks as blanks where a
    /// terminal escaped them.
    static func name(in typed: String) -> String {
        var name = typed[...]
        while let last = name.last, last.isWhitespace { name.removeLast() }
        name = name.drop { $0.isWhitespace }
        for quote: Character in ["\"", "'"] where name.count > 1 && name.first == quote && name.last == quote {
            return withoutScheme(String(name.dropFirst().dropLast()))
        }
        let plain = withoutScheme(String(name))
        return plain == name ? unescaped(plain) : plain
    }

    /// `file:///home/a/open%20items.csv` is `/home/a/open items.csv`.
    private static func withoutScheme(_ name: String) -> String {
        guard name.lowercased().hasPrefix("file://") else { return name }
        let rest = name.dropFirst(7)
        // A host may stand before the path; only this computer's own is meant.
        return rest.firstIndex(of: "/").map { decoded(rest[$0...]) } ?? name
    }

    /// `%20` is a blank, and `%C3%A9` an é.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, digits.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `open\ items.csv` is `open items.csv`.
    private static func unescaped(_ name: String) -> String {
        var text = ""
        var isEscaped = false
        for character in name {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            text.append(character)
            isEscaped = false
        }
        return text
    }
}
