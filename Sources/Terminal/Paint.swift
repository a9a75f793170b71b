/// How text looks: colours and attributes.
public struct Paint: Hashable, Sendable {
    /// What a terminal can do to text besides colouring it.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// One bit per attribute.
        public let rawValue: UInt8
        /// Creates attributes from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Bold or bright text.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter text.
        public static let dim = Attributes(rawValue: 2)
        /// Slanted text; many terminals don't show it.
        public static let italic = Attributes(rawValue: 4)
        /// Underlined text.
        public static let underline = Attributes(rawValue: 8)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 16)
        /// Blinking text.
        public static let blink = Attributes(rawValue: 32)
    }

    /// The colour of the text.
    public var foreground: Colour
    /// The colour behind the text.
    public var background: Colour
    /// Bold, underlined and so on.
    public var attributes: Attributes

    /// Creates a look; by default the terminal's own colours and no attributes.
    public init(
        foreground: Colour = .standard, background: Colour = .standard, attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Reads a theme file's words for a look: attributes and a foreground in any order, then perhaps `on` and a
    /// background. Examples: `bold`, `red bold`, `bright-white on #102030`, `208 underline`.
    ///
    /// - Throws: `PaintError`, naming the word that can't be meant.
    public static func parse(_ text: String) throws(PaintError) -> Paint {
        var paint = Paint()
        var colours = 0
        var words = text.split(separator: " ")[...]
        while let word = words.popFirst() {
            if word.lowercased() == "on" {
                guard let name = words.popFirst() else { throw .missingBackground }
                guard let colour = Colour(name) else { throw .unknownWord(String(name)) }
                paint.background = colour
                guard words.isEmpty else { throw .afterBackground(words.joined(separator: " ")) }
            } else if let attribute = attribute(named: word.lowercased()) {
                paint.attributes.insert(attribute)
            } else if let colour = Colour(word) {
                colours += 1
                guard colours == 1 else { throw .secondForeground(String(word)) }
                paint.foreground = colour
            } else {
                throw .unknownWord(String(word))
            }
        }
        return paint
    }

    private static func attribute(named name: String) -> Attributes? {
        switch name {
        case "bold": .bold
        case "dim": .dim
        case "italic": .italic
        case "underline": .underline
        case "reverse": .reverse
        case "blink": .blink
        case "plain": []
        default: nil
        }
    }

    /// The same look without colours. Text that stood on a ground of its own is reversed, so that it still does.
    public var withoutColours: Paint {
        Paint(attributes: background == .standard ? attributes : attributes.union(.reverse))
    }
}

/// What is wrong with a theme's words for a look.
public enum PaintError: Error, Hashable, CustomStringConvertible {
    case unknownWord(String)
    case secondForeground(String)
    case missingBackground
    case afterBackground(String)
}
