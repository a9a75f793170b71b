import Receivables
import Terminal

/// The outbox: messages that are recorded and not sent yet, read, sent, marked as sent or deleted.
struct OutboxList: Overlay {
    /// Nil until the folder was read. The oldest comes first.
    private var rows: [UnsentMessage]?
    private var cursor = ListCursor()
    /// The message that is being read, as lines, in place of the list.
    private var letter: [String]?
    private var scroll = Scroll()

    init() {}

    private var selected: UnsentMessage? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }

    func title(in state: State) -> String {
        letter == nil ? MessageSentences.outbox : MessageSentences.message(to: selected?.name ?? "")
    }

    func hints(in state: State) -> [OverlayHint] {
        guard letter == nil else { return [.scroll, OverlayHint("Esc", HintSentences.backToOutbox)] }
        return [
            OverlayHint("Enter", HintSentences.reads), OverlayHint("r", HintSentences.sendsAgain),
            OverlayHint("m", HintSentences.wasSent),
            OverlayHint("d", HintSentences.deletes), .back,
        ]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if let letter { return press(key, reading: letter, in: state) }
        switch key {
        case .enter: return .stays(selected.map { [.load(.letter(id: $0.entry.id))] } ?? [])
        case .character("r"): return sendAgain(in: state)
        case .character("m"): return askWhetherSent(in: state)
        case .character("d"): return askToDelete(in: state)
        default: break
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: rows?.count ?? 0, height: state.overlayListRows)
        return .stays
    }

    private mutating func press(_ key: Key, reading letter: [String], in state: State) -> OverlayResponse {
        if key == .escape || key == .character("q") {
            self.letter = nil
        } else if let movement = Movement(readingKey: key) {
            scroll.move(movement, count: letter.count, height: state.overlayPageRows)
        }
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        switch event {
        case .loaded(.unsent(let rows)):
            self.rows = rows
            cursor.go(to: cursor.index, count: rows.count, height: state.overlayListRows)
            return .stays
        case .loaded(.letter(let lines)):
            letter = lines.flatMap { Line($0).wrapped(to: state.overlayWidth).map(\.plain) }
            scroll = Scroll()
            return .stays
        case .mailed(let outcome): return .stays([.load(.unsent)], notice: outcome.notice)
        default: return nil
        }
    }

    private func sendAgain(in state: State) -> OverlayResponse {
        guard let row = selected else { return .stays }
        if let why = state.readOnly { return .stays(notice: .plain(why)) }
        return .stays([.outbox(.send, row)])
    }

    private func askWhetherSent(in state: State) -> OverlayResponse {
        guard let row = selected, !state.isReadOnly else { return .stays }
        return .asks(
            Question(
                title: MessageSentences.wasItSent(to: row.name),
                lines: [row.entry.act.plainText ?? row.entry.text, MessageSentences.youSentIt],
                yes: MessageSentences.markAsSent, answer: .markSent(row)))
    }

    /// A message that is deleted was never sent: its record is taken back with it.
    private func askToDelete(in state: State) -> OverlayResponse {
        guard let row = selected, !state.isReadOnly else { return .stays }
        guard !row.isHanded else {
            return .stays(
                notice: .plain(
                    MessageSentences.mayHaveBeenSent))
        }
        return .asks(
            Question(
                title: MessageSentences.askToDelete(to: row.name),
                lines: [row.entry.act.plainText ?? row.entry.text, MessageSentences.recordIsTakenBack],
                yes: MessageSentences.delete, answer: .undo(row.entry)))
    }

    // MARK: Drawing

    /// A line per message, and where the selected one's file is; or the message that is being read.
    func draw(on canvas: inout Canvas, in state: State) {
        if let letter {
            canvas.draw(letter.map { Line($0) }, scroll)
            return
        }
        guard let rows else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(Line(MessageSentences.outboxIsEmpty, .muted), row: 0, width: canvas.columns)
            return
        }
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 2 : 0)
        canvas.within(top) { $0.drawList(count: rows.count, cursor) { line(rows[$0], today: state.today) } }
        guard let row = selected else { return }
        canvas.within(below) { _ = $0.put(Line(row.file, .muted), row: 1, width: $0.columns) }
    }

    private func line(_ row: UnsentMessage, today: Day) -> Line {
        Line(row.entry.day.brief(today: today), .muted).padded(to: 7).then(row.name, .strong)
            .then(row.isHanded ? "  \(MessageSentences.perhapsSent):" : "", .soon)
            .then("  \(row.entry.act.plainText ?? row.entry.text)", .muted)
    }
}

extension State {
    mutating func showOutbox() -> [Effect] {
        overlay = OutboxList()
        return [.load(.unsent)]
    }
}
