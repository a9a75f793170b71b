/// Where a recorded message is.
public struct OutboxPlace: Sendable, Hashable {
    /// The file's path in the outbox.
    public let file: String
    /// How many messages wait in the outbox, this one included.
    public let unsent: Int
    /// The mail command that is at work on it; nil where there is none.
    public let program: String?

    /// Creates a place; by default no mail command is at work.
    public init(file: String, unsent: Int, program: String? = nil) {
        self.file = file
        self.unsent = unsent
        self.program = program
    }

    /// `handed to msmtp`, or `in the outbox, not sent yet (3 unsent)`: nothing is called sent before it is.
    var words: String { program.map(MessageSentences.handed(to:)) ?? MessageSentences.inOutbox(unsent: unsent) }
}
