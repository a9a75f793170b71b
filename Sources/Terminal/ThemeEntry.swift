/// What a theme file says about one style: either part may be missing and is then taken from the theme beneath.
public struct ThemeEntry: Hashable, Sendable {
    /// Words for `Paint.parse`.
    public var style: String?
    /// The mark of the style, two cells at most; nil for that of the theme beneath.
    public var mark: String?

    /// Creates an entry; what isn't given comes from the theme beneath.
    public init(style: String? = nil, mark: String? = nil) {
        self.style = style
        self.mark = mark
    }
}

extension Theme {
    /// A theme from what a file says, read by code that knows the file's format.
    ///
    /// - Parameters:
    ///   - name: the theme's name.
    ///   - entries: by slot name (`overdue`, `frame-focused`).
    ///   - signs: by glyph name (`top-left`).
    ///   - ascii: whether the glyphs that aren't named are the ASCII ones.
    ///   - base: where everything else comes from.
    /// - Throws: `ThemeError` about the first wrong entry in alphabetical order.
    public init(
        name: String, entries: [String: ThemeEntry], glyphs signs: [String: String] = [:], ascii: Bool = false,
        over base: Theme = .standard
    ) throws(ThemeError) {
        self = base
        self.name = name
        if ascii { glyphs = .ascii }
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
            guard let style = Style(named: name) else {
                throw .unknownSlot(name, near: Nearest.name(to: name, among: Style.allCases.map(\.name)))
            }
            try apply(entry, to: style)
        }
        for (name, sign) in signs.sorted(by: { $0.key < $1.key }) {
            guard let glyph = Glyph(rawValue: name) else {
                throw .unknownGlyph(name, near: Nearest.name(to: name, among: Glyph.allCases.map(\.rawValue)))
            }
            try glyphs.set(glyph, to: sign)
        }
    }

    private mutating func apply(_ entry: ThemeEntry, to style: Style) throws(ThemeError) {
        if let words = entry.style {
            do {
                self[style].paint = try Paint.parse(words)
            } catch {
                throw .paint(slot: style.name, error)
            }
        }
        if let mark = entry.mark {
            guard CellWidth.fits(mark, in: 2) else { throw .longMark(slot: style.name, mark: mark) }
            self[style].mark = mark
        }
    }
}

/// What is wrong with a theme file's contents.
public enum ThemeError: Error, Hashable, CustomStringConvertible {
    /// No style has that name; `near` has the most similar one.
    case unknownSlot(String, near: String?)
    case unknownGlyph(String, near: String?)
    case paint(slot: String, PaintError)
    /// Marks have two cells at most.
    case longMark(slot: String, mark: String)
    case notOneCell(entry: String, sign: String)

    /// The entry's key in the file, for finding its line.
    public var entry: String {
        switch self {
        case .unknownSlot(let name, _), .unknownGlyph(let name, _): name
        case .paint(let slot, _), .longMark(let slot, _): slot
        case .notOneCell(let entry, _): entry
        }
    }
}
