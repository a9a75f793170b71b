/// What an import changed, counted.
public struct ImportCounts: Sendable, Hashable, Codable {
    /// Accounts that the book didn't have.
    public var accountsNew = 0
    /// Accounts whose facts changed.
    public var accountsUpdated = 0
    /// Items that the book didn't have.
    public var itemsNew = 0
    /// Items whose facts or open amount changed.
    public var itemsUpdated = 0
    /// Items that the extract states as the book has them.
    public var itemsUnchanged = 0
    /// Items settled because a full extract no longer lists them.
    public var itemsCleared = 0
    /// Payments that the book didn't have.
    public var paymentsNew = 0
    /// Payments that the book had already.
    public var paymentsUnchanged = 0
    /// Notes that became entries.
    public var notesNew = 0
    /// Notes that the journal had already.
    public var notesUnchanged = 0
    /// Disputes that departments answered.
    public var answersNew = 0
    /// Answers that were on record already.
    public var answersUnchanged = 0
    /// Rates that are new or other than before.
    public var ratesChanged = 0
    /// Rates that the book had already.
    public var ratesUnchanged = 0

    /// Creates counts of 0.
    public init() {}

    /// What an older entry of a journal didn't count yet was none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int { try values.decodeIfPresent(Int.self, forKey: key) ?? 0 }
        accountsNew = try count(.accountsNew)
        accountsUpdated = try count(.accountsUpdated)
        itemsNew = try count(.itemsNew)
        itemsUpdated = try count(.itemsUpdated)
        itemsUnchanged = try count(.itemsUnchanged)
        itemsCleared = try count(.itemsCleared)
        paymentsNew = try count(.paymentsNew)
        paymentsUnchanged = try count(.paymentsUnchanged)
        notesNew = try count(.notesNew)
        notesUnchanged = try count(.notesUnchanged)
        answersNew = try count(.answersNew)
        answersUnchanged = try count(.answersUnchanged)
        ratesChanged = try count(.ratesChanged)
        ratesUnchanged = try count(.ratesUnchanged)
    }

    /// Adds every count of another import.
    public mutating func add(_ other: ImportCounts) {
        accountsNew += other.accountsNew
        accountsUpdated += other.accountsUpdated
        itemsNew += other.itemsNew
        itemsUpdated += other.itemsUpdated
        itemsUnchanged += other.itemsUnchanged
        itemsCleared += other.itemsCleared
        paymentsNew += other.paymentsNew
        paymentsUnchanged += other.paymentsUnchanged
        notesNew += other.notesNew
        notesUnchanged += other.notesUnchanged
        answersNew += other.answersNew
        answersUnchanged += other.answersUnchanged
        ratesChanged += other.ratesChanged
        ratesUnchanged += other.ratesUnchanged
    }

    /// Whether the book is as it was before.
    public var changesNothing: Bool {
        accountsNew + accountsUpdated + itemsNew + itemsUpdated + itemsCleared + paymentsNew + notesNew
            + answersNew + ratesChanged == 0
    }
}
