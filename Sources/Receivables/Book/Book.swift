/// What a front end needs from a store, in the words of the job (ARCHITECTURE.md §1).
///
/// Synchronous: one call is one transaction, and no read outlives it. Every implementation is held to the same
/// contract tests. Errors are `BookError`.
public protocol Book: AnyObject {
    /// Where the book was opened; what is kept of it elsewhere, such as its outbox, is kept by this name.
    var location: String { get }
    /// What the book says about itself.
    func about() throws -> BookState
    /// The rules in force, and nothing else of the book: every command asks for its zone.
    func rules() throws -> Rules
    /// Ends the use of the book; a rehearsal is taken back.
    func close() throws

    // Facts

    /// Imports an extract: all of it or, on any error, nothing. Ranks every payer for `stamp.day` with it.
    ///
    /// - Parameters:
    ///   - extract: the file and its day.
    ///   - source: its rows.
    ///   - stamp: who imports, and when.
    ///   - moreFollow: other extracts come at once, so that the order waits for them: `putInOrderIfDue` is called
    ///     afterwards.
    ///   - progress: told how many rows are done.
    func importExtract(
        _ extract: Extract, from source: inout some ExtractSource, stamp: Stamp, moreFollow: Bool, progress: Progress
    ) throws -> Receipt

    /// Ranks every payer after a round of extracts, as far as that is due.
    func putInOrderIfDue(progress: Progress) throws

    /// The contents of every file that was imported, by their SHA-256 in hexadecimal.
    func importedHashes() throws -> Set<String>

    /// Says what importing extracts one after the other would do, each on top of those before it, and leaves the book
    /// as it was.
    ///
    /// - Parameters:
    ///   - dryRuns: the extracts in their order; each gets its outcome.
    ///   - progress: told which of them it is about.
    func dryRun<Source: ExtractSource>(
        _ dryRuns: inout [DryRun<Source>], progress: (_ nth: Int, _ done: Int, _ total: Int) throws -> Void) throws

    /// The newest rates on or before a day, as they were given.
    func rates(on day: Day) throws -> [GivenRate]
    /// Takes a rate that somebody typed, as an import would; every payer is ranked by it.
    func setRate(of currency: Currency, _ rate: ExchangeRate, on day: Day, stamp: Stamp) throws

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
    /// Those of the ids that are in the journal: drafts and messages with them were saved, whatever became of the
    /// program.
    func recorded(among ids: [String]) throws -> Set<String>
    /// Messages in the journal whose ids are among some, the oldest first, each with its customer's name.
    func messages(among ids: [String]) throws -> [(entry: Entry, name: String)]
    /// The newest change of the rules that was not taken back; nil where the book has its first rules.
    func lastChangeOfRules() throws -> Entry?

    // Readings

    /// The queue of a moment.
    func queue(_ query: QueueQuery) throws -> QueuePage
    /// The queue of a moment as other rules would make it; nothing is written.
    func queue(_ query: QueueQuery, by rules: Rules) throws -> QueuePage
    /// The queue of a moment in numbers.
    ///
    /// - Parameters:
    ///   - moment: when it is.
    ///   - people: whose accounts; nil for everybody's.
    func overview(at moment: Moment, of people: [String]?) throws -> QueueOverview
    /// Payers whose cadence asks for a message in writing; also those against whom something stands, so that a list can
    /// say what.
    ///
    /// - Parameters:
    ///   - moment: when it is.
    ///   - people: whose accounts; nil for everybody's.
    func remindable(at moment: Moment, of people: [String]?) throws -> [AccountNumber]
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
    /// Up to when money was known on a day; nil before the first extract.
    func cashKnownTo(asOf day: Day) throws -> Day?
    /// Cash from payments files that no item has taken, by account; of all accounts, or of one's payer's family.
    func unapplied(of account: AccountNumber?) throws -> [(account: AccountNumber, cash: [UnappliedCash])]
    /// What others in the house have to do before customers can be asked for money.
    func handOffs(_ query: HandOffQuery) throws -> [HandOffCase]
    /// The ageing of all accounts on a day, in the book's own buckets unless others are given.
    func ageing(on day: Day, in buckets: Buckets?) throws -> AgeingReport
    /// What the book comes to in some periods, as it was known on a day (DOMAIN.md §6).
    func figures(_ query: FiguresQuery) throws -> BookFigures
    /// Accounts whose number or name has all the words, those that begin with them first.
    func find(_ words: String, limit: Int) throws -> [Found]

    /// All that is known of past days, read once for a backtest.
    ///
    /// - Parameter progress: told how many accounts are read.
    func history(progress: Progress) throws -> BookHistory

    // Housekeeping

    /// Ranks every payer for a day.
    func rankAll(for day: Day, progress: Progress) throws

    // Other programs

    /// Moves on when another program has committed since it was last asked, and never for our own commits.
    func changes() throws -> Int64
    /// A descriptor for `poll` that becomes readable when another program may have changed the book, or taken it away.
    /// It may come before `changes` moves on. Who asks reads it empty and closes it.
    ///
    /// - Returns: nil where there is none to give.
    func changeDescriptor() -> Int32?
    /// Whether what is written still reaches the book: it doesn't once the book was moved away or another put in its
    /// place.
    func isInPlace() throws -> Bool
}

extension Book {
    /// Imports an extract that no other follows at once.
    public func importExtract(
        _ extract: Extract, from source: inout some ExtractSource, stamp: Stamp, progress: Progress
    ) throws -> Receipt {
        try importExtract(extract, from: &source, stamp: stamp, moreFollow: false, progress: progress)
    }
}

/// Called now and then during long work with what is done and how much there is (0 where unknown).
/// Throwing from it stops the work and leaves the book as it was.
public typealias Progress = (_ done: Int, _ total: Int) throws -> Void
