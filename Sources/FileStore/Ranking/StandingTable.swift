import GRDB
import Receivables

/// The stored order of the queue for one day: what a page of it needs, and no more.
struct StandingTable {
    private let insert: RawStatement
    private let delete: RawStatement
    private let known: RawStatement

    init(_ db: Database) throws {
        insert = try RawStatement(reusing: db, "INSERT OR REPLACE INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        delete = try RawStatement(reusing: db, "DELETE FROM standing WHERE payer = ?")
        known = try RawStatement(reusing: db, "SELECT task, collector FROM standing WHERE payer = ?")
    }

    /// A standing as it is stored.
    struct Row {
        var payer: Int64
        var tier: Int
        /// Negated, so that the index rises from the first to call.
        var weight: Int64
        var cell: Cell
        /// Empty for who rests.
        var task: String
        var wakes: Day?
        /// Minor units of the base currency.
        var stake: Int64
        var isUrgent: Bool
        /// Whose account the payer's own is.
        var collector = ""

        /// nil for a payer with nothing open and nothing agreed: it has no place.
        init?(_ standing: Standing, payer: Int64, rules: Rules) {
            switch standing.place {
            case .queue(let task):
                self.task = task.rawValue
                wakes = nil
            case .rests(let until, _):
                task = ""
                wakes = until
            case .clear: return nil
            }
            self.payer = payer
            tier = standing.tier.rawValue
            weight = -standing.weight
            cell = standing.cell
            stake = standing.stakeInBase
            isUrgent = standing.urgency >= rules.strategy.urgent
        }
    }

    /// The task for which a payer stands in the queue, empty for who rests or has no place; and in whose portfolio.
    func place(of payer: Int64) throws -> (task: String, collector: String) {
        known.bind(1, payer)
        defer { known.rewind() }
        return try known.step() ? (known.text(0), known.text(1)) : ("", "")
    }

    func put(_ row: Row) throws {
        insert.bind(1, row.payer)
        insert.bind(2, row.tier)
        insert.bind(3, row.weight)
        insert.bind(4, row.cell.rawValue)
        insert.bind(5, row.task)
        insert.bind(6, row.wakes)
        insert.bind(7, row.stake)
        insert.bind(8, row.collector)
        try insert.run()
    }

    func remove(_ payer: Int64) throws {
        delete.bind(1, payer)
        try delete.run()
    }
}
