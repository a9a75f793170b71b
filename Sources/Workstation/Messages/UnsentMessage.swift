import Receivables

/// A recorded message that no mail command has taken yet.
public struct UnsentMessage: Sendable, Hashable {
    /// Its record in the journal; the id is the file's name as well.
    public let entry: Entry
    /// The customer's.
    public let name: String
    /// The file's path in the outbox.
    public let file: String
    /// It was handed to the mail command, and no one knows what came of it: a stop came between.
    public let isHanded: Bool

    /// Creates an unsent message.
    public init(entry: Entry, name: String, file: String, isHanded: Bool = false) {
        self.entry = entry
        self.name = name
        self.file = file
        self.isHanded = isHanded
    }
}

/// What can be done with a message in the outbox.
public enum OutboxAct: Sendable, Hashable {
    /// The mail command is run for it again.
    case send
    /// It was sent by other means.
    case markSent
}
