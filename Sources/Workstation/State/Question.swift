import Receivables

/// Something that is asked before it is done.
struct Question: Sendable {
    let title: String
    let lines: [String]
    /// What Enter and `y` do, in a word or two.
    let yes: String
    let answer: Answer

    enum Answer: Sendable {
        case quit
        case undo(Entry)
        case discard
    }
}
