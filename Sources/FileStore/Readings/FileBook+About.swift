import GRDB
import Hashing
import Receivables

extension FileBook {
    /// What the book says about itself, from its metadata and counts.
    ///
    /// - Throws: `BookError`.
    public func about() throws -> BookState {
        try translatingErrors(at: path) {
            try reading { db in
                let head = try EntryTable.head(db)
                return BookState(
                    id: try BookMetadata.get(.id, db) ?? "", rules: try rules(db), accounts: try AccountTable.count(db),
                    entries: head.seq, rankedDay: try BookMetadata.day(.rankedDay, db),
                    isOrderDue: try Ranking.due(db) != nil,
                    cashKnownTo: try CashKnownTable.knownTo(db, asOf: Day(number: .max)),
                    head: Hexadecimal.text(head.hash),
                    collectors: try CollectorAssignments.collectors(db), covers: try CollectorAssignments.covers(db))
            }
        }
    }

    /// What belongs to the book rather than to a user, and nothing else of it: every command asks for its zone.
    public func rules() throws -> Rules {
        try translatingErrors(at: path) { try reading { db in try rules(db) } }
    }

    /// Ranks every payer for a day, and catches up on what the search index has still to do.
    ///
    /// - Throws: `BookError`, or what `progress` throws; the earlier order then stays.
    public func rankAll(for day: Day, progress: Progress) throws {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in
                try putInOrder(db, for: day, progress: progress)
                // The words of the day before, while no one waits for them.
                try transaction(.immediate, db) {
                    try TextIndex.catchUp(db)
                    return .commit
                }
                try db.execute(sql: "INSERT INTO entry_text(entry_text, rank) VALUES ('merge', 500)")
            }
        }
    }

    /// The ageing of all accounts on a day; the book's own buckets unless others are given.
    ///
    /// - Throws: `BookError`.
    public func ageing(on day: Day, in buckets: Buckets?) throws -> AgeingReport {
        try translatingErrors(at: path) {
            try reading { db in
                var report = AgeingReport(day: day, buckets: try buckets ?? rules(db).buckets)
                try BookReader(db, asOf: try AsOf(day, db)).forEachAccount { try report.add($0) }
                return report
            }
        }
    }
}
