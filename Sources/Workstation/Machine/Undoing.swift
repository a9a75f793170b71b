import Receivables

/// A record about to be taken back: the undo's id, and what it undoes.
struct Undoing: Sendable {
    let id: String
    let entry: Entry
}
