/// One immutable line of the journal: an act of a user, an import, a change of rules (ARCHITECTURE.md §3.2).
public struct Entry: Sendable, Hashable {
    /// Its place, given inside the transaction that wrote it: the only order there is.
    public var seq: Int64
    /// Random, made with the draft, so that a draft whose id is in the journal is known to be saved.
    public var id: String
    /// Whom it concerns; nil for imports and changes of rules.
    public var payer: AccountNumber?
    /// When it was written, in UTC.
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day
    /// The user name of the person who wrote it.
    public var author: String
    /// What a person wrote.
    public var text: String
    /// What was done, with all that was agreed.
    public var act: Act
    /// The entry that this one takes back.
    public var undoes: Int64?
    /// SHA-256 of the chain up to and with this entry.
    public var hash: [UInt8]

    /// Creates an entry as a store read it.
    public init(
        seq: Int64, id: String, payer: AccountNumber?, at: Instant, day: Day, author: String, text: String, act: Act,
        undoes: Int64?, hash: [UInt8]
    ) {
        self.seq = seq
        self.id = id
        self.payer = payer
        self.at = at
        self.day = day
        self.author = author
        self.text = text
        self.act = act
        self.undoes = undoes
        self.hash = hash
    }
}

/// An entry to be written: everything but its place and its hash, which the book gives.
public struct NewEntry: Sendable, Hashable, Codable {
    /// A random identifier; an entry whose identifier is in the journal isn't written twice.
    public var id: String
    /// The payer whom it concerns; nil for imports and changes of rules.
    public var payer: AccountNumber?
    /// When it was made, in UTC.
    public var at: Instant
    /// The date of `at` in the book's zone.
    public var day: Day
    /// The user name of the person who makes it.
    public var author: String
    /// What a person wrote; may be empty.
    public var text: String
    /// What is done, with all that was agreed.
    public var act: Act
    /// The sequence number of the entry that it takes back.
    public var undoes: Int64?

    /// Creates an entry that a book can record.
    public init(
        id: String, payer: AccountNumber?, at: Instant, day: Day, author: String, text: String = "", act: Act,
        undoes: Int64? = nil
    ) {
        self.id = id
        self.payer = payer
        self.at = at
        self.day = day
        self.author = author
        self.text = text
        self.act = act
        self.undoes = undoes
    }
}
