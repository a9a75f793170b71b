import Receivables

/// A message that is asked for: the words are made outside, for templates are files.
public struct MessageRequest: Sendable, Hashable {
    /// Of the entry that it becomes, and of its file.
    public let id: String
    /// The account that the message is about.
    public let account: AccountNumber
    /// The customer's display name.
    public let name: String
    /// What kind of message it is.
    public var kind: MessageKind
    /// Only these, where there are some.
    public let items: [ItemKey]
    /// The body as the caller changed it, line by line; nil for the template's words.
    public var words: [String]?

    /// Creates a request, by default about all items that the kind of message covers.
    public init(id: String, account: AccountNumber, name: String, kind: MessageKind, items: [ItemKey] = []) {
        self.id = id
        self.account = account
        self.name = name
        self.kind = kind
        self.items = items
    }
}
