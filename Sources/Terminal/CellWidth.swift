import CTerminal

/// How many cells text takes.
///
/// No width per Character is right on every terminal: they disagree about joined emoji. They agree about scalars,
/// once joiners, variation selectors and skin tones are gone. So text is *edited* by Character and *drawn* by
/// scalar: one or two cells per spacing scalar, together with the combining marks that follow it.
public enum CellWidth {
    /// The cells of a text as drawn on one line.
    public static func of(_ text: String) -> Int {
        if SafeText.isPlain(text) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + (DrawnScalar($1)?.width ?? 0) }
    }

    /// The cells of one Character.
    public static func of(_ character: Character) -> Int {
        character.unicodeScalars.reduce(0) { $0 + (DrawnScalar($1)?.width ?? 0) }
    }

    /// Whether a text takes at most so many cells. Looks no further than it must.
    public static func fits(_ text: String, in cells: Int) -> Bool {
        var width = 0
        for scalar in text.unicodeScalars {
            width += DrawnScalar(scalar)?.width ?? 0
            if width > cells { return false }
        }
        return true
    }
}

/// A scalar that may be sent to a terminal, and its cells: 0 for a combining mark, 1, or 2.
struct DrawnScalar {
    let scalar: Unicode.Scalar
    let width: Int

    /// nil if nothing is to be drawn for it.
    @inline(__always)
    init?(_ outside: Unicode.Scalar) {
        if outside.value >= 0x20 && outside.value < 0x7F {
            scalar = outside
            width = 1
        } else if let drawn = DrawnScalar.examined(outside) {
            self = drawn
        } else {
            return nil
        }
    }

    private init(scalar: Unicode.Scalar, width: Int) {
        self.scalar = scalar
        self.width = width
    }

    private static func examined(_ outside: Unicode.Scalar) -> DrawnScalar? {
        guard let scalar = SafeText.shown(outside) else { return nil }
        let width = Int(terminal_width(scalar.value))
        // Unassigned, or assigned later than libc was made: the terminal may know better, we can't rely on it.
        if width < 0 { return DrawnScalar(scalar: SafeText.mark, width: 1) }
        return DrawnScalar(scalar: scalar, width: width)
    }
}
