import Foundation

extension String {
    /// With letters and their accents in one character each (NFC).
    var composed: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }

    /// What is left of a number or name without case, spaces, leading zeros and invisible characters: two that
    /// are alike in this are probably one.
    var likeness: String {
        if utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: lowercased().utf8.filter { $0 != 0x20 }.drop { $0 == 0x30 }, as: UTF8.self)
        }
        let visible = precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(visible.drop { $0 == "0" }))
    }
}
