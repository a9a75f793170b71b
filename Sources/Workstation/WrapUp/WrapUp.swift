import Receivables
import Terminal

/// The end of a call or note: the result, what happens next, and how far the record has come.
struct WrapUp: Sendable {
    /// Nil until chosen, and for a note without a call.
    private(set) var choice: CallResult?
    /// Whether somebody gave the result by key; else it is what the note's lines propose, and follows them.
    private var isChosen: Bool
    var field = Field.result
    /// What the result needs, as a note line without its name.
    private(set) var need = LineEditor()
    private(set) var when = LineEditor()
    private(set) var why = LineEditor()
    /// Whom they spoke to.
    private(set) var with = LineEditor()
    /// Once somebody has typed in a field it no longer follows the proposal.
    private(set) var isEdited = false
    var phase = Phase.choosing(problem: nil)

    enum Field: Int, Sendable, CaseIterable { case result, need, when, why, with }

    enum Phase: Sendable {
        /// What stood in the way of recording, if it was tried.
        case choosing(problem: String?)
        /// On its way into the book, or waiting for what stands in its way to end.
        case waiting(NewEntry, until: Obstacle?)
        /// Others have written since; Enter records it all the same.
        case stale(NewEntry, newer: [Entry])
    }

    enum Obstacle: Sendable {
        /// Another program writes.
        case busy
        /// The file that was opened is no longer the book.
        case replaced
    }

    /// - Parameter choice: as chosen before; nil lets the note's lines propose one.
    init(choice: CallResult?, in context: NoteContext, facts: [NoteFact]) {
        self.choice = choice
        isChosen = choice != nil
        look(at: facts, in: context)
    }

    /// Looks at a note that may have changed: its lines propose a result where none was chosen; what somebody
    /// typed stays.
    mutating func look(at facts: [NoteFact], in context: NoteContext) {
        if !isChosen { choice = facts.result }
        propose(in: context, facts: facts)
    }

    /// What a draft keeps: the result by key, not the one that the lines propose.
    var chosen: CallResult? { isChosen ? choice : nil }

    /// The contact that was dialled is whom they spoke to, until another name is typed.
    mutating func offer(contact: String) {
        if with.isEmpty { with = LineEditor(contact) }
    }

    mutating func choose(_ result: CallResult, in context: NoteContext, facts: [NoteFact]) {
        choice = result
        isChosen = true
        phase = .choosing(problem: nil)
        propose(in: context, facts: facts)
    }

    /// Fills the fields from the result, unless somebody has typed there. What the note's lines agree is the
    /// next action already.
    private mutating func propose(in context: NoteContext, facts: [NoteFact]) {
        guard !isEdited else { return }
        let step = hasNextAction(facts, in: context) ? nil : choice.flatMap { context.proposal(after: $0) }
        when = LineEditor(step?.when ?? "")
        why = LineEditor(step?.why ?? "")
    }

    /// Types into the field that has the keyboard. False for keys that mean nothing there.
    mutating func type(_ change: (inout LineEditor) -> Bool) -> Bool {
        let before = (when, why)
        let isHandled: Bool
        switch field {
        case .result: return false
        case .when: isHandled = change(&when)
        case .why: isHandled = change(&why)
        case .with:
            phase = .choosing(problem: nil)
            return change(&with)
        case .need:
            phase = .choosing(problem: nil)
            return change(&need)
        }
        if before != (when, why) {
            isEdited = true
            phase = .choosing(problem: nil)
        }
        return isHandled
    }

    var hints: [OverlayHint] {
        switch phase {
        case .waiting: [OverlayHint("Esc", HintSentences.stopsWaiting)]
        case .stale: [OverlayHint("Enter", HintSentences.recordsAnyway), OverlayHint("Esc", HintSentences.backToNote)]
        case .choosing:
            [
                OverlayHint("Enter", HintSentences.records), OverlayHint("Tab", HintSentences.fields),
                OverlayHint("Esc", HintSentences.backToNote),
            ]
        }
    }
}
