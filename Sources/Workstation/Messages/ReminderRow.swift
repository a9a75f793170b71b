import Receivables

/// Somebody in the batch of reminders.
public struct ReminderRow: Sendable, Hashable {
    /// The payer's own account number.
    public let payer: AccountNumber
    /// The payer's display name.
    public let name: String
    /// Empty for who is left out.
    public let to: String
    /// What is asked for, per currency.
    public let amounts: [Money]
    /// What would be sent: `reminder`, `statement`.
    public let kind: MessageKind
    /// Why nothing is sent.
    public let leftOut: String?

    /// Creates a row of the batch; with `leftOut` nothing is sent.
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
