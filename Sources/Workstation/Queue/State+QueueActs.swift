import Receivables

// What the caller does to a row of the queue (DOMAIN.md §5): entries like any other, made by one key on a row.
extension State {
    /// Puts the row under the cursor off within today, and goes to the next.
    mutating func putOff() -> [Effect] { recordAct(.later, words: QueueSentences.laterToday) }

    /// Pins the row to the top of the queue, or lets it go again.
    mutating func pin() -> [Effect] {
        let isPinned = queue.selected.map { queue.marks[$0.payer]?.isPin ?? ($0.standing.tier == .pinned) } ?? false
        return recordAct(.pin(!isPinned), words: isPinned ? QueueSentences.notPinned : QueueSentences.pinned)
    }

    /// What was due without a call was done: what we owe the customer first, else the step of the cadence, behind which
    /// the next one is planned.
    mutating func finishStep() -> [Effect] {
        guard let open = account.open else { return [] }
        if let owed = owedNow.first {
            var note = NoteRecord()
            note.done = [owed.part]
            return recordAct(
                .note(note), on: open.payer, name: open.name, words: QueueSentences.done(owed.why),
                text: QueueSentences.noteThatIsDone(owed.why))
        }
        guard let step = open.dossier.facts.nextStep(by: open.dossier.rules, on: today) else { return [] }
        let done = open.dossier.facts.doing(step, rules: open.dossier.rules, on: today)
        let next = done.followUps.first.map { QueueSentences.next($0.why, on: $0.day) } ?? ""
        return recordAct(.step(done), on: open.payer, name: open.name, words: QueueSentences.done(step.words) + next)
    }

    private mutating func recordAct(_ act: Act, words: String) -> [Effect] {
        guard let row = queue.selected else { return [] }
        return recordAct(act, on: row.payer, name: row.name, words: words)
    }

    /// Records an act that is no call and no note.
    ///
    /// - Parameters:
    ///   - payer: nil for what concerns no customer.
    ///   - words: what is said once it is recorded.
    mutating func recordAct(_ act: Act, on payer: AccountNumber?, name: String, words: String, text: String = "")
        -> [Effect]
    {
        let id = desk.newID()
        pendingAct = PendingAct(id: id, payer: payer, name: name, act: act, words: words)
        return [
            .record(
                NewEntry(id: id, payer: payer, at: now, day: today, author: desk.author, text: text, act: act),
                seen: nil)
        ]
    }

    /// - Returns: nil if the record is not that of an act.
    mutating func handle(act outcome: RecordEvent, of id: String) -> [Effect]? {
        guard let act = pendingAct, act.id == id else { return nil }
        if let said = outcome.notice { notice = said }
        guard !outcome.waits else { return [] }
        pendingAct = nil
        guard case .saved = outcome else { return [] }
        if let payer = act.payer {
            switch act.act {
            // What was ticked off changes the page, not the row: there may be more to do.
            case .note: break
            case .step: queue.markDone(payer, act.words)
            default: queue.recordAct(act.act, words: act.words, on: payer)
            }
        }
        sayDone(QueueSentences.recorded(act.words, for: act.name))
        return follow(act)
    }

    private mutating func follow(_ done: PendingAct) -> [Effect] {
        switch done.act {
        case .later: return goOn()
        case .cover: return [.load(.about), loadAppointments()]
        case .hold, .decision, .release, .handOver: return readAgain(done.payer)
        case .note, .step: return [loadActivity()] + readAgain(done.payer)
        default: return []
        }
    }

    /// What was put off is passed over too.
    private mutating func goOn() -> [Effect] {
        guard let next = queue.next(from: queue.cursor.index + 1, mayCall: mayCall) else { return [] }
        queue.cursor.go(to: next, count: queue.rows.count, height: queueHeight)
        return loadMoreRows()
    }
}
