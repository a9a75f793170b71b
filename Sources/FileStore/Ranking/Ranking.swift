import GRDB
import Receivables

/// Keeps the ranked day (DESIGN.md §3, "Standing"). Two triggers: a record ranks its payer; an import, a new day
/// or new rules take the portfolio and rank every payer, in that transaction.
enum Ranking {
    /// Ranks every payer for a day and stores the order.
    static func rankAll(_ db: Database, for day: Day, rules: Rules, progress: Progress = { _, _ in }) throws {
        let asOf = try AsOf(day, db)
        var portfolio = try Portfolio(db, asOf: asOf, rules: rules)
        var rows = try standings(db, asOf: asOf, portfolio: portfolio, rules: rules, progress: progress)
        portfolio.highStake = Portfolio.cut(of: rows.map(\.stake))
        // Families come when their last account has been read; the table is filled in the order of its key.
        rows.sort { $0.payer < $1.payer }

        try db.execute(sql: "DROP INDEX standing_order; DROP INDEX standing_collector; DELETE FROM standing;")
        let collectors = try AccountTable.collectors(db)
        let table = try StandingTable(db)
        var counts = QueueCounts()
        for var row in rows {
            row.collector = collectors[Int(row.payer)]
            counts.add(row.task, of: row.collector)
            row.cell = Cell(urgent: row.isUrgent, valuable: row.stake > 0 && row.stake >= portfolio.highStake)
            try table.put(row)
        }
        try db.execute(sql: Schema.standingOrderIndex + ";" + Schema.standingCollectorIndex)
        try counts.write(db)
        try Keys.set(.rankedDay, day, db)
        try Keys.set(.portfolio, Portfolio.encoded(portfolio), db)
    }

    private static func standings(
        _ db: Database, asOf: AsOf, portfolio: Portfolio, rules: Rules, progress: Progress
    ) throws -> [StandingTable.Row] {
        var rows: [StandingTable.Row] = []
        let total = try AccountTable.count(db)
        var done = 0
        try BookReader(db, asOf: asOf, withNames: false).forEachPayer { payer, facts in
            let standing = Receivables.rank(facts, portfolio: portfolio, rules: rules, day: asOf.day)
            if let row = StandingTable.Row(standing, payer: payer, rules: rules) { rows.append(row) }
            done += 1
            if done % 10_000 == 0 { try progress(done, total) }
        }
        return rows
    }

    /// Ranks payers anew within the ranked day, after a record.
    static func rank(_ payers: Set<Int64>, _ db: Database, portfolio: Portfolio, rules: Rules) throws {
        guard let day = try Keys.day(.rankedDay, db) else { return }
        guard payers.count <= fewPayers else { return try rankAll(db, for: day, rules: rules) }
        let reader = try PayerReader(db, asOf: try AsOf(day, db))
        let table = try StandingTable(db)
        var counts = try QueueCounts(db)
        for payer in payers {
            let standing = Receivables.rank(
                try reader.facts(of: payer), portfolio: portfolio, rules: rules, day: day)
            let before = try table.place(of: payer)
            counts.add(before.task, of: before.collector, -1)
            if var row = StandingTable.Row(standing, payer: payer, rules: rules) {
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
    private static let fewPayers = 2_000
}
