import Receivables
import Terminal

/// The bottom line: a sentence where there is one, else what has the keyboard and what its keys do.
struct Footer {
    let state: State

    init(_ state: State) { self.state = state }

    func draw(on canvas: inout Canvas) {
        if let notice = state.notice {
            canvas.put(notice.line(state.desk.theme), row: 0, column: 1, width: canvas.columns - 2)
            return
        }
        var column = 1
        if let mode { column = canvas.put(Line(mode, .title), row: 0, column: column) + 2 }
        var hints = hints
        // Whatever else there is no room for, the way to the help page stays.
        let help = state.place == .overlay ? nil : hints.popLast()
        if let help { canvas.putRight(help, row: 0, end: canvas.columns - 1) }
        let end = canvas.columns - (help.map { $0.width + 2 } ?? 0)
        for hint in hints where column + hint.width < end {
            column = canvas.put(hint, row: 0, column: column) + 2
        }
    }

    /// What the keys do just now, in words.
    var keysHere: String { hints.map(\.plain).joined(separator: ", ") }

    /// Where the keys go; in the note every printable one is text.
    private var mode: String? {
        switch state.place {
        case .queue: CommandSentences.keyboardInQueue
        case .account: CommandSentences.keyboardInAccount
        case .items: CommandSentences.keyboardInItems
        case .note: CommandSentences.keyboardInNote
        case .overlay: nil
        }
    }

    private var hints: [Line] {
        if state.place == .overlay { return overlayHints.map { Footer.hint($0.key, $0.does) } }
        return (state.place == .note ? [Footer.toPanes] : []) + state.desk.bindings.hints(for: state)
    }

    private static let toPanes = hint("Esc", HintSentences.panes)

    /// `F8 wrap up`
    static func hint(_ key: String, _ does: String) -> Line { Line(key, .key).then(" \(does)", .muted) }

    /// Of what lies over the panes, the wrap-up and the first start included.
    private var overlayHints: [OverlayHint] {
        if let overlay = state.overlay { return overlay.hints(in: state) }
        if case .welcome(let welcome) = state.opening { return welcome.hints }
        return state.note?.wrapUp?.hints ?? []
    }
}
