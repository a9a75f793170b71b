import Receivables

/// A message that is asked for: the words are made outside, for templates are files.
public struct MessageRequest: Sendable, Hashable {
    /// Of the entry that it becomes, and of its file.
    public let id: String
    public let account: AccountNumber
    public let name: String
    public var kind: MessageKind
    /// Only these, where there are some.
    public let items: [ItemKey]

    public init(id: String, account: AccountNumber, name: String, kind: MessageKind, items: [ItemKey] = []) {
        self.id = id
        self.account = account
        self.name = name
        self.kind = kind
        self.items = items
    }
}

/// A message with its words, as it would be sent.
public struct MessageDraft: Sendable, Hashable {
    public let record: MessageRecord
    public let subject: String
    public let lines: [String]
    /// The newest entry of the payer that it knows of.
    public let seen: Int64

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

/// Where a recorded message is.
public struct OutboxPlace: Sendable, Hashable {
    public let file: String
    /// How many messages wait in the outbox, this one included.
    public let unsent: Int
    /// The mail command that is at work on it; nil where there is none.
    public let program: String?

    public init(file: String, unsent: Int, program: String? = nil) {
        self.file = file
        self.unsent = unsent
        self.program = program
    }

    /// `handed to msmtp`, or `in the outbox, not sent yet (3 unsent)`: nothing is called sent before it is.
    var words: String { program.map { "handed to \($0)" } ?? "in the outbox, not sent yet (\(unsent) unsent)" }
}

/// What became of a message in the outbox.
public enum MailEvent: Sendable, Hashable {
    /// The mail command took it.
    case sent(to: String)
    case marked(to: String)
    case failed(String)
}

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

/// A message as it would be sent, to be read, turned into one of another kind, and sent with one key.
struct MessagePane: Sendable {
    var request: MessageRequest
    var phase = Phase.reading
    var scroll = Scroll()
    /// What the book has changed under it.
    var isChanged = false

    enum Phase: Sendable, Hashable {
        case reading
        case showing(MessageDraft)
        case none(String)
        case sending(MessageDraft)
    }

    init(_ request: MessageRequest) { self.request = request }

    var draft: MessageDraft? {
        switch phase {
        case .showing(let draft), .sending(let draft): draft
        case .reading, .none: nil
        }
    }

    /// The kind so many steps on from this one.
    func kind(by step: Int) -> MessageKind {
        let all = MessageKind.allCases
        let place = all.firstIndex(of: request.kind) ?? 0
        return all[(place + step + all.count) % all.count]
    }
}
