/// What kind of character a scalar is, as far as it tells encodings apart.
enum Script {
    case latin, greek, cyrillic
    /// Chinese characters, also those of Japanese and Korean.
    case han
    case kana
    /// Katakana of one cell, a byte each in Shift-JIS.
    case halfKana
    case hangul
    /// Punctuation and wide letters of the Far East.
    case wide
    case symbol
    case box
    /// No text: controls, private use, and what couldn't be decoded.
    case none
    /// ASCII other than letters.
    case plain

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x00...0x7F: self = scalar.properties.isAlphabetic ? .latin : .plain
        case 0x80...0x9F, 0xE000...0xF8FF, 0xFFFD: self = .none
        // Ordinals of Spanish and Italian stand behind figures.
        case 0xAA, 0xBA: self = .symbol
        case 0xA0...0x24F: self = scalar.properties.isAlphabetic ? .latin : .symbol
        case 0x370...0x3FF: self = scalar.properties.isAlphabetic ? .greek : .symbol
        case 0x400...0x52F: self = .cyrillic
        case 0x2500...0x259F: self = .box
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
        case 0x3040...0x30FF: self = .kana
        case 0xFF61...0xFF9F: self = .halfKana
        case 0xAC00...0xD7A3: self = .hangul
        case 0x3000...0x303F, 0x3200...0x33FF, 0xFF00...0xFF60, 0xFFE0...0xFFE6: self = .wide
        default: self = .symbol
        }
    }

    /// Written in words of capital and small letters.
    var isAlphabet: Bool { self == .latin || self == .greek || self == .cyrillic }

    /// Written without blanks.
    var isEastern: Bool { self == .han || self == .kana || self == .halfKana || self == .hangul }
}
