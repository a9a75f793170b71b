import Foundation

extension String {
    /// With letters and their accents in one character each (NFC).
    var composed: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }
}
