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
        /// What can be wrong. The raw values are stable names, for programs that read the result.
        public enum Kind: String, Sendable {
            /// Others than the owner may read the file.
            case permissions
            /// The file itself: its pages, tables and indexes.
            case damage
            /// Rows of facts are not those that were written.
            case facts
            /// What is open of an item is not what its settlements leave.
            case amounts
            /// The chain of entries breaks.
            case journal
            /// The rules are not those that the journal leads to.
            case rules
            /// What follows from journal and facts is not what they come to.
            case projections
            /// A payer does not stand where its facts put it.
            case coverage

            /// Whether it only follows from journal and facts, so that it can be made again from them.
            public var follows: Bool {
                switch self {
                case .rules, .projections, .coverage: true
                case .permissions, .damage, .facts, .amounts, .journal: false
                }
            }
        }

        /// What doesn't fit.
        public var kind: Kind
        /// Where it is: a table, an entry or an account.
        public var location: String
        /// What is wrong, as a sentence for people.
        public var text: String

        /// Creates a problem.
        public init(kind: Kind, location: String, text: String) {
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
