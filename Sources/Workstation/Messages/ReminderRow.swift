import Receivables

/// Somebody in the batch of reminders.
public struct ReminderRow: Sendable, Hashable {
    public let payer: AccountNumber
    public let name: String
    /// Empty for who is left out.
    public let to: String
    public let amounts: [Money]
    /// What would be sent: `reminder`, `statement`.
    public let kind: MessageKind
    /// Why nothing is sent.
    public let leftOut: String?

    public init(
        payer: AccountNumber, name: String, to: String = "", amounts: [Money] = [], kind: MessageKind = .reminder,
        leftOut: String? = nil
    ) {
        self.payer = payer
        self.name = name
        self.to = to
        self.amounts = amounts
        self.kind = kind
        self.leftOut = leftOut
    }
}
