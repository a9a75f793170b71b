/// How surprising a sign beyond ASCII is, in bits, where it stands.
enum SymbolCost {
    private static let common: Set<Unicode.Scalar> = Set("€£§°«»„“”’‘–—…®™²³№¿¡·•ºª\u{A0}½¼¾©´¨×µ±".unicodeScalars)
    private static let partners: [Unicode.Scalar: String] = [
        "“": "”„", "„": "“”", "«": "»", "»": "«", "”": "“„", "‘": "’‚",
    ]
    /// They may stand before a letter.
    private static let openers: Set<Unicode.Scalar> = Set("’“„«‘¡¿–—\u{A0}€£".unicodeScalars)

    /// They stand behind a figure or a word.
    private static let suffixes: Set<Unicode.Scalar> = Set("°ªº²³®™".unicodeScalars)

    private static let fractions: Set<Unicode.Scalar> = Set("½¼¾".unicodeScalars)

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func cost(
        of sign: Unicode.Scalar, between before: Unicode.Scalar, _ after: Unicode.Scalar, in text: [Unicode.Scalar]
    ) -> Int {
        let (isBehindLetter, isBeforeLetter) = (before.properties.isAlphabetic, after.properties.isAlphabetic)
        guard common.contains(sign) else { return isBehindLetter || isBeforeLetter ? 24 : 16 }
        var bits = 8
        if let partner = partners[sign], !partner.unicodeScalars.contains(where: text.contains) { bits += 10 }
        let isDegree = sign == "°" && (after == "C" || after == "F")
        if isBeforeLetter, !openers.contains(sign), !isDegree { bits += 10 }
        if !isBehindLetter, !isFigure(before), suffixes.contains(sign), !isDegree { bits += 8 }
        // What one expects: 25 °C, ½ pallet.
        if isDegree || fractions.contains(sign) && !isBehindLetter && !isBeforeLetter { bits -= 4 }
        if isBehindLetter {
            switch sign {
            case "–", "—", "•", "·", "¡", "¿", "±", "×", "½", "¼", "¾": bits += 10
            case "…": bits += 8
            default: break
            }
        }
        switch sign {
        case "’": return bits
        // Between two words, of which the second begins with a capital: in DOS it is the small letter á.
        case "\u{A0}" where isBehindLetter && isBeforeLetter: return bits + (after.properties.isUppercase ? 0 : 12)
        // Next to digits they are common.
        case "€", "£", "\u{A0}":
            if !isBehindLetter, !isBeforeLetter { return bits - 3 }
            return bits + (isBehindLetter ? 8 : 0) + (isBehindLetter && isBeforeLetter ? 12 : 0)
        default: return bits + (isBehindLetter && isBeforeLetter ? 12 : 0)
        }
    }
}
