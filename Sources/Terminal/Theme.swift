/// How everything looks: a paint and a mark for each `Style`, and the glyphs to draw with.
public struct Theme: Hashable, Sendable {
    /// One style's look. The mark carries the meaning where colours can't be seen.
    public struct Slot: Hashable, Sendable {
        /// Colours and attributes of the style.
        public var paint: Paint
        /// A sign of a cell or two, or nothing for styles that need none.
        public var mark: String

        /// Creates a look, by default without a mark.
        public init(_ paint: Paint, mark: String = "") {
            self.paint = paint
            self.mark = mark
        }
    }

    /// The name by which settings choose the theme.
    public var name: String
    /// The signs to draw with.
    public var glyphs: Glyphs
    private var slots: [Slot]

    /// Creates a theme in which every style has a look.
    ///
    /// - Parameters:
    ///   - name: the name by which settings choose it.
    ///   - glyphs: the signs to draw with.
    ///   - slot: the look of each style.
    public init(name: String, glyphs: Glyphs, slot: (Style) -> Slot) {
        self.name = name
        self.glyphs = glyphs
        slots = Style.allCases.map(slot)
    }

    /// The look of a style.
    public subscript(style: Style) -> Slot {
        get { slots[Int(style.rawValue)] }
        set { slots[Int(style.rawValue)] = newValue }
    }

    /// A style's mark in its own style, as a line; empty if it has none.
    public func mark(_ style: Style) -> Line {
        Line(self[style].mark, style)
    }

    /// The same theme in attributes alone, for `NO_COLOR` and terminals without colours.
    public var withoutColours: Theme {
        Theme(name: name, glyphs: glyphs) { style in
            Slot(self[style].paint.withoutColours, mark: self[style].mark)
        }
    }
}

extension Theme {
    /// The default: the terminal's own sixteen colours, legible on dark and light ground alike.
    public static let standard = Theme(name: "standard", glyphs: .unicode) { style in
        switch style {
        case .normal, .frame: Slot(Paint())
        case .muted: Slot(Paint(attributes: .dim))
        case .strong: Slot(Paint(attributes: .bold))
        case .title: Slot(Paint(attributes: .bold))
        case .frameFocused: Slot(Paint(foreground: .ansi(6), attributes: .bold))
        case .selected: Slot(Paint(attributes: .reverse), mark: "▸")
        case .overdue: Slot(Paint(foreground: .ansi(1), attributes: .bold), mark: "!")
        case .soon: Slot(Paint(foreground: .ansi(3)), mark: "◷")
        case .good: Slot(Paint(foreground: .ansi(2)), mark: "✓")
        case .promised: Slot(Paint(foreground: .ansi(6)), mark: "●")
        case .disputed: Slot(Paint(foreground: .ansi(5)), mark: "≠")
        case .structured: Slot(Paint(foreground: .ansi(4), attributes: .bold), mark: "/")
        case .input: Slot(Paint(attributes: .underline))
        case .key: Slot(Paint(attributes: .bold))
        case .alert: Slot(Paint(foreground: .ansi(1), attributes: [.bold, .reverse]), mark: "‼")
        case .bar: Slot(Paint(foreground: .ansi(6)))
        case .barRest: Slot(Paint(attributes: .dim))
        }
    }

    /// The default without any colour.
    public static let mono: Theme = {
        var theme = Theme.standard.withoutColours
        theme.name = "mono"
        return theme
    }()
}
