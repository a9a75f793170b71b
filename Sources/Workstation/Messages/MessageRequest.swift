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
