import Terminal

/// All commands by name, narrowed as one types.
struct Palette: Sendable {
    var field = LineEditor()
    var cursor = ListCursor()

    init() {}

    init(typed text: String) { field = LineEditor(text) }

    /// A command that takes words, once its name is there, and the words behind it.
    private var worded: (command: Command, words: [Substring])? {
        let words = field.text.drop { $0 == ":" || $0 == " " }.split(separator: " ")
        guard let first = words.first, words.count > 1 || field.text.last == " ",
            let command = Command.all.first(where: { !$0.words.isEmpty && $0.name.rawValue == first.lowercased() })
        else { return nil }
        return (command, Array(words.dropFirst()))
    }

    /// What stands behind the command's name.
    var words: [Substring] { worded?.words ?? [] }

    /// Commands whose name begins with what was typed, then those that have it in their name or help.
    var matches: [Command] {
        if let worded { return [worded.command] }
        let typed = typed
        guard !typed.isEmpty else { return Command.all }
        let first = Command.all.filter { $0.name.rawValue.hasPrefix(typed) }
        let rest = Command.all.filter { command in
            !command.name.rawValue.hasPrefix(typed)
                && (command.name.rawValue.contains(typed) || command.help.lowercased().contains(typed))
        }
        return first + rest
    }

    private var typed: String { field.text.lowercased().filter { !$0.isWhitespace && $0 != ":" } }

    /// Whether what is selected is a guess that nobody has looked at: typed words that stand in its help only.
    var isGuess: Bool {
        guard let selected, worded == nil, cursor.index == 0 else { return false }
        return !selected.name.rawValue.contains(typed)
    }

    var selected: Command? {
        let matches = matches
        return matches.indices.contains(cursor.index) ? matches[cursor.index] : nil
    }

    /// Fills in the selected name.
    mutating func complete() {
        guard let selected else { return }
        guard worded == nil else { return }
        field.replaceAll(with: selected.name.rawValue + (selected.words.isEmpty ? "" : " "))
        cursor = ListCursor()
    }
}
