/// What a front end needs from a store, in the words of the job (ARCHITECTURE.md §1).
///
/// Synchronous: one call is one transaction, and no read outlives it. Every implementation is held to the same
/// contract tests. Errors are `BookError`.
public protocol Book: AnyObject {
    /// What the book says about itself.
    func about() throws -> BookState

    // Facts

    /// Takes an extract in: all of it or, on any error, nothing. Ranks every payer for `stamp.day` with it.
    func importExtract(_ extract: Extract, from source: inout some ExtractSource, stamp: Stamp, progress: Progress)
        throws -> Receipt

    /// Says what taking extracts one after the other would do, each upon what those before it did, and leaves the book
    /// as it was.
    ///
    /// - Parameter progress: told which of them it is about.
    func dryRun<Source: ExtractSource>(
        _ dryRuns: inout [DryRun<Source>], progress: (_ nth: Int, _ done: Int, _ total: Int) throws -> Void) throws

    // The journal

    /// Writes entries in one transaction and ranks their payers.
    ///
    /// An entry whose id is in the journal already was saved before, and counts as saved.
    /// - Parameter seen: the newest entry of the payer that the author has seen, or nil not to ask.
    func record(_ entries: [NewEntry], seen: Int64?) throws -> RecordOutcome

    /// Entries that match, newest first.
    func journal(_ query: JournalQuery) throws -> [Entry]

    // Readings

    /// The queue of a moment.
    func queue(_ query: QueueQuery) throws -> QueuePage
    /// The queue of a moment in numbers.
    ///
    /// - Parameter people: whose accounts; nil for everybody's.
    func overview(at moment: Moment, of people: [String]?) throws -> QueueOverview
    /// Everything about the payer of an account, or of the account's number itself.
    func dossier(of account: AccountNumber, asOf moment: Moment) throws -> Dossier
    /// What was recorded by who covers on the accounts of the covered, newest first.
    func covered(_ covering: Covering) throws -> [Covered]
    /// What was agreed with payers and is watched, in the order of their ids.
    func watched(_ query: WatchedQuery) throws -> [Watched]
    /// How many payers somebody has planned something with, by day; days without are left out. What has no owner is
    /// everybody's.
    func planned(for owner: String, from first: Day, through last: Day) throws -> [Day: Int]
    /// Root causes named up to a day, the most frequent first.
    func causes(upTo day: Day) throws -> [CauseCount]
    /// What others in the house have to do before customers can be asked for money.
    func handOffs(_ query: HandOffQuery) throws -> [HandOffCase]
    func ageing(on day: Day, in buckets: Buckets?) throws -> AgeingReport
    /// Accounts whose number or name has all the words, those that begin with them first.
    func find(_ words: String, limit: Int) throws -> [Found]

    /// All that is known of past days, read once for a backtest.
    ///
    /// - Parameter progress: told how many accounts are read.
    func history(progress: Progress) throws -> BookHistory

    // Housekeeping

    /// Ranks every payer for a day.
    func rankAll(for day: Day, progress: Progress) throws
    /// Asks the book whether all it holds fits together.
    func verify(progress: Progress) throws -> Verification
}

/// Who writes, and when.
public struct Stamp: Sendable, Hashable {
    public var id: String
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day
    public var author: String

    public init(id: String, at: Instant, day: Day, author: String) {
        self.id = id
        self.at = at
        self.day = day
        self.author = author
    }
}

/// When it is, for a reading.
public struct Moment: Sendable, Hashable {
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day

    public init(at: Instant, day: Day) {
        self.at = at
        self.day = day
    }
}

/// Called now and then during long work with what is done and how much there is (0 where unknown).
/// Throwing from it stops the work and leaves the book as it was.
public typealias Progress = (_ done: Int, _ total: Int) throws -> Void

public struct BookState: Sendable, Hashable {
    public var id: String
    public var rules: Rules
    public var accounts: Int
    public var entries: Int64
    /// The day for which the stored order of the queue holds.
    public var rankedDay: Day?
    /// Whether something was written since that concerns everybody, and by which the order is being worked out.
    public var isOrderDue: Bool
    /// The day before the newest full extract or payments file: what came later isn't known yet.
    public var cashKnownTo: Day?
    /// The hash of the newest entry, in hexadecimal.
    public var head: String
    /// Whose accounts they are, by the ERP.
    public var collectors: [String]
    /// Who covers whom, also those that are over.
    public var covers: [Covering]

    public init(
        id: String, rules: Rules, accounts: Int, entries: Int64, rankedDay: Day?, isOrderDue: Bool = false,
        cashKnownTo: Day?, head: String,
        collectors: [String] = [], covers: [Covering] = []
    ) {
        self.id = id
        self.rules = rules
        self.accounts = accounts
        self.entries = entries
        self.rankedDay = rankedDay
        self.isOrderDue = isOrderDue
        self.cashKnownTo = cashKnownTo
        self.head = head
        self.collectors = collectors
        self.covers = covers
    }
}

public enum RecordOutcome: Sendable, Hashable {
    /// In the journal, by the place of the last entry.
    case saved(Int64)
    /// Somebody else has been there since: their entries, oldest first. Nothing was written.
    case stale([Entry])
}

public struct JournalQuery: Sendable, Hashable {
    public var payer: AccountNumber?
    public var kind: String?
    public var author: String?
    public var from: Day?
    public var to: Day?
    /// Only entries before this place, for paging.
    public var before: Int64?
    public var limit: Int?
    /// Only entries that hold a remark of a kind.
    public var remark: Remark?

    public enum Remark: String, Sendable, CaseIterable {
        case cause, contact, feedback

        /// What the body of such an entry has in it; words of people can't hold it, their quotation marks being
        /// escaped.
        public var mark: String {
            switch self {
            case .cause: "\"causes\":["
            case .contact: "\"contacts\":["
            case .feedback: "\"feedback\":["
            }
        }
    }

    public init(payer: AccountNumber? = nil, limit: Int? = nil) {
        self.payer = payer
        self.limit = limit
    }
}

public struct Found: Sendable, Hashable {
    public var account: AccountNumber
    public var payer: AccountNumber
    public var name: String
    /// What matched, where it was not the name: an invoice number, a contact, a telephone number.
    public var matched: String
    /// What is open on the account, by currency, credits taken off; empty where nothing is.
    public var open: [Money]
    /// The customer's IANA time zone; empty where it isn't known.
    public var zone: String
    /// When somebody there was last spoken to.
    public var lastContact: Day?

    public init(
        account: AccountNumber, payer: AccountNumber, name: String, matched: String, open: [Money] = [],
        zone: String = "",
        lastContact: Day? = nil
    ) {
        self.account = account
        self.payer = payer
        self.name = name
        self.matched = matched
        self.open = open
        self.zone = zone
        self.lastContact = lastContact
    }
}

/// What `verify` found.
public struct Verification: Sendable, Hashable {
    public var entries: Int64
    public var accounts: Int
    public var head: String
    public var problems: [Problem]
    public var isSound: Bool { problems.isEmpty }

    public struct Problem: Sendable, Hashable {
        public var kind: String
        public var location: String
        public var text: String

        public init(kind: String, location: String, text: String) {
            self.kind = kind
            self.location = location
            self.text = text
        }
    }

    public init(entries: Int64, accounts: Int, head: String, problems: [Problem]) {
        self.entries = entries
        self.accounts = accounts
        self.head = head
        self.problems = problems
    }
}
