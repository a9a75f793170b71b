import Receivables
import Terminal

// What frames and the tab line say about the panes.
extension State {
    var queueTitle: Line {
        let bullet = desk.theme.glyphs[.bullet]
        let part = queue.part == .calls ? Line() : Line(" \(bullet) \(queue.part.title)", .soon)
        // In a batch it matters how far one has come.
        let done = queue.part == .calls || queue.done.isEmpty ? "" : "\(queue.done.count)/"
        let scope =
            (book?.collectors.isEmpty ?? true) && queue.scope ?? .all == .all
            ? Line() : Line(" \(bullet) \((queue.scope ?? .all).rawValue)")
        return Line("Queue", .title) + scope
            + part.then(queue.rows.isEmpty ? "" : " \(bullet) \(done)\(queue.total)", .muted)
    }

    /// The day of the order on screen, where it is not today's.
    var queueState: Line {
        if let ranked = queue.rankedDay, ranked != today {
            return Line("ranked \(ranked.weekday.short)\(work.map { "; \($0.text)" } ?? "")", .soon)
        }
        return Line(work?.text ?? "", .muted)
    }

    var accountName: Line {
        switch account {
        case .nothing: Line("Account", .title)
        case .loading(_, let name, _): Line(name, .title)
        case .showing(let open): Line(customer: open.name, open.payer)
        }
    }

    var accountState: Line {
        account.open.map { AccountHead($0.dossier, at: now, offset: desk.offset).line } ?? Line()
    }

    /// Name and state in one line, for one pane alone.
    var accountTitle: Line {
        let state = accountState
        return state.isEmpty ? accountName : accountName.then("  ") + state
    }

    var noteTitle: Line {
        guard let note else { return Line("Note", .title) }
        let bullet = desk.theme.glyphs[.bullet]
        var line = Line("Note", .title)
        if let open = account.open, !open.has(note.account) { line = line.then(" \(bullet) \(note.name)") }
        switch note.saving {
        case .nothing: break
        case .pending: line = line.then(" \(bullet) saving draft", .muted)
        case .saved: line = line.then(" \(bullet) draft saved", .good)
        case .failed(let why): line = line.then(" \(bullet) draft not saved: \(why)", .alert)
        }
        return line
    }

    var callClock: Line {
        guard let call = note?.call else { return Line() }
        let what = call.direction == .inbound ? "they called" : "call"
        let clock = Line("\(what) ", .muted).then(CallClock.text(call.seconds(at: now)), .strong)
        return call.isRunning ? clock : clock.then(" parked", .soon)
    }
}

/// Names the three panes on one line, the one on screen marked.
struct TabLine {
    let state: State

    init(_ state: State) { self.state = state }

    func draw(on canvas: inout Canvas) {
        let titles: [(Focus, Line)] = [
            (.queue, state.queueTitle), (.account, state.accountName), (.note, state.noteTitle),
        ]
        let right = state.focus == .queue ? state.queueState : state.callClock
        let end = canvas.columns - (right.isEmpty ? 0 : right.width + 2)
        // The pane's own title is worth more than the others'.
        let room = max(0, end - 6)
        let wanted = titles.map(\.1.width)
        let others = titles.indices.filter { titles[$0].0 != state.focus }
        let own = min(titles[state.focus.rawValue].1.width, max(room / 2, room - others.reduce(0) { $0 + wanted[$1] }))
        var column = 0
        for (focus, title) in titles {
            let isShown = focus == state.focus
            let width = isShown ? own : min(title.width, (room - own) / 2)
            column = canvas.put(isShown ? state.desk.theme.glyphs[.pointer] : " ", .key, row: 0, column: column)
            let line = title.truncated(to: width, ellipsis: state.desk.theme.glyphs[.ellipsis])
            column = canvas.put(isShown ? line : line.styled(.muted), row: 0, column: column) + 1
        }
        canvas.putRight(right, row: 0, end: canvas.columns)
    }
}
