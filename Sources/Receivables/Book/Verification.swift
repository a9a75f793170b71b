/// What `verify` found.
public struct Verification: Sendable, Hashable {
    /// How many entries were checked.
    public var entries: Int64
    /// How many accounts were checked.
    public var accounts: Int
    /// The hash of the newest entry, in hexadecimal, as it was computed from the journal.
    public var head: String
    /// What doesn't fit together, in the order in which it was found.
    public var problems: [Problem]
    /// Whether no problem was found.
    public var isSound: Bool { problems.isEmpty }

    /// One thing in the book that doesn't fit the rest.
    public struct Problem: Sendable, Hashable {
        /// A stable name of the kind of problem, for programs that read the result.
        public var kind: String
        /// Where it is: a table, an entry or an account.
        public var location: String
        /// What is wrong, as a sentence for people.
        public var text: String

        /// Creates a problem.
        public init(kind: String, location: String, text: String) {
            self.kind = kind
            self.location = location
            self.text = text
        }
    }

    /// Creates the result of a check.
    public init(entries: Int64, accounts: Int, head: String, problems: [Problem]) {
        self.entries = entries
        self.accounts = accounts
        self.head = head
        self.problems = problems
    }
}
