import Receivables

// Before hanging up, what was agreed is said back: what was misheard shows at once.
extension State {
    /// Shows what the note's lines agree as sentences; where they are shown, they have been said now.
    mutating func readBack() -> [Effect] {
        guard let agreed = readBackOfNote else {
            note?.isReadingBack = false
            notice = .plain(NoteSentences.nothingToReadBack)
            return []
        }
        guard note?.isReadingBack ?? false else {
            note?.isReadingBack = true
            return []
        }
        note?.isReadingBack = false
        note?.readBack = agreed.text
        note?.track.tick(.agreement)
        note?.isDirty = true
        notice = .good(NoteSentences.readBackWillBeRecorded)
        return []
    }

    /// What was read back counts as long as it is what the note agrees.
    mutating func checkReadBack() {
        guard let said = note?.readBack, let account = note?.account, self.account.open?.has(account) ?? false,
            readBackOfNote?.text != said
        else { return }
        note?.readBack = nil
        note?.track.untick(.agreement)
        notice = .plain(NoteSentences.agreementHasChanged)
    }

    /// What the note's lines agree, in the language of whom the caller speaks to.
    var readBackOfNote: ReadBack? {
        guard let note, account.open != nil else { return nil }
        let context = noteContext
        let appointments = note.facts.compactMap { fact -> LocalTime? in
            if case .callback(let time, _) = fact { time.local } else { nil }
        }
        return ReadBack(
            note.facts.agreed, note.facts.compactMap { $0.followUp(in: context) }, appointments: appointments,
            today: today, in: SpokenForm.named(spokenLanguage))
    }
}
