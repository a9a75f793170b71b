import Receivables

// Questions, and what their answers do.
extension State {
    /// Does what was asked about.
    mutating func carryOut(_ answer: Question.Answer) -> [Effect] {
        switch answer {
        case .quit: return leave()
        case .undo(let entry): return undo(entry)
        case .discard: return discard()
        case .markSent(let message): return [.outbox(.markSent, message)]
        case .record(let act, let payer, let name, let words, let text):
            return recordAct(act, on: payer, name: name, words: words, text: text)
        }
    }

    /// What stops calls, or hands a customer over, names the customer before it is recorded.
    mutating func ask(
        on open: OpenAccount, toRecord act: Act, _ lines: [String], words: String, text: String = ""
    ) -> [Effect] {
        overlay = Question(
            title: DeskSentences.customer(open.name, open.payer), lines: lines, yes: DeskSentences.record,
            answer: .record(act, on: open.payer, name: open.name, words: words, text: text))
        return []
    }

    mutating func askToQuit() -> [Effect] {
        let (drafts, stopped) = (drafts, importThatStops)
        guard !drafts.isEmpty || !stopped.isEmpty else { return [.quit] }
        let kept = DeskSentences.draftsAreKept(drafts.count)
        overlay = Question(
            title: DeskSentences.askToLeave + kept, lines: stopped + drafts.map(State.words(for:)),
            yes: DeskSentences.leave, answer: .quit)
        return []
    }

    /// What leaving puts an end to.
    private var importThatStops: [String] {
        guard case .importing(let request)? = work?.child else { return [] }
        return [DeskSentences.leavingStopsImport(of: request.fileName)]
    }

    mutating func askToDiscard() -> [Effect] {
        guard let note else { return [] }
        overlay = Question(
            title: DeskSentences.discardNote, lines: [State.words(for: note.draft(at: now))],
            yes: DeskSentences.discard,
            answer: .discard)
        return []
    }

    private mutating func discard() -> [Effect] {
        guard let note else { return [] }
        self.note = nil
        if focus == .note { focus = .account }
        return (note.isWaiting ? [.stopWaiting(id: note.id)] : []) + [.deleteDraft(id: note.id)]
    }

    /// `Northwind Traders: call 00:03:12, "Spoke to Jane"`
    static func words(for draft: Draft) -> String {
        let what =
            draft.callStarted == nil ? DeskSentences.note : DeskSentences.call(lasting: CallClock.text(draft.talked))
        let first = draft.note.split(whereSeparator: \.isNewline).first.map { ", \u{201C}\($0)\u{201D}" } ?? ""
        return "\(draft.name): \(what)\(first)"
    }
}
