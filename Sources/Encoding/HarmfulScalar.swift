/// Scalars that text from outside (names, notes, cells of a file) must not show as they are: they move a cursor, ring,
/// break a line, turn around what follows, or hide between letters that look untouched.
///
/// The one set of them, for the screen, for what is printed, and for messages and JSON.
public enum HarmfulScalar {
    /// What stands for a harmful scalar that has no picture of its own.
    public static let mark: Unicode.Scalar = "\u{FFFD}"

    /// The visible sign to show in place of a scalar; nil if it is harmless.
    @inlinable
    public static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        // Most text is this.
        if scalar.value >= 0x20 && scalar.value < 0x7F { return nil }
        return examined(scalar)
    }

    @usableFromInline
    static func examined(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        // Unicode has a picture for each of the old controls.
        case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: return "\u{2421}"
        case 0x80...0x9F, 0x2028, 0x2029: return mark
        // A soft hyphen is seen at the end of some lines, and not at all on others.
        case 0xAD: return "-"
        // Joiners are part of words and names.
        case 0x200C, 0x200D: return nil
        // Signs before numbers are format characters by their category, and are seen.
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: return nil
        // Direction marks, embeddings, overrides, isolates; zero-width spaces, word joiners, tags.
        default: return scalar.properties.generalCategory == .format ? mark : nil
        }
    }
}
