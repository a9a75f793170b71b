/// What a supervisor or a colleague says of a call; the words are the entry's text.
public struct ReviewRecord: Sendable, Hashable, Codable {
    /// The call, by its place in the journal.
    public var entry: Int64
    /// Who made the call, by user name.
    public var author: String

    /// Creates a comment on a call.
    public init(entry: Int64, author: String) {
        self.entry = entry
        self.author = author
    }
}
