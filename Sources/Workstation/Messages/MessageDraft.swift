import Receivables

/// A message with its words, as it would be sent.
public struct MessageDraft: Sendable, Hashable {
    /// What the journal will say of the message.
    public let record: MessageRecord
    /// The subject, in the message's language.
    public let subject: String
    /// The body, one line each.
    public let lines: [String]
    /// The newest entry of the payer that it knows of.
    public let seen: Int64

    /// Creates a message with its words.
    public init(record: MessageRecord, subject: String, lines: [String], seen: Int64) {
        self.record = record
        self.subject = subject
        self.lines = lines
        self.seen = seen
    }
}

/// The answer to a request.
public enum MessageAnswer: Sendable, Hashable {
    case draft(MessageDraft)
    /// Why there is none.
    case problem(String)
}
