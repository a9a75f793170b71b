import Receivables
import Terminal

/// What a setting or a column can be, narrowed as one types; a currency is typed.
struct ImportChooser: Sendable {
    let target: ImportTarget
    let choices: [(key: String?, words: String)]
    var field = LineEditor()
    var cursor = ListCursor()

    var isTyped: Bool { target == .setting(.currency) }

    var matches: [(key: String?, words: String)] {
        let typed = field.text.lowercased()
        guard !typed.isEmpty else { return choices }
        if isTyped { return Currency(typed.uppercased()).map { [($0.code, $0.code)] } ?? [] }
        return choices.filter { $0.words.lowercased().contains(typed) || ($0.key ?? "").contains(typed) }
    }

    var selected: (key: String?, words: String)? {
        let matches = matches
        return matches.indices.contains(cursor.index) ? matches[cursor.index] : nil
    }
}
