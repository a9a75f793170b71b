/// What a piece of the screen *means*. How it looks is the theme's business: panes never name a colour.
public enum Style: UInt8, CaseIterable, Sendable {
    /// Plain text.
    case normal
    /// What may be overlooked: units, old history, hints of a field.
    case muted
    /// What the eye should find first in its neighbourhood.
    case strong
    /// Headings.
    case title
    /// The lines around a pane.
    case frame
    /// The lines around the pane that has the keyboard.
    case frameFocused
    /// The row or choice that the keys act on.
    case selected
    /// Past its date.
    case overdue
    /// Its date is near.
    case soon
    /// Done, kept, paid.
    case good
    /// Covered by a promise.
    case promised
    /// Not to be collected while somebody else owes an answer.
    case disputed
    /// A line that was understood as an instruction.
    case structured
    /// A field that takes text.
    case input
    /// The name of a key in a hint.
    case key
    /// Errors and alarms.
    case alert
    /// The filled part of a bar.
    case bar
    /// The rest of a bar.
    case barRest
}

extension Style {
    /// The slot's name in a theme file, such as `frame-focused`.
    public var name: String {
        switch self {
        case .frameFocused: "frame-focused"
        case .barRest: "bar-rest"
        default: String(describing: self)
        }
    }

    /// The slot of that name in a theme file, or nil.
    public init?(named name: String) {
        guard let style = Style.allCases.first(where: { $0.name == name }) else { return nil }
        self = style
    }
}
