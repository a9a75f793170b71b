import GRDB
import Receivables

/// The stored order of the queue for one day: what a page of it needs, and no more.
struct StandingTable {
    private let db: Database
    private let insert: RawStatement
    private let delete: RawStatement
    private let known: RawStatement

    init(_ db: Database) throws {
        self.db = db
        insert = try RawStatement(
            db,
            """
            INSERT OR REPLACE INTO standing(payer, tier, score, cell, task, wakes, stake, collector, worth, broken)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        delete = try RawStatement(db, "DELETE FROM standing WHERE payer = ?")
        known = try RawStatement(db, "SELECT task, collector FROM standing WHERE payer = ?")
    }

    /// A standing as it is stored.
    struct Row {
        var payer: Int64
        var tier: Int
        /// Negated, so that the index rises from the first to call.
        var weight: Int64
        var cell: MatrixCell
        /// Empty for who rests.
        var task: String
        var wakes: Day?
        /// Minor units of the base currency; −1 where something is at stake and no rate says what it is worth there.
        var stake: Int64
        var isUrgent: Bool
        /// In minor units of the base currency × days.
        var worth: Int64
        /// What is missing of broken promises, in minor units of the base currency; 0 where none is news.
        var missing: Int64
        /// Whether that heads the queue only if the payer is of high value.
        var headsIfValuable: Bool
        /// Whose account the payer's own is.
        var collector = ""

        /// nil for a payer with nothing open and nothing agreed: it has no place.
        init?(_ standing: Standing, payer: Int64) {
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
            stake = standing.stakeInBase == 0 && !standing.isWithoutStake ? -1 : standing.stakeInBase
            isUrgent = standing.isUrgent
            worth = standing.worth
            missing = standing.missingInBase
            headsIfValuable = standing.headsIfValuable
        }

        /// As `Standing.settle`, once the cut is known.
        mutating func settle(highStake: Int64) {
            let isValuable = stake > 0 && stake >= highStake
            cell = MatrixCell(urgent: isUrgent, valuable: isValuable)
            if isValuable, headsIfValuable { tier = Tier.brokenPromise.rawValue }
        }
    }

    /// All rows but those of some payers; whose accounts they are is not read.
    static func rows(_ db: Database, without payers: Set<Int64>) throws -> [Row] {
        let stored = try RawStatement(
            db, "SELECT payer, tier, score, stake, wakes, cell, task, worth, broken FROM standing")
        var rows: [Row] = []
        while try stored.step() { if !payers.contains(stored.int(0)) { rows.append(Row(stored)) } }
        return rows
    }

    /// Payers with a broken promise that no one has spoken about.
    static func broken(_ db: Database) throws -> Set<Int64> {
        let stored = try RawStatement(db, "SELECT payer FROM standing WHERE broken > 0")
        var payers: Set<Int64> = []
        while try stored.step() { payers.insert(stored.int(0)) }
        return payers
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
        insert.bind(9, row.worth)
        insert.bind(10, row.missing)
        try insert.run()
    }

    func remove(_ payer: Int64) throws {
        delete.bind(1, payer)
        try delete.run()
    }

    // MARK: Everybody

    /// Makes the table hold these rows and no others; they come in the order of its key.
    func replaceAll(_ rows: [Row]) throws {
        let (changed, gone) = try differences(from: rows)
        guard (changed.count + gone.count) * 4 < rows.count else { return try fill(with: rows) }
        for place in changed { try put(rows[place]) }
        for payer in gone { try remove(payer) }
    }

    /// Most rows are new on a new day: then indexes that are built once cost less than ones that are kept up.
    private func fill(with rows: [Row]) throws {
        try db.execute(sql: "DROP INDEX standing_order; DROP INDEX standing_collector; DELETE FROM standing;")
        for row in rows { try put(row) }
        try db.execute(sql: Schema.standingOrderIndex + ";" + Schema.standingCollectorIndex)
    }

    /// - Returns: the places of rows that are not stored so, and the payers that are stored and have no row.
    private func differences(from rows: [Row]) throws -> (changed: [Int], gone: [Int64]) {
        let stored = try RawStatement(
            db,
            "SELECT payer, tier, score, stake, wakes, cell, task, worth, broken, collector FROM standing ORDER BY payer"
        )
        var changed: [Int] = []
        var gone: [Int64] = []
        var isThere = try stored.step()
        for place in rows.indices {
            let payer = rows[place].payer
            while isThere, stored.int(0) < payer {
                gone.append(stored.int(0))
                isThere = try stored.step()
            }
            let isKnown = isThere && stored.int(0) == payer
            if !isKnown || !rows[place].isStored(as: stored) { changed.append(place) }
            if isKnown { isThere = try stored.step() }
        }
        while isThere {
            gone.append(stored.int(0))
            isThere = try stored.step()
        }
        return (changed, gone)
    }
}

extension StandingTable.Row {
    /// - Parameter stored: as `rows` reads it.
    fileprivate init(_ stored: RawStatement) {
        payer = stored.int(0)
        tier = Int(stored.int(1))
        weight = stored.int(2)
        stake = stored.int(3)
        wakes = stored.optionalDay(4)
        cell = MatrixCell(rawValue: stored.text(5)) ?? .watch
        task = stored.text(6)
        isUrgent = cell.isUrgent
        worth = stored.int(7)
        missing = stored.int(8)
        headsIfValuable = false
    }

    /// - Parameter stored: of the columns that `differences` reads.
    fileprivate func isStored(as stored: RawStatement) -> Bool {
        stored.int(1) == Int64(tier) && stored.int(2) == weight && stored.int(3) == stake
            && stored.optionalDay(4) == wakes
            && stored.bytes(5).equal(cell.rawValue) && stored.bytes(6).equal(task) && stored.int(7) == worth
            && stored.int(8) == missing && stored.bytes(9).equal(collector)
    }
}
