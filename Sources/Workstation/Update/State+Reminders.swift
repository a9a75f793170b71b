import Receivables
import Terminal

// The batch of reminders: looked at as a list, sent one after the other once it was said how many and to whom.
extension State {
    mutating func showReminders() -> [Effect] {
        overlay = .reminders(ReminderList())
        return [.load(.reminders(moment, of: queue.people))]
    }

    mutating func handle(_ rows: [ReminderRow]) {
        guard case .reminders(var list) = overlay, list.stage == .choosing else { return }
        list.show(rows)
        overlay = .reminders(list)
    }

    mutating func press(_ key: Key, on list: ReminderList) -> [Effect]? {
        var list = list
        switch (key, list.stage) {
        case (.escape, .sending), (.character("q"), .sending):
            list.stop()
            overlay = .reminders(list)
            return []
        case (_, .stopping): return []
        case (.escape, .asking), (.character("n"), .asking):
            list.choose()
            overlay = .reminders(list)
            return []
        case (.character("y"), .asking), (.enter, .asking): return proceed(list)
        case (_, .asking): return []
        case (.escape, _), (.character("q"), _): return leave(list)
        case (.enter, .choosing), (.character("o"), .choosing), (.character("o"), .done):
            guard let row = list.selected else { return list.rows == nil ? [] : leave(list) }
            overlay = nil
            return open(row.payer, name: row.name, then: .show)
        case (.character(" "), .choosing):
            list.toggle()
            overlay = .reminders(list)
            return []
        case (.character("S"), .choosing):
            guard list.rows != nil else { return [] }
            guard !isReadOnly else {
                notice = .plain("the book is read as it was then; nothing is sent")
                return []
            }
            guard list.toSend > 0 else {
                notice = .plain("nobody is left to send to")
                return []
            }
            list.ask()
            overlay = .reminders(list)
            return []
        case (.enter, .done): return leave(list)
        default: break
        }
        guard let movement = Movement(readingKey: key) else { return list.stage == .choosing ? nil : [] }
        list.cursor.move(movement.distance(height: aboveHeight), count: list.rows?.count ?? 0, height: aboveHeight)
        overlay = .reminders(list)
        return []
    }

    private mutating func proceed(_ list: ReminderList) -> [Effect] {
        var list = list
        let id = desk.newID()
        defer { overlay = .reminders(list) }
        guard let row = list.proceed(id: id) else {
            return [loadActivity(), .load(.about)]
        }
        return [.remind(id: id, payer: row.payer)]
    }

    /// - Returns: nil where the list does not wait for it.
    mutating func handle(_ outcome: SendEvent, of id: String, _ list: ReminderList) -> [Effect]? {
        var list = list
        if case .saved(_, let place) = outcome { list.program = place.program }
        let fate: ReminderList.Fate =
            switch outcome {
            case .saved: .written
            case .changed: .leftOut(LeftOut.changed.text)
            case .leftOut(let why): .leftOut(why)
            case .failed(let why): .failed(why)
            }
        guard list.show(fate, of: id) else { return nil }
        return proceed(list)
    }

    /// The queue is another one once somebody was written to.
    private mutating func leave(_ list: ReminderList) -> [Effect] {
        overlay = nil
        guard list.stage != .choosing, list.stage != .asking else { return [] }
        notice = .good(list.summary)
        return reload()
    }
}
