import Receivables

/// A recorded message that no mail command has taken yet.
public struct UnsentMessage: Sendable, Hashable {
    /// Its record in the journal; the id is the file's name as well.
    public let entry: Entry
    /// The customer's.
    public let name: String
    public let file: String
    /// It was handed to the mail command, and nobody knows what came of it: a stop came between.
    public let isHanded: Bool

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

/// The outbox: what was recorded and has not been sent.
struct OutboxList: Sendable {
    /// Nil until the folder was read. The oldest comes first.
    var rows: [UnsentMessage]?
    var cursor = ListCursor()
    /// The message that is being read, as lines, in place of the list.
    var letter: [String]?
    var scroll = Scroll()

    var selected: UnsentMessage? {
        guard let rows, rows.indices.contains(cursor.index) else { return nil }
        return rows[cursor.index]
    }
}
