import GRDB
import Receivables

/// What a repair found and did.
public struct Repair: Sendable, Hashable {
    /// What was wrong before the repair.
    public var before: Verification
    /// What was made again from journal and facts; empty where nothing was wrong, or where that can't help.
    public var rebuilt: [String]
    /// What is still wrong after it.
    public var after: Verification
}

extension FileBook {
    /// Makes everything again that only follows from the journal and the facts, where some of it is wrong. Journal and
    /// facts are never touched: where those are damaged nothing is done.
    public func repair(progress: Progress) throws -> Repair {
        let before = try verify(progress: progress)
        guard before.canBeRepaired else {
            return Repair(before: before, rebuilt: [], after: before)
        }
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in
                try transaction(.immediate, db) {
                    try Projections(db).rebuild(telephones, try rules(db))
                    // Facts are sound, so that what is there now is what was written.
                    facts.begin()
                    try FactDigests.takeStock(db)
                    return .commit
                }
                try putInOrderIfDue(db, progress: progress)
            }
        }
        return Repair(before: before, rebuilt: Projections.names, after: try verify(progress: progress))
    }
}

extension Verification {
    /// Whether all that is wrong only follows from journal and facts, so that `FileBook.repair` makes it again.
    public var canBeRepaired: Bool {
        !isSound && problems.allSatisfy(\.kind.follows)
    }
}

/// Everything that follows from the journal and the facts.
private struct Projections {
    static let names = [
        "what was agreed with each customer", "who covers whom", "up to when money is known", "how customers pay",
        "what is kept of open items", "how numbers are read", "the rules in force", "the words of notes",
        "the order of the queue",
    ]

    private static let tables = [
        "follow_up", "tally", "promise", "claim", "dispute", "plan", "contact_limits", "barred_number", "covering",
        "open_print",
        "telephone",
    ]

    private let db: Database

    init(_ db: Database) { self.db = db }

    func rebuild(_ telephones: TelephoneReader, _ rules: Rules) throws {
        for table in Projections.tables { try db.execute(sql: "DELETE FROM \(table)") }
        try TelephoneTable.markAll(db)
        try TelephoneTable.readDue(db, telephones, rules)
        try Refolding.run(db) { _ in }
        try cover()
        if try !RulesHistory(db).holds() { try RulesHistory(db).apply() }
        try keepOpenItems()
        try TextIndex.rebuild(db)
        if let day = try BookMetadata.day(.rankedDay, db) { try Ranking.markDue(for: day, db) }
    }

    private func cover() throws {
        let rows = try RawStatement(db, "SELECT \(EntryTable.columns) FROM entry WHERE kind = 'cover' ORDER BY seq")
        while try rows.step() {
            let entry = try EntryTable.entry(rows, payer: nil)
            if case .cover(let planned) = entry.act { try CollectorAssignments.put(planned, entry, db) }
        }
    }

    private func keepOpenItems() throws {
        let accounts = try ComparedAccounts(everybody: db)
        let items = try StoredItems(db, of: accounts, file: nil)
        var open = OpenItemFingerprints()
        while let item = items.head {
            open.keep(item)
            try items.advance()
        }
        try OpenItemFingerprintTable.put(accounts, open, OpenItemFingerprints(), db)
    }
}
