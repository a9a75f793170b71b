import Terminal

/// All commands by name, narrowed as one types.
struct Palette: Sendable {
    var field = LineEditor()
    var cursor = ListCursor()

    /// Commands whose name begins with what was typed, then those that have it in their name or help.
    var matches: [Command] {
        let typed = field.text.lowercased().filter { !$0.isWhitespace && $0 != ":" }
        guard !typed.isEmpty else { return Command.all }
        let first = Command.all.filter { $0.name.rawValue.hasPrefix(typed) }
        let rest = Command.all.filter { command in
            !command.name.rawValue.hasPrefix(typed)
                && (command.name.rawValue.contains(typed) || command.help.lowercased().contains(typed))
        }
        return first + rest
    }

    var selected: Command? {
        let matches = matches
        return matches.indices.contains(cursor.index) ? matches[cursor.index] : nil
    }

    /// Fills in the selected name.
    mutating func complete() {
        guard let selected else { return }
        field.replaceAll(with: selected.name.rawValue)
        cursor = ListCursor()
    }
}
