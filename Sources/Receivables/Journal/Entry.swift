/// One immutable line of the journal: an act of a user, an import, a change of rules (ARCHITECTURE.md §3.2).
public struct Entry: Sendable, Hashable {
    /// Its place, given inside the transaction that wrote it: the only order there is.
    public var seq: Int64
    /// Random, made with the draft, so that a draft whose id is in the journal is known to be saved.
    public var id: String
    /// Whom it concerns; nil for imports and changes of rules.
    public var payer: AccountNumber?
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day
    public var author: String
    /// What a person wrote.
    public var text: String
    public var act: Act
    /// The entry that this one takes back.
    public var undoes: Int64?
    /// SHA-256 of the chain up to and with this entry.
    public var hash: [UInt8]

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
    public var id: String
    public var payer: AccountNumber?
    public var at: Instant
    public var day: Day
    public var author: String
    public var text: String
    public var act: Act
    public var undoes: Int64?

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
