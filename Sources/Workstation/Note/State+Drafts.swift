import Receivables
import Terminal

extension NotePane {
    /// What is kept on disk of it.
    func draft(at now: Instant, parked: Bool = false) -> Draft {
        var draft = Draft(
            id: id, account: account, name: name, note: text, cursor: editor.cursor, callStarted: call?.started,
            talked: call?.seconds(at: now) ?? 0, direction: call?.direction ?? .outbound, result: chosen, broke: broke,
            isParked: parked, seen: seen)
        draft.isContinued = isContinued ? true : nil
        draft.readBack = readBack
        draft.track = track.record
        draft.dialled = dialled
        draft.isReceived = isReceived ? true : nil
        return draft
    }

    /// The result chosen so far, also where the wrap-up has been left again.
    private var chosen: CallResult? {
        switch stage {
        case .writing(let left): left?.chosen
        case .wrappingUp(let wrapUp): wrapUp.chosen
        }
    }

    /// Takes a draft up again. The clock of its call stands still until somebody speaks again.
    init(_ draft: Draft, in context: NoteContext) {
        let clock = draft.callStarted.map {
            CallClock(parked: $0, direction: draft.direction, talked: draft.talked)
        }
        self.init(id: draft.id, account: draft.account, name: draft.name, seen: draft.seen, call: clock)
        broke = draft.broke
        isContinued = draft.isContinued ?? false
        readBack = draft.readBack
        track = TrackProgress(draft.track)
        dialled = draft.dialled
        isReceived = draft.isReceived ?? false
        _ = edit(in: context) { editor in
            editor.insert(draft.note)
            editor.moveCursor(to: draft.cursor)
            return true
        }
        saving = .saved
        isDirty = false
        if draft.result != nil {
            stage = .writing(left: WrapUp(choice: draft.result, in: context, facts: facts))
        }
    }
}

extension State {
    /// Puts the note on screen aside; an empty one without a call is forgotten.
    mutating func parkNote() -> [Effect] {
        guard var note else { return [] }
        self.note = nil
        var effects: [Effect] = note.isWaiting ? [.stopWaiting(id: note.id)] : []
        guard note.isWorthKeeping else {
            return effects + (note.saving == .nothing ? [] : [.deleteDraft(id: note.id)])
        }
        note.call?.stop(at: now)
        let draft = note.draft(at: now, parked: true)
        parked.append(draft)
        effects.append(.saveDraft(draft))
        return effects
    }

    /// Takes a parked draft up again, on the account that is open.
    mutating func resume(_ id: String) -> [Effect] {
        guard let place = parked.firstIndex(where: { $0.id == id }) else { return [] }
        let resumed = NotePane(parked.remove(at: place), in: noteContext)
        note = resumed
        return [.saveDraft(resumed.draft(at: now))]
    }

    /// The parked draft that belongs to the account on screen, the newest where there are several.
    var draftOfOpenAccount: Draft? {
        guard let open = account.open else { return nil }
        return parked.last { open.has($0.account) }
    }
}
