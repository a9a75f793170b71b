import Encoding

/// The one place where text from outside (names, notes, file contents) becomes something that may be shown.
///
/// Nothing that passes here can move the cursor, ring, set a title or a colour, or reverse the order of what
/// follows: controls, escape sequences, bidirectional overrides and invisible characters become visible marks.
public enum SafeText {
    /// What stands for a character that must not reach the terminal and has no picture of its own.
    public static let mark = HarmfulScalar.mark

    /// Text as one line. A line break shows as `⏎`, a tab as a space, ESC as `␛`.
    ///
    /// - Parameters:
    ///   - text: text from anywhere.
    ///   - limit: the most scalars to look at. A caller that shows 40 cells of a text that may be a megabyte passes a
    ///     limit, and the rest is never read.
    public static func line(_ text: String, limit: Int = .max) -> String {
        if text.utf8.count <= limit, isPlain(text) { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit) {
            if let drawn = DrawnScalar(scalar) { shown.append(drawn.scalar) }
        }
        return String(shown)
    }

    /// Text of several lines: line feeds stay (CR LF and CR become one), everything else is as in `line`.
    public static func block(_ text: String) -> String {
        lines(text).map { line(String($0)) }.joined(separator: "\n")
    }

    /// The lines of a text, whatever it ends them with.
    public static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// Whether it can be shown as it is without a closer look: printable ASCII only, the common case.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    /// The scalar to show for one from outside: itself, a visible sign, or nothing at all.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09: " "
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: "\u{23CE}"
        // Joiners, variation selectors, skin tones and direction *marks* are part of honest names; without them
        // every terminal agrees about the width of the rest.
        case 0x200C...0x200F, 0x061C, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x1F3FB...0x1F3FF: nil
        default: HarmfulScalar.sign(for: scalar) ?? scalar
        }
    }
}
