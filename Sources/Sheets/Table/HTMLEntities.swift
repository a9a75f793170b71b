/// The signs that stand as `&#039;` and `&amp;` in texts that came through a web page.
public enum HTMLEntities {
    private static let named: [Substring: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "pound": "£",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
        "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "aacute": "á", "iacute": "í",
        "uacute": "ú", "ecirc": "ê", "ocirc": "ô", "oslash": "ø", "aring": "å", "aelig": "æ", "ndash": "–",
        "mdash": "—",
        "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
    ]

    /// The text with its entities as what they stand for; one that no one knows stays.
    public static func decoded(_ text: String) -> String {
        var decoded = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            decoded += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let sign = sign(of: rest[rest.index(after: start)..<end])
            else {
                decoded.append("&")
                rest = rest.dropFirst()
                continue
            }
            decoded += sign
            rest = rest[rest.index(after: end)...]
        }
        return decoded + rest
    }

    private static func sign(of name: Substring) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let code = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, code >= 0x20, let scalar = Unicode.Scalar(code) else { return nil }
        return String(scalar)
    }
}
