import Receivables

/// What became of a message that was to be sent.
public enum SendEvent: Sendable, Hashable {
    /// Recorded, and in the outbox.
    case saved(MessageRecord, OutboxPlace)
    /// It would say something else by now: nothing was sent.
    case changed(MessageDraft)
    /// It is not to be sent any more, and why.
    case leftOut(String)
    case failed(String)
}
