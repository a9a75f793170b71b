import Terminal

/// All commands by name, narrowed as one types.
struct Palette: Overlay {
    private var field = LineEditor()
    private var cursor = ListCursor()

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
    private var words: [Substring] { worded?.words ?? [] }

    /// Commands whose name begins with what was typed, then those that have it in their name or help.
    private var matches: [Command] {
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

    /// Whether what is selected is a guess that no one has looked at: typed words that stand in its help only.
    private var isGuess: Bool {
        guard let selected, worded == nil, cursor.index == 0 else { return false }
        return !selected.name.rawValue.contains(typed)
    }

    private var selected: Command? {
        let matches = matches
        return matches.indices.contains(cursor.index) ? matches[cursor.index] : nil
    }

    /// Fills in the selected name.
    private mutating func complete() {
        guard let selected, worded == nil else { return }
        field.replaceAll(with: selected.name.rawValue + (selected.words.isEmpty ? "" : " "))
        cursor = ListCursor()
    }

    func title(in state: State) -> String { CommandSentences.commands }

    func hints(in state: State) -> [OverlayHint] {
        [OverlayHint("Enter", HintSentences.doesIt), OverlayHint("Tab", HintSentences.completes), .back]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .escape: return .closed
        case .enter: return runSelected(in: state)
        case .tab: complete()
        default:
            if let movement = Movement(key) {
                cursor.move(movement, count: matches.count, height: state.overlayListRows)
            } else {
                let before = field.text
                guard field.handle(key) else { return nil }
                if field.text != before { cursor = ListCursor() }
            }
        }
        return .stays
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        field.paste(text)
        cursor = ListCursor()
        return []
    }

    private mutating func runSelected(in state: State) -> OverlayResponse {
        guard let command = selected else { return .stays }
        // A command that wants words is written out first, and so is one that was guessed.
        guard !isGuess, !command.needsWords || !words.isEmpty else {
            complete()
            return .stays
        }
        guard command.scope.includes(state.place) || command.scope == .panes else {
            return .closed(saying: .plain(CommandSentences.works(command.name.rawValue, in: command.scope.title)))
        }
        return .closes { [self] state in
            if let effects = state.run(command, words) { return effects }
            // Its words were not understood: they stay as they were typed.
            state.overlay = self
            return []
        }
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        canvas.draw(field, label: Line(":", .key), row: 0, hasKeyboard: true)
        let matches = matches
        if matches.isEmpty { canvas.put(Line(CommandSentences.noCommandMatches, .muted), row: 1) }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            list.drawList(count: matches.count, cursor) { line(matches[$0], in: state) }
        }
    }

    private func line(_ command: Command, in state: State) -> Line {
        let keys = KeyList.labels(state.desk.bindings.keys(of: command.name))
        let why = command.reasonAgainst(state)
        return Line(command.name.rawValue, why == nil ? .strong : .muted).padded(to: 15)
            + Line(keys, .key).padded(to: 12).then(why.map(CommandSentences.notNow) ?? command.help, .muted)
    }
}

extension State {
    mutating func openPalette() -> [Effect] {
        overlay = Palette()
        return []
    }
}
