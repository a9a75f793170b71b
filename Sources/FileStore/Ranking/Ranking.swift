import GRDB
import Receivables

/// Keeps the ranked day (ARCHITECTURE.md §3.4, "Standing"). A record ranks its payer, in that transaction. An import, a
/// new day or new rules say there that everybody has to be ranked; that is worked out from what was committed, while
/// others go on recording, and stored at once (`QueueRebuild`). Until then the order is the one before.
enum Ranking {
    /// Says that everybody has to be ranked for a day, because what was written concerns all.
    static func markDue(for day: Day, _ db: Database) throws { try BookMetadata.set(.dueDay, day, db) }

    /// The day for which everybody has still to be ranked; nil where the stored order is as it should be.
    static func due(_ db: Database) throws -> Day? { try BookMetadata.day(.dueDay, db) }

    /// Ranks payers again within the ranked day, after a record.
    static func rank(_ payers: Set<Int64>, _ db: Database, portfolio: RankingBasis, rules: Rules) throws {
        guard let day = try BookMetadata.day(.rankedDay, db) else { return }
        guard payers.count <= fewPayers else { return try markDue(for: day, db) }
        let reader = try PayerReader(db, asOf: try AsOf(day, db))
        let table = try StandingTable(db)
        var counts = try QueueCounts(db)
        for payer in payers {
            let standing = Receivables.rank(
                try reader.facts(of: payer), portfolio: portfolio, rules: rules, day: day)
            let before = try table.place(of: payer)
            counts.add(before.task, of: before.collector, -1)
            if var row = StandingTable.Row(standing, payer: payer) {
                row.collector = try AccountTable.collector(of: payer, db)
                try table.put(row)
                counts.add(row.task, of: row.collector)
            } else {
                try table.remove(payer)
            }
        }
        try counts.write(db)
    }

    /// From here on ranking everybody costs less.
    static let fewPayers = 2_000
}
