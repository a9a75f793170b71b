import Receivables
import Terminal

/// All reminders that are due, and who is left out; sent one after the other, each looked at again before.
struct ReminderList: Overlay {
    /// Nil until the book has answered. Those who get one come first.
    private(set) var rows: [ReminderRow]?
    /// What became of each, by its index.
    private(set) var fates: [Int: Fate] = [:]
    private(set) var stage = Stage.choosing
    /// Left out by the caller.
    private var excluded: Set<AccountNumber> = []
    private(set) var cursor = ListCursor()

    enum Fate: Sendable, Hashable {
        /// Recorded, and in the outbox or at the mail command.
        case written
        case leftOut(String)
        case failed(String)
    }

    enum Stage: Sendable, Hashable {
        case choosing
        /// It was said how many go out and to whom; nothing has been sent.
        case asking
        /// The row at this index is being sent, by the id of its message.
        case sending(Int, id: String)
        /// As `sending`, but nothing is begun after it.
        case stopping(Int, id: String)
        case done(isStopped: Bool)
    }

    mutating func show(_ rows: [ReminderRow]) {
        self.rows = rows.filter { $0.leftOut == nil } + rows.filter { $0.leftOut != nil }
    }

    var toSend: Int { rows?.count(where: isSent) ?? 0 }

    /// Whether it goes out, as far as is known before.
    func isSent(_ row: ReminderRow) -> Bool { row.leftOut == nil && !excluded.contains(row.payer) }

    /// Leaves the row under the cursor out, or takes it back in.
    private mutating func toggle() {
        guard let row = selected, row.leftOut == nil else { return }
        if excluded.remove(row.payer) == nil { excluded.insert(row.payer) }
    }

    private var selected: ReminderRow? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }

    private mutating func ask() { if stage == .choosing { stage = .asking } }
    private mutating func choose() { if stage == .asking { stage = .choosing } }

    /// `Send 12: Northwind Traders, Kestrel Ltd and 10 more?`
    var question: String {
        let names = (rows ?? []).filter(isSent).map(\.name)
        return MessageSentences.askToSend(names, named: ReminderList.named)
    }

    private static let named = 3
    private var written: Int { fates.values.count { $0 == .written } }
    /// The mail command that the messages were handed to; nil where there is none.
    private var program: String?

    /// Goes on to the next row, if there is one.
    ///
    /// - Returns: whose message is to be sent.
    mutating func proceed(id: String) -> ReminderRow? {
        let next: Int
        switch stage {
        case .choosing, .asking: next = 0
        case .sending(let index, _): next = index + 1
        case .stopping:
            stage = .done(isStopped: true)
            return nil
        case .done: return nil
        }
        guard let rows, let index = rows.indices.dropFirst(next).first(where: { isSent(rows[$0]) }) else {
            stage = .done(isStopped: false)
            return nil
        }
        stage = .sending(index, id: id)
        return rows[index]
    }

    /// - Returns: whether it was the message that is awaited.
    mutating func show(_ fate: Fate, of id: String) -> Bool {
        switch stage {
        case .sending(let index, id), .stopping(let index, id): fates[index] = fate
        default: return false
        }
        return true
    }

    /// What is under way is still waited for; nothing is begun after it.
    mutating func stop() {
        if case .sending(let index, let id) = stage { stage = .stopping(index, id: id) }
    }

    /// `7/23 in the outbox; left out: 14 everything disputed, 2 on hold`
    var summary: String {
        var why: [String: Int] = [:]
        for row in rows ?? [] {
            if let reason = row.leftOut {
                why[LeftOut.brief(reason), default: 0] += 1
            } else if excluded.contains(row.payer) {
                why[MessageSentences.excludedByYou, default: 0] += 1
            }
        }
        for fate in fates.values {
            switch fate {
            case .written: break
            case .leftOut(let reason), .failed(let reason): why[LeftOut.brief(reason), default: 0] += 1
            }
        }
        let reasons = why.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return MessageSentences.remindersDone(
            written, of: rows?.count ?? 0,
            place: program.map(MessageSentences.handed(to:)) ?? MessageSentences.inTheOutbox, leftOut: reasons)
    }
}

extension ReminderList {
    func title(in state: State) -> String { MessageSentences.remindersToSend }

    func hints(in state: State) -> [OverlayHint] {
        switch stage {
        case .choosing:
            [OverlayHint("Enter", HintSentences.opens), OverlayHint("Space", HintSentences.leavesOut)]
                + (toSend > 0 ? [OverlayHint("S", HintSentences.sends(toSend))] : []) + [.move, .back]
        case .asking: [OverlayHint("y", HintSentences.sends(toSend)), .back]
        case .sending: [OverlayHint("Esc", HintSentences.stops)]
        case .stopping: []
        case .done: [OverlayHint("o", HintSentences.opens), .move, OverlayHint("Esc", HintSentences.backToQueue)]
        }
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch (key, stage) {
        case (.escape, .sending), (.character("q"), .sending): stop()
        case (_, .stopping): break
        case (.escape, .asking), (.character("n"), .asking): choose()
        case (.character("y"), .asking), (.enter, .asking): return .stays(proceed(in: state))
        case (_, .asking): break
        case (.escape, _), (.character("q"), _), (.enter, .done): return leave()
        case (.enter, .choosing), (.character("o"), .choosing), (.character("o"), .done):
            guard let row = selected else { return rows == nil ? .stays : leave() }
            return .opens(row.payer, name: row.name)
        case (.character(" "), .choosing): toggle()
        case (.character("S"), .choosing): return askToSend(in: state)
        default:
            guard let movement = Movement(readingKey: key) else { return stage == .choosing ? nil : .stays }
            cursor.move(movement, count: rows?.count ?? 0, height: state.overlayListRows)
        }
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        switch event {
        case .loaded(.reminders(let rows)):
            if stage == .choosing { show(rows) }
            return .stays
        case .sent(let id, let outcome):
            if case .saved(_, let place) = outcome { program = place.program }
            return show(Fate(outcome), of: id) ? .stays(proceed(in: state)) : nil
        default: return nil
        }
    }

    private mutating func askToSend(in state: State) -> OverlayResponse {
        guard rows != nil else { return .stays }
        guard !state.isReadOnly else {
            return .stays(notice: .plain(MessageSentences.readOnly))
        }
        guard toSend > 0 else { return .stays(notice: .plain(MessageSentences.noOneToSendTo)) }
        ask()
        return .stays
    }

    private mutating func proceed(in state: State) -> [Effect] {
        let id = state.desk.newID()
        guard let row = proceed(id: id) else { return [state.loadActivity(), .load(.about)] }
        return [.remind(id: id, payer: row.payer)]
    }

    /// The queue is another one once somebody was written to.
    private func leave() -> OverlayResponse {
        guard stage != .choosing, stage != .asking else { return .closed }
        return .closes { [summary] state in
            state.notice = .good(summary)
            return state.reload()
        }
    }
}

extension ReminderList.Fate {
    fileprivate init(_ outcome: SendEvent) {
        self =
            switch outcome {
            case .saved: .written
            case .changed: .leftOut(LeftOut.changed.text)
            case .leftOut(let why): .leftOut(why)
            case .failed(let why): .failed(why)
            }
    }
}

extension State {
    mutating func showReminders() -> [Effect] {
        overlay = ReminderList()
        return [.load(.reminders(moment, of: queue.people))]
    }
}
