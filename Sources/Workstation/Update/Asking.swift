import Receivables
import Terminal

// Questions, and what their answers do.
extension State {
    mutating func press(_ key: Key, on question: Question) -> [Effect]? {
        switch key {
        case .character("n"), .character("q"), .escape:
            overlay = nil
            return []
        case .character("y"), .enter:
            overlay = nil
            switch question.answer {
            case .quit: return leave()
            case .undo(let entry): return undo(entry)
            case .discard: return discard()
            }
        default: return nil
        }
    }

    mutating func askToQuit() -> [Effect] {
        let drafts = drafts
        guard !drafts.isEmpty else { return [.quit] }
        overlay = .question(
            Question(
                title: drafts.count == 1 ? "Leave? A draft is kept" : "Leave? \(drafts.count) drafts are kept",
                lines: drafts.map(State.words(for:)), yes: "leave", answer: .quit))
        return []
    }

    mutating func askToDiscard() -> [Effect] {
        guard let note else { return [] }
        overlay = .question(
            Question(
                title: "Throw this note away?", lines: [State.words(for: note.draft(at: now))], yes: "throw away",
                answer: .discard))
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
        let what = draft.callStarted == nil ? "note" : "call \(CallClock.text(draft.talked))"
        let first = draft.note.split(whereSeparator: \.isNewline).first.map { ", \u{201C}\($0)\u{201D}" } ?? ""
        return "\(draft.name): \(what)\(first)"
    }
}
