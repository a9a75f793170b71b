import Receivables

extension State {
    mutating func askForLastRecord() -> [Effect] {
        var query = JournalQuery(limit: 50)
        query.author = desk.author
        return [.load(.journal(query, .lastRecord))]
    }

    /// Names the record that would be taken back.
    mutating func askToUndo(_ entry: Entry?) {
        guard let entry, let payer = entry.payer else {
            notice = .plain(DeskSentences.nothingToTakeBack)
            return
        }
        let name =
            queue.rows.first { $0.payer == payer }?.name ?? account.open.flatMap { $0.has(payer) ? $0.name : nil }
        var lines = [
            DeskSentences.recordToTakeBack(of: name ?? payer.text, when: whenText(entry.at), State.words(for: entry))
        ]
        lines += entry.act.agreed.lines
        lines += entry.act.followUps.map { DeskSentences.nextAction($0.day, $0.why) }
        if let first = entry.text.split(whereSeparator: \.isNewline).first { lines.append("\u{201C}\(first)\u{201D}") }
        if entry.act.isNoted { lines.append(DeskSentences.noteBecomesDraft) }
        overlay = Question(
            title: DeskSentences.takeBackLastRecord, lines: lines, yes: DeskSentences.takeBack, answer: .undo(entry))
    }

    mutating func undo(_ entry: Entry) -> [Effect] {
        let id = desk.newID()
        undoing = Undoing(id: id, entry: entry)
        return [
            .record(
                NewEntry(
                    id: id, payer: entry.payer, at: now, day: today, author: desk.author, act: .undo,
                    undoes: entry.seq), seen: nil)
        ]
    }

    /// Once the record is taken back its note is a draft again, on its own account.
    mutating func handle(undo outcome: RecordEvent, of id: String) -> [Effect] {
        guard let undoing, undoing.id == id else { return [] }
        if let said = outcome.notice { notice = said }
        guard !outcome.waits else { return [] }
        self.undoing = nil
        guard case .saved(let seq) = outcome else { return [] }
        return bringBack(undoing.entry, undoneBy: seq)
    }

    private mutating func bringBack(_ entry: Entry, undoneBy seq: Int64) -> [Effect] {
        queue.unmark(entry.payer)
        guard let payer = entry.payer else { return [loadActivity()] }
        guard entry.act.isNoted else {
            notice = .good(DeskSentences.takenBack(entry.act.plainText ?? entry.act.kind))
            let outbox: [Effect] = if case .message = entry.act { [.takeBackMessage(id: entry.id)] } else { [] }
            return outbox + [loadActivity()] + readAgain(payer)
        }
        let name = queue.rows.first { $0.payer == payer }?.name ?? payer.text
        var draft = Draft(
            id: desk.newID(), account: payer, name: name, note: entry.text, cursor: entry.text.count, seen: seq)
        if case .call(let call) = entry.act {
            draft.callStarted = entry.at.adding(seconds: -(call.seconds ?? 0))
            draft.talked = call.seconds ?? 0
            draft.direction = call.direction
            draft.result = call.result
            draft.broke = call.broke
        }
        let effects = [loadActivity()] + parkNote() + open(payer, name: name, then: .resume(draft.id))
        parked.append(draft)
        notice = .good(DeskSentences.takenBackAndDrafted)
        return effects
    }
}

extension Act {
    /// Whether it came of a note, which can be taken up again.
    fileprivate var isNoted: Bool {
        switch self {
        case .call, .note: true
        default: false
        }
    }
}
