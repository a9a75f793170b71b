/// How surprising the characters of an encoding of the Far East are, in bits.
struct EasternCost {
    private let encoding: TextEncoding
    private let costs: LetterCosts
    /// What an encoding's own table has in its first part, sorted by use: GB 2312 and JIS level 1, the frequent
    /// characters of Big5, the syllables of KS X 1001.
    private let zone: Set<Unicode.Scalar>

    /// Returns nil for other encodings.
    init?(_ encoding: TextEncoding) {
        guard encoding.isDoubleByte, let language = encoding.languages.first else { return nil }
        self.encoding = encoding
        costs = LetterCosts.of(language)
        zone = EasternCost.zones[encoding] ?? []
    }

    func cost(of character: Unicode.Scalar, _ kind: Script, after before: Unicode.Scalar) -> Int {
        let isJapanese = encoding == .shiftJIS || encoding == .eucJP
        if kind == .halfKana { return isJapanese ? HalfKana.cost(of: character, after: before, costs) : 20 }
        if let bits = costs.cost(of: character) { return bits }
        switch kind {
        case .han:
            guard zone.contains(character) else { return 22 }
            return encoding == .eucKR ? 20 : isJapanese ? 16 : 17
        case .hangul: return zone.contains(character) ? 15 : 20
        default: return 20
        }
    }

    /// Bits of a Latin letter behind a character.
    func join(_ before: Script, latin: Unicode.Scalar) -> Int {
        before.isEastern && latin.isASCII ? EasternCost.mix(before, latin) : 0
    }

    /// Bits of a character of one script behind one of another.
    static func change(from before: Script, _ scalar: Unicode.Scalar, to kind: Script) -> Int {
        // Katakana of one byte make words; most bytes of the West would be one of them.
        if kind == .halfKana, !before.isEastern { return before == .latin ? mix(kind, scalar) : 8 }
        guard before != kind, before.isEastern || before.isAlphabet else { return 0 }
        if Set([before, kind]) == [.han, .kana] { return 0 }
        return before == .latin ? mix(kind, scalar) : 8
    }

    /// Capitals next to a Chinese character are common (`A社`, `IT株式会社`); small letters are not.
    private static func mix(_ kind: Script, _ latin: Unicode.Scalar) -> Int {
        kind == .halfKana ? 14 : latin.properties.isUppercase ? 3 : 12
    }

    private static let zones = Dictionary(
        uniqueKeysWithValues: TextEncoding.allCases.filter(\.isDoubleByte).map { ($0, zone(of: $0)) })

    private static func zone(of encoding: TextEncoding) -> Set<Unicode.Scalar> {
        let (leads, trails): (ClosedRange<UInt8>, [ClosedRange<UInt8>]) =
            switch encoding {
            case .gb18030: (0xB0...0xD7, [0xA1...0xFE])
            case .big5: (0xA4...0xC6, [0x40...0x7E, 0xA1...0xFE])
            case .shiftJIS: (0x88...0x98, [0x40...0x7E, 0x80...0xFC])
            case .eucJP: (0xB0...0xCF, [0xA1...0xFE])
            default: (0xB0...0xC8, [0xA1...0xFE])
            }
        let bytes = leads.flatMap { lead in trails.joined().flatMap { [lead, $0] } }
        return Set(IconvDecoder.text(of: bytes, in: encoding)?.unicodeScalars.map(\.self) ?? [])
    }
}

/// Katakana of one byte, as old Japanese systems and banks write names.
private enum HalfKana {
    private static let voiced = Set("ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎｳ".unicodeScalars)
    private static let halfVoiced = Set("ﾊﾋﾌﾍﾎ".unicodeScalars)
    /// What a small letter stands behind.
    private static let before: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "ｬ": Set("ｷｼﾁﾆﾋﾐﾘﾞﾟ".unicodeScalars), "ｭ": Set("ｷｼﾁﾆﾋﾐﾘﾞﾟ".unicodeScalars),
        "ｮ": Set("ｷｼﾁﾆﾋﾐﾘﾞﾟ".unicodeScalars), "ｧ": Set("ﾌｳﾞ".unicodeScalars), "ｨ": Set("ﾌﾃｳﾞ".unicodeScalars),
        "ｩ": Set("ﾄﾞ".unicodeScalars), "ｪ": Set("ﾁｼﾌｳﾞ".unicodeScalars), "ｫ": Set("ﾌｳﾞ".unicodeScalars),
    ]
    private static let wrong = 14
    /// The letters of two bytes in the order of U+FF66 to U+FF9D.
    private static let wide = Array("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

    static func cost(of letter: Unicode.Scalar, after previous: Unicode.Scalar, _ costs: LetterCosts) -> Int {
        let isWithin = previous.value > 0xFF65
        switch letter {
        case "ﾞ": return voiced.contains(previous) ? 2 : wrong
        case "ﾟ": return halfVoiced.contains(previous) ? 4 : wrong
        case "ｯ": return isWithin ? 4 : wrong
        case "｡", "｢", "｣", "､", "･": return 10
        case "ｦ": return 9
        default: break
        }
        if let before = before[letter] { return before.contains(previous) ? 4 : wrong }
        if letter == "ｰ" || letter == "ﾝ", !isWithin { return wrong }
        return max((costs.cost(of: wide[Int(letter.value - 0xFF66)]) ?? 8) - 1, 4)
    }
}
