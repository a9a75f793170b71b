/// How surprising a sign beyond ASCII is, in bits, where it stands.
enum SymbolCost {
    private static let common: Set<Unicode.Scalar> = Set("€£§°«»„“”’‘–—…®™²³№¿¡·•ºª\u{A0}½¼¾©´¨×µ±".unicodeScalars)
    private static let partners: [Unicode.Scalar: String] = [
        "“": "”„", "„": "“”", "«": "»", "»": "«", "”": "“„", "‘": "’‚",
    ]
    /// They may stand before a letter.
    private static let openers: Set<Unicode.Scalar> = Set("’“„«‘¡¿–—\u{A0}€£".unicodeScalars)

    private static let suffixes: Set<Unicode.Scalar> = Set("°ªº²³®™".unicodeScalars)

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func cost(
        of sign: Unicode.Scalar, between before: Unicode.Scalar, _ after: Unicode.Scalar, in text: [Unicode.Scalar]
    ) -> Int {
        let (isBehindLetter, isBeforeLetter) = (before.properties.isAlphabetic, after.properties.isAlphabetic)
        guard common.contains(sign) else { return isBehindLetter || isBeforeLetter ? 24 : 16 }
        var bits = 8
        if let partner = partners[sign], !partner.unicodeScalars.contains(where: text.contains) { bits += 10 }
        // A degree of Celsius.
        if isBeforeLetter, !openers.contains(sign), !(sign == "°" && (after == "C" || after == "F")) { bits += 10 }
        // They stand behind figures and words.
        if !isBehindLetter, !isFigure(before), suffixes.contains(sign) { bits += 8 }
        if isBehindLetter {
            switch sign {
            case "–", "—", "•", "·", "¡", "¿", "±", "×", "½", "¼", "¾": bits += 10
            case "…": bits += 8
            case "\u{A0}" where isBeforeLetter: bits += 6
            default: break
            }
        }
        switch sign {
        // Beside figures they are what one expects.
        case "€", "£", "\u{A0}":
            return bits + (isBehindLetter || isBeforeLetter ? 0 : -3) + (isBehindLetter && isBeforeLetter ? 12 : 0)
        case "’": return bits
        default: return bits + (isBehindLetter && isBeforeLetter ? 12 : 0)
        }
    }
}
