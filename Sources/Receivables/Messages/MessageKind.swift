/// What a message to a customer is about (ARCHITECTURE.md §6, `duly draft`).
public enum MessageKind: String, Sendable, Codable, CaseIterable {
    /// Asks for what is overdue and neither disputed nor promised; where nothing is, asks after what falls due soon.
    case reminder
    /// All that is open, due or not.
    case statement
    /// Says back what was promised.
    case promiseConfirmation = "promise-confirmation"
    /// The instalments of a plan.
    case plan
    /// That a dispute is with who answers it, or has been answered.
    case dispute
    /// Copies that were asked for.
    case documents

    /// As people read it: `promise confirmation`.
    public var title: String { rawValue.replacing("-", with: " ") }
}

extension String {
    /// The standard library alone has no way to replace text by text.
    fileprivate func replacing(_ old: Character, with new: Character) -> String { String(map { $0 == old ? new : $0 }) }
}

/// How plainly a reminder speaks: it rises with the cadence (DOMAIN.md §5).
public enum MessageTone: String, Sendable, Codable, CaseIterable {
    /// Nothing is overdue: it asks whether the invoices have arrived, and demands nothing.
    case beforeDue = "before due"
    case friendly, firm
    /// A formal notice.
    case formal
}

/// How a message reaches the customer.
public enum MessageChannel: String, Sendable, Codable {
    case email = "e-mail"
}
