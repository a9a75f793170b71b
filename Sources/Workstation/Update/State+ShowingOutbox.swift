import Receivables
import Terminal

// The outbox: messages that are recorded and not sent yet, read, sent, marked as sent or deleted.
extension State {
    mutating func showOutbox() -> [Effect] {
        overlay = .outbox(OutboxList())
        return [.load(.unsent)]
    }

    mutating func handle(unsent rows: [UnsentMessage]) {
        guard case .outbox(var list) = overlay else { return }
        list.rows = rows
        list.cursor.go(to: list.cursor.index, count: rows.count, height: aboveHeight)
        overlay = .outbox(list)
    }

    mutating func handle(letter lines: [String]) {
        guard case .outbox(var list) = overlay else { return }
        (list.letter, list.scroll) = (lines.flatMap { Line($0).wrapped(to: aboveWidth).map(\.plain) }, Scroll())
        overlay = .outbox(list)
    }

    mutating func press(_ key: Key, on list: OutboxList) -> [Effect]? {
        var list = list
        if let letter = list.letter {
            if key == .escape || key == .character("q") {
                list.letter = nil
            } else if let movement = Movement(readingKey: key) {
                list.scroll.move(
                    movement.distance(height: abovePageHeight), count: letter.count, height: abovePageHeight)
            }
            overlay = .outbox(list)
            return []
        }
        switch key {
        case .enter: return list.selected.map { [.load(.letter(id: $0.entry.id))] } ?? []
        case .character("r"): return act(.send, on: list)
        case .character("m"): return askWhetherSent(list)
        case .character("d"): return askToDelete(list)
        default: break
        }
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        list.cursor.move(movement.distance(height: aboveHeight), count: list.rows?.count ?? 0, height: aboveHeight)
        overlay = .outbox(list)
        return []
    }

    private mutating func act(_ act: OutboxAct, on list: OutboxList) -> [Effect] {
        guard let row = list.selected else { return [] }
        guard !isReadOnly else {
            notice = .plain(readOnly ?? "")
            return []
        }
        return [.outbox(act, row)]
    }

    private mutating func askWhetherSent(_ list: OutboxList) -> [Effect] {
        guard let row = list.selected, !isReadOnly else { return [] }
        overlay = .question(
            Question(
                title: "Was the message to \(row.name) sent?",
                lines: [row.entry.act.plainText ?? row.entry.text, "You sent it yourself: it leaves the outbox."],
                yes: "mark it as sent", answer: .markSent(row)))
        return []
    }

    /// A message that is deleted was never sent: its record is taken back with it.
    private mutating func askToDelete(_ list: OutboxList) -> [Effect] {
        guard let row = list.selected, !isReadOnly else { return [] }
        guard !row.isHanded else {
            notice = .plain("it was handed to the mail command and may be sent: m marks it as sent, r sends it again")
            return []
        }
        overlay = .question(
            Question(
                title: "Delete the message to \(row.name)?",
                lines: [row.entry.act.plainText ?? row.entry.text, "It was not sent; its record is taken back."],
                yes: "delete it", answer: .undo(row.entry)))
        return []
    }

    /// What became of a message that was handed to the mail command, or marked.
    mutating func handle(_ outcome: MailEvent) -> [Effect] {
        switch outcome {
        case .sent(let to): notice = .good("sent to \(to)")
        case .marked(let to): notice = .good("marked as sent to \(to)")
        case .failed(let why): notice = .alert(why)
        }
        guard case .outbox = overlay else { return [] }
        return [.load(.unsent)]
    }
}
