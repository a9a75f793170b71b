/// What is said in a place of a talk track, and where it comes from.
public struct TalkFact: Sendable, Hashable {
    /// As it is said, in the customer's language.
    public let text: String
    /// What shows it when somebody wants to see.
    public let source: Source

    /// Where a fact stands on the screen.
    public enum Source: Sendable, Hashable {
        /// Whom they speak to, and the customer: the top of the account's page.
        case customer
        /// An open item, by its number.
        case item(String)
        /// All that is overdue: the list of items.
        case items
        /// A promise, a dispute or a plan: the open matters of the page.
        case matters
        /// An entry of the history, by its number.
        case entry(Int64)
        /// How they pay.
        case habit
        /// The caller's own settings, or the desk's calendar.
        case desk
    }

    /// Creates a fact from its words and its source.
    public init(_ text: String, from source: Source) {
        self.text = text
        self.source = source
    }
}

/// Who calls, as it is said aloud.
public struct TalkCaller: Sendable, Hashable {
    /// The caller's name.
    public var name: String
    /// The company that calls; empty where it isn't known.
    public var company: String
    /// The number to call back; empty where it isn't known.
    public var number: String

    /// Creates a caller; what isn't known is not said.
    public init(name: String, company: String = "", number: String = "") {
        self.name = name
        self.company = company
        self.number = number
    }
}
