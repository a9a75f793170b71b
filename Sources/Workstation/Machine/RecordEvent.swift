import Receivables

/// What became of a record.
public enum RecordEvent: Sendable, Hashable {
    /// Committed, by the entry's place in the journal.
    case saved(Int64)
    /// Others have written on this payer since: their entries, oldest first. Nothing was written.
    case stale([Entry])
    /// Another program holds the book. The loop goes on trying until it can say otherwise, or is told to stop.
    case busy
    /// The file that was opened is no longer the book. The loop goes on trying, as with `busy`: it may be put back.
    case replaced
    case failed(String)
}

extension RecordEvent {
    /// Whether the record still waits for the book, and will say later what became of it.
    var waits: Bool { self == .busy || self == .replaced }

    /// What the footer says of a record that no note waits for; nil if there is nothing to say yet.
    var notice: Notice? {
        switch self {
        case .busy: .plain(DeskSentences.waitingForBook)
        case .replaced: .alert(DeskSentences.notSaved(DeskSentences.bookWasReplaced))
        case .failed(let why): .alert(why)
        case .saved, .stale: nil
        }
    }
}
