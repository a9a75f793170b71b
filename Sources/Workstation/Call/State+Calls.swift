import Receivables

extension State {
    /// Calls; what was begun for the account and parked goes on.
    mutating func startCall() -> [Effect] { resumeDraft() + beginCall(.outbound) }

    mutating func startNote() -> [Effect] { resumeDraft() + beginNote() }

    /// A note whose text is what the customer wrote.
    mutating func logReceived() -> [Effect] {
        let effects = startNote()
        note?.isReceived = true
        note?.isDirty = true
        return effects
    }

    private mutating func resumeDraft() -> [Effect] {
        guard note == nil, let draft = draftOfOpenAccount else { return [] }
        return resume(draft.id)
    }

    /// The number is dialled, the clock runs, the note has the keyboard. A note that is there already becomes
    /// the call's.
    ///
    /// - Parameters:
    ///   - broken: why it is made although a rule stands against it; a call of ours that breaks one is not made
    ///     without.
    ///   - line: where it goes on that was dialled for another payer; then nothing is dialled.
    mutating func beginCall(
        _ direction: CallRecord.Direction, against broken: BrokenRules? = nil, on line: CallLine? = nil
    ) -> [Effect] {
        guard let open = account.open else { return [] }
        guard note?.call == nil else {
            notice = .plain(onThePhone ?? "")
            return goToNote()
        }
        if direction == .outbound, broken == nil, let pane = breach(calling: open, on: line) {
            overlay = pane
            return []
        }
        if note == nil { note = newNote(for: open) }
        note?.broke = broken
        note?.isContinued = line != nil
        note?.dialled = direction == .outbound ? open.phone?.number.key ?? "" : nil
        note?.call = CallClock(started: now, direction: direction)
        note?.isDirty = true
        focus = .note
        guard direction == .outbound, line == nil else { return [] }
        self.line = nil
        guard let phone = open.phone else {
            notice = .plain(CallSentences.noNumberButClockRuns)
            return []
        }
        return [.dial(phone.number, name: open.name)]
    }

    /// Chooses the next number on file; the next call dials it.
    mutating func turnNumber() -> [Effect] {
        guard account.open?.turnPhone() ?? false, let phone = account.open?.phone else {
            notice = .plain(CallSentences.noOtherNumber)
            return []
        }
        notice = .plain(CallSentences.toDial(phone.contact.name, phone.number.text))
        return []
    }

    /// Where the page is not on screen, the agenda stands above the note, a few lines at a time.
    mutating func turnAgenda() -> [Effect] {
        note?.agendaTurned += 1
        return []
    }

    mutating func beginNote() -> [Effect] {
        guard let open = account.open else { return [] }
        if note == nil { note = newNote(for: open) }
        focus = .note
        return []
    }

    private func newNote(for open: OpenAccount) -> NotePane {
        NotePane(id: desk.newID(), account: open.dossier.asked, name: open.name, seen: open.dossier.seen)
    }

    /// `09:00`, or `Wed 25 Nov 09:00` on another day.
    func whenText(_ at: Instant) -> String {
        let local = local(at)
        return local.day == today ? local.time.text : "\(local.day.short) \(local.time.text)"
    }
}
