import Terminal

/// A sentence in the footer until the next key.
struct Notice: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case plain, good, alert }

    var kind: Kind
    var text: String

    static func plain(_ text: String) -> Notice { Notice(kind: .plain, text: text) }
    static func good(_ text: String) -> Notice { Notice(kind: .good, text: text) }
    static func alert(_ text: String) -> Notice { Notice(kind: .alert, text: text) }

    func line(_ theme: Theme) -> Line {
        switch kind {
        case .plain: Line(text)
        case .good: theme.mark(.good).then(theme[.good].mark.isEmpty ? "" : " ").then(text, .good)
        case .alert: theme.mark(.alert).then(theme[.alert].mark.isEmpty ? "" : " ").then(text, .alert)
        }
    }
}
