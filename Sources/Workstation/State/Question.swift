import Receivables

/// Something that is asked before it is done.
struct Question: Sendable {
    let title: String
    let lines: [String]
    /// The keys that say yes, as the screen names them.
    static let yesKeys = "Enter y"
    /// What they do, in a word or two.
    let yes: String
    let answer: Answer

    enum Answer: Sendable {
        case quit
        case undo(Entry)
        case discard
        /// A message in the outbox was sent by other means.
        case markSent(UnsentMessage)
        /// Records an act on a customer; `words` are said once it is recorded.
        case record(Act, on: AccountNumber, name: String, words: String, text: String)
    }
}
