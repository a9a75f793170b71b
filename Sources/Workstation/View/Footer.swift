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
        case .queue: "QUEUE"
        case .account: "ACCOUNT"
        case .items: "ITEMS"
        case .note: "NOTE"
        case .overlay: nil
        }
    }

    private var hints: [Line] {
        if state.place == .overlay { return hintsAbove.map(Footer.hint) }
        return (state.place == .note ? [Footer.toPanes] : []) + state.desk.bindings.hints(for: state)
    }

    private static let toPanes = hint("Esc", "panes")

    /// `F8 wrap up`
    static func hint(_ key: String, _ does: String) -> Line { Line(key, .key).then(" \(does)", .muted) }

    private var hintsAbove: [(String, String)] {
        switch state.overlay {
        case .find: return [("Enter", "opens"), ("Esc", "back")]
        case .palette: return [("Enter", "does it"), ("Tab", "completes"), ("Esc", "back")]
        case .help, .reasons: return [("j k", "scroll"), ("Esc", "back")]
        case .parts: return [("Enter", "works it"), ("j k", "move"), ("Esc", "back")]
        case .offers: return [("Enter", "into the note"), ("j k", "move"), ("Esc", "back")]
        case .handOffs:
            return [
                ("Enter", "as a message"), ("y", "as CSV"), ("a", "all"), ("o", "opens"), ("j k", "move"),
                ("Esc", "back"),
            ]
        case .rests, .returns: return [("Enter", "opens"), ("j k", "move"), ("Esc", "back")]
        case .breach:
            return [
                ("Enter", "calls"), ("1-\(BrokenRules.usualReasons.count)", "usual reasons"), ("Esc", "calls nobody"),
            ]
        case .choice(let pane):
            return [(pane.keysShown, "chooses"), ("Enter", "takes the marked one"), ("Esc", "back")]
        case .question(let question): return [(Question.yesKeys, question.yes), ("Esc", "back")]
        case .message(let pane):
            return (pane.draft == nil ? [] : [("Enter", "puts it into the outbox")]) + [
                ("Tab", "another kind"), ("j k", "scroll"), ("Esc", "back"),
            ]
        case .reminders(let list): return hints(list)
        case .outbox(let list):
            guard list.letter == nil else { return [("j k", "scroll"), ("Esc", "back to the outbox")] }
            return [("Enter", "reads"), ("r", "sends again"), ("m", "was sent"), ("d", "deletes"), ("Esc", "back")]
        case .importPage(let page): return hints(page)
        case .backtest(let page):
            guard !page.isRunning else { return [("Esc", "stops it")] }
            return [("Tab", "other number of calls"), ("j k", "scroll"), ("Esc", "back")]
        case nil: break
        }
        if case .welcome(let welcome) = state.opening {
            switch welcome.stage {
            case .choosing: return [("i", "import"), ("d", "demo"), ("q", "leave")]
            case .working: return []
            }
        }
        return wrapUpHints
    }

    private func hints(_ list: ReminderList) -> [(String, String)] {
        switch list.stage {
        case .choosing:
            [("Enter", "opens"), ("Space", "leaves out")] + (list.toSend > 0 ? [("S", "sends \(list.toSend)")] : [])
                + [("j k", "move"), ("Esc", "back")]
        case .asking: [("y", "sends \(list.toSend)"), ("Esc", "back")]
        case .sending: [("Esc", "stops")]
        case .stopping: []
        case .done: [("o", "opens"), ("j k", "move"), ("Esc", "back to the queue")]
        }
    }

    private func hints(_ page: ImportPage) -> [(String, String)] {
        switch page.step {
        case .naming: [("Enter", "looks at it"), ("Esc", "back")]
        case .adjusting:
            if case .answer? = page.target {
                [("Enter", "answers"), ("Tab", "next"), ("Esc", "back")]
            } else if page.look?.isReady == false {
                [
                    ("Tab", page.look?.question == nil ? "next" : "answers"), ("Space", "changes"), ("j k", "scroll"),
                    ("Esc", "back"),
                ]
            } else {
                [
                    ("Enter", "imports"), ("Space", "changes"), ("s", "profile"), ("Tab", "next"), ("j k", "scroll"),
                    ("Esc", "back"),
                ]
            }
        case .choosing: [("Enter", "takes it"), ("Esc", "back")]
        case .saving(let field):
            [("Enter", page.refusedName == field.text ? "replaces it" : "keeps it"), ("Esc", "back")]
        case .keeping: []
        case .importing: [("x", "stops it; nothing is changed")] + (!state.hasBook ? [] : [("Esc", "back to work")])
        }
    }

    private var wrapUpHints: [(String, String)] {
        switch state.note?.wrapUp?.phase {
        case .waiting: [("Esc", "stops waiting; the draft is kept")]
        case .stale: [("Enter", "records it all the same"), ("Esc", "back to the note")]
        default: [("Enter", "records"), ("Tab", "fields"), ("Esc", "back to the note")]
        }
    }
}
