/// What a front end needs from a store, in the words of the job (ARCHITECTURE.md §1).
///
/// Synchronous: one call is one transaction, and no read outlives it. Every implementation is held to the same
/// contract tests. Errors are `BookError`.
public protocol Book: AnyObject {
    /// What the book says about itself.
    func about() throws -> BookState

    // Facts

    /// Imports an extract: all of it or, on any error, nothing. Ranks every payer for `stamp.day` with it.
    func importExtract(_ extract: Extract, from source: inout some ExtractSource, stamp: Stamp, progress: Progress)
        throws -> Receipt

    /// Says what importing extracts one after the other would do, each on top of those before it, and leaves the book
    /// as it was.
    ///
    /// - Parameters:
    ///   - dryRuns: the extracts in their order; each gets its outcome.
    ///   - progress: told which of them it is about.
    func dryRun<Source: ExtractSource>(
        _ dryRuns: inout [DryRun<Source>], progress: (_ nth: Int, _ done: Int, _ total: Int) throws -> Void) throws

    // The journal

    /// Writes entries in one transaction and ranks their payers.
    ///
    /// An entry whose id is in the journal already was saved before, and counts as saved.
    ///
    /// - Parameters:
    ///   - entries: all of one transaction: either every one is written or none.
    ///   - seen: the newest entry of the payer that the author has seen, or nil not to ask.
    func record(_ entries: [NewEntry], seen: Int64?) throws -> RecordOutcome

    /// Entries that match, newest first.
    func journal(_ query: JournalQuery) throws -> [Entry]

    // Readings

    /// The queue of a moment.
    func queue(_ query: QueueQuery) throws -> QueuePage
    /// The queue of a moment in numbers.
    ///
    /// - Parameters:
    ///   - moment: when it is.
    ///   - people: whose accounts; nil for everybody's.
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
    /// All money that settled items of a payer up to a day, newest first; a dossier has the last of it.
    func receipts(of number: AccountNumber, upTo day: Day) throws -> [Dossier.Received]
    /// What others in the house have to do before customers can be asked for money.
    func handOffs(_ query: HandOffQuery) throws -> [HandOffCase]
    /// The ageing of all accounts on a day, in the book's own buckets unless others are given.
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
    /// Checks that everything in the book fits together.
    func verify(progress: Progress) throws -> Verification
}

/// Who writes, and when.
public struct Stamp: Sendable, Hashable {
    /// The identifier of the import, unique in the book; writing the same one twice writes once.
    public var id: String
    /// The moment of writing, in UTC.
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day
    /// The user name of the person who writes.
    public var author: String

    /// Creates a stamp; `day` must be the date of `at` in the book's zone.
    public init(id: String, at: Instant, day: Day, author: String) {
        self.id = id
        self.at = at
        self.day = day
        self.author = author
    }
}

/// When it is, for a reading.
public struct Moment: Sendable, Hashable {
    /// The moment in UTC, by which appointments and contact hours are judged.
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day

    /// Creates a moment; `day` must be the date of `at` in the book's zone.
    public init(at: Instant, day: Day) {
        self.at = at
        self.day = day
    }
}

/// Called now and then during long work with what is done and how much there is (0 where unknown).
/// Throwing from it stops the work and leaves the book as it was.
public typealias Progress = (_ done: Int, _ total: Int) throws -> Void

/// What a book says about itself: its size, its rules and how current it is.
public struct BookState: Sendable, Hashable {
    /// The identifier that the book was given when it was created; backups keep it.
    public var id: String
    /// The rules in force, as the newest entry of the journal states them.
    public var rules: Rules
    /// How many accounts the book holds.
    public var accounts: Int
    /// How many entries the journal holds.
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

    /// Creates the state as a store read it.
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

/// What became of an attempt to write entries.
public enum RecordOutcome: Sendable, Hashable {
    /// In the journal, by the place of the last entry.
    case saved(Int64)
    /// Somebody else has been there since: their entries, oldest first. Nothing was written.
    case stale([Entry])
}

/// Which entries of the journal are wanted; nil means that a field doesn't restrict.
public struct JournalQuery: Sendable, Hashable {
    /// Only entries about this payer.
    public var payer: AccountNumber?
    /// Only entries of this kind, by its stored name such as `call`.
    public var kind: String?
    /// Only entries of this author, by user name.
    public var author: String?
    /// Only entries made on or after this day.
    public var from: Day?
    /// Only entries made on or before this day.
    public var to: Day?
    /// Only entries before this place, for paging.
    public var before: Int64?
    /// At most this many entries.
    public var limit: Int?
    /// Only entries that hold a remark of a kind.
    public var remark: Remark?

    /// A kind of remark that an entry may hold.
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

    /// Creates a query for a payer's entries, or for all entries; the other fields are set afterwards.
    public init(payer: AccountNumber? = nil, limit: Int? = nil) {
        self.payer = payer
        self.limit = limit
    }
}

/// An account that a search found.
public struct Found: Sendable, Hashable {
    /// The account that matched.
    public var account: AccountNumber
    /// The payer of the account, whose page is opened.
    public var payer: AccountNumber
    /// The account's display name.
    public var name: String
    /// What matched, where it was not the name: an invoice number, a contact, a telephone number.
    public var matched: String
    /// What is open on the account, by currency, credits taken off; empty where nothing is.
    public var open: [Money]
    /// The customer's IANA time zone; empty where it isn't known.
    public var zone: String
    /// When somebody there was last spoken to.
    public var lastContact: Day?

    /// Creates a search result; by default nothing is open and the zone is unknown.
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
