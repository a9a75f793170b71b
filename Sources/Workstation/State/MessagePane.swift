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

/// What became of a message that was to be sent.
public enum SendEvent: Sendable, Hashable {
    /// Recorded, and in this file.
    case saved(MessageRecord, file: String)
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
