import Terminal

/// The pane is there before there is a note in it.
extension NotePane?: Pane {
    func title(in state: State) -> Line {
        guard let note = self else { return Line(NoteSentences.note, .title) }
        let bullet = state.desk.theme.glyphs[.bullet]
        var line = Line(note.isReceived ? NoteSentences.emailReceived : NoteSentences.note, .title)
        if let open = state.account.open, !open.has(note.account) { line = line.then(" \(bullet) \(note.name)") }
        if note.readBack != nil { line = line.then(" \(bullet) \(AccountSentences.readBack)", .good) }
        switch note.saving {
        case .nothing: break
        case .pending: line = line.then(" \(bullet) \(NoteSentences.savingDraft)", .muted)
        case .saved: line = line.then(" \(bullet) \(NoteSentences.draftSaved)", .good)
        case .failed(let why): line = line.then(" \(bullet) \(NoteSentences.draftNotSaved(why))", .alert)
        }
        return line
    }

    /// The clock of the call.
    func status(in state: State) -> Line {
        guard let call = self?.call else { return Line() }
        let what = call.direction == .inbound ? CallSentences.theyCalled : NoteSentences.call
        let clock = Line("\(what) ", .muted).then(CallClock.text(call.seconds(at: state.now)), .strong)
        return call.isRunning ? clock : clock.then(" \(NoteSentences.parked)", .soon)
    }

    func draw(on canvas: inout Canvas, in state: State) { NoteView(state).draw(on: &canvas) }

    /// The keys that move in the note belong to its text.
    mutating func move(_ movement: Movement, height: Int) {}
}
