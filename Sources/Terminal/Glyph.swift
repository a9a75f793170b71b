/// The signs that the front end draws with. Each is one cell wide, whatever the theme.
public enum Glyph: String, CaseIterable, Sendable {
    case horizontal, vertical
    case topLeft = "top-left", topRight = "top-right", bottomLeft = "bottom-left", bottomRight = "bottom-right"
    /// Where a line across a frame meets its left and right side.
    case teeLeft = "tee-left", teeRight = "tee-right"
    case barFull = "bar-full", barRest = "bar-rest"
    /// Four grounds of one bar, from light to dark.
    case shade1 = "shade-1", shade2 = "shade-2", shade3 = "shade-3", shade4 = "shade-4"
    /// Eight heights of a small curve.
    case spark1 = "spark-1", spark2 = "spark-2", spark3 = "spark-3", spark4 = "spark-4"
    case spark5 = "spark-5", spark6 = "spark-6", spark7 = "spark-7", spark8 = "spark-8"
    /// Next to the selected row.
    case pointer
    case check, cross
    case bullet, ellipsis, arrow, phone, clock, question
    case more = "more-below", above = "more-above"
    case marked, unmarked

    static let sparks: [Glyph] = [.spark1, .spark2, .spark3, .spark4, .spark5, .spark6, .spark7, .spark8]

    /// The sign in Unicode, and the one for terminals and printers that only know ASCII.
    var variants: (unicode: String, ascii: String) {
        switch self {
        case .horizontal: ("─", "-")
        case .vertical: ("│", "|")
        case .topLeft: ("┌", "+")
        case .topRight: ("┐", "+")
        case .bottomLeft: ("└", "+")
        case .bottomRight: ("┘", "+")
        case .teeLeft: ("├", "+")
        case .teeRight: ("┤", "+")
        case .barFull: ("▓", "#")
        case .barRest: ("░", ".")
        case .shade1: ("░", ".")
        case .shade2: ("▒", ":")
        case .shade3: ("▓", "=")
        case .shade4: ("█", "#")
        case .spark1: ("▁", "_")
        case .spark2: ("▂", "_")
        case .spark3: ("▃", ".")
        case .spark4: ("▄", "-")
        case .spark5: ("▅", "-")
        case .spark6: ("▆", "=")
        case .spark7: ("▇", "#")
        case .spark8: ("█", "#")
        case .pointer: ("▸", ">")
        case .check: ("✓", "v")
        case .cross: ("✗", "x")
        case .bullet: ("·", "*")
        case .ellipsis: ("…", "~")
        case .arrow: ("→", ">")
        case .phone: ("☎", "T")
        case .clock: ("◷", "@")
        case .question: ("?", "?")
        case .more: ("▾", "v")
        case .above: ("▴", "^")
        case .marked: ("■", "*")
        case .unmarked: ("□", "o")
        }
    }
}

/// One sign for every `Glyph`.
public struct Glyphs: Hashable, Sendable {
    private var signs: [Glyph: String]

    /// The signs of a Unicode terminal.
    public static let unicode = Glyphs(
        signs: Dictionary(
            uniqueKeysWithValues: Glyph.allCases.map { ($0, $0.variants.unicode) }))
    /// Signs of ASCII alone, for terminals and printers that know no others.
    public static let ascii = Glyphs(
        signs: Dictionary(
            uniqueKeysWithValues: Glyph.allCases.map { ($0, $0.variants.ascii) }))

    private init(signs: [Glyph: String]) {
        self.signs = signs
    }

    /// The sign of a glyph, one cell wide.
    public subscript(glyph: Glyph) -> String {
        signs[glyph] ?? glyph.variants.ascii
    }

    /// - Throws: `ThemeError.notOneCell` if the sign isn't exactly one cell wide: it would push a frame apart.
    mutating func set(_ glyph: Glyph, to sign: String) throws(ThemeError) {
        guard CellWidth.of(sign) == 1 else { throw .notOneCell(entry: "glyphs.\(glyph.rawValue)", sign: sign) }
        signs[glyph] = sign
    }
}
