/// One replacement in a text, with enough to go either way.
struct Edit: Sendable {
    let start: Int
    let removed: [Letter]
    let inserted: [Letter]
    let cursorBefore: Int
    let cursorAfter: Int

    func range(of letters: [Letter]) -> Range<Int> { start..<(start + letters.count) }
}

/// What has been done to a text, in steps as a person sees them: a word typed is one, not one per letter.
struct EditHistory: Sendable {
    enum Kind: Sendable {
        case typing, deleting, deletingForward
        /// Stands alone, whatever comes before and after.
        case single
    }

    /// Each step's edits, in the order in which they were made.
    private var done: [[Edit]] = []
    private var undone: [[Edit]] = []
    /// What the edits of the last step are, as long as it may grow.
    private var running: Kind?
    private var lastTyped: Character?

    mutating func add(_ edit: Edit, _ kind: Kind, _ text: String) {
        undone = []
        if continues(kind, text) {
            done[done.count - 1].append(edit)
        } else {
            done.append([edit])
        }
        running = kind == .single ? nil : kind
        lastTyped = text.last
    }

    /// The cursor was moved: what is typed next is a step of its own.
    mutating func endRun() {
        running = nil
    }

    /// The edits of the last step, to be reverted in this order; nil if there is none.
    mutating func undo() -> [Edit]? {
        guard let step = done.popLast() else { return nil }
        undone.append(step)
        running = nil
        return step.reversed()
    }

    /// The edits of the step taken back last, to be made again in this order; nil if there is none.
    mutating func redo() -> [Edit]? {
        guard let step = undone.popLast() else { return nil }
        done.append(step)
        running = nil
        return step
    }

    private func continues(_ kind: Kind, _ text: String) -> Bool {
        guard kind == running, !done.isEmpty else { return false }
        guard kind == .typing, let first = text.first, let last = lastTyped else { return true }
        // A new word after a blank, or anything after a line break, is a new step.
        return !last.isNewline && !(last.isWhitespace && !first.isWhitespace)
    }
}
