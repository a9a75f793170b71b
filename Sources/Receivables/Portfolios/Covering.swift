/// Somebody works for a colleague up to a day, that one included (DOMAIN.md §5, "Portfolio and cover"). It ends by
/// itself; whatever is recorded meanwhile keeps its author.
public struct Covering: Hashable, Sendable {
    /// Who covers.
    public var by: String
    /// Whose accounts they cover.
    public var colleague: String
    /// The first day of the cover.
    public var from: Day
    /// The last day of the cover, included.
    public var until: Day

    /// Creates a cover as the journal holds it; with `until` before `from` it holds on no day.
    public init(by: String, colleague: String, from: Day, until: Day) {
        self.by = by
        self.colleague = colleague
        self.from = from
        self.until = until
    }

    /// Whether the cover is in force on a day; both ends count.
    public func holds(on day: Day) -> Bool { from <= day && day <= until }
}

/// As it is agreed; an end before the day on which it is recorded takes it back.
public struct PlannedCover: Hashable, Sendable, Codable {
    /// Whose accounts the author of the entry covers.
    public var colleague: String
    /// The last day of the cover, included.
    public var until: Day

    /// Creates a cover as a caller agrees it.
    public init(_ colleague: String, until: Day) {
        self.colleague = colleague
        self.until = until
    }

    /// `covers ana until Fri 4 Dec`
    public var words: String { "covers \(colleague) until \(until.short)" }
}

/// An entry that was made on somebody's account while another covered, with the customer's name.
public struct Covered: Hashable, Sendable {
    /// The entry that the covering colleague made.
    public var entry: Entry
    /// The display name of the customer that it concerns.
    public var name: String

    /// Creates a pair of entry and customer name.
    public init(entry: Entry, name: String) {
        self.entry = entry
        self.name = name
    }
}

/// People are the same however their names are spelt: the ERP's `ANA` is the desk's `ana`.
public func isSamePerson(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
    one.lowercased() == other.lowercased()
}

extension BookState {
    /// Whom somebody covers on a day.
    public func covered(by author: String, on day: Day) -> [String] {
        covers.filter { isSamePerson($0.by, author) && $0.holds(on: day) }.map(\.colleague)
    }

    /// Whether accounts belong to somebody.
    public func hasPortfolio(_ person: String) -> Bool { collectors.contains { isSamePerson($0, person) } }

    /// For whom appointments ring at somebody's desk: themselves and whom they cover; nil for everybody, where no one's
    /// accounts are theirs.
    public func people(of author: String, on day: Day) -> [String]? {
        let covered = covered(by: author, on: day)
        return hasPortfolio(author) || !covered.isEmpty ? [author] + covered : nil
    }
}

extension Book {
    /// The queue of a moment in numbers, of everybody's accounts.
    public func overview(at moment: Moment) throws -> QueueOverview { try overview(at: moment, of: nil) }

    /// What colleagues did on somebody's accounts while they covered, the newest first.
    ///
    /// - Parameters:
    ///   - person: whose accounts were covered.
    ///   - newerThanOwn: leave out what they have worked after themselves, back at their desk.
    public func returns(to person: String, newerThanOwn: Bool) throws -> [Covered] {
        let covers = try about().covers.filter { isSamePerson($0.colleague, person) && !isSamePerson($0.by, person) }
        let done = try covers.flatMap { try covered($0) }.sorted { $0.entry.seq > $1.entry.seq }
        guard newerThanOwn, let newest = done.first else { return done }
        var query = JournalQuery(limit: 1)
        query.author = person
        query.from = newest.entry.day
        let own = try journal(query).first?.seq ?? 0
        return own > newest.entry.seq ? [] : done
    }
}
