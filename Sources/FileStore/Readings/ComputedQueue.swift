import GRDB
import Receivables

/// Ranks every payer from what was known on a day, and writes nothing.
struct ComputedQueue {
    let db: Database
    let day: Day
    let rules: Rules
    let file: String?

    /// - Parameter file: as for `PayerSweep`.
    init(_ db: Database, day: Day, rules: Rules, file: String?) {
        self.db = db
        self.day = day
        self.rules = rules
        self.file = file
    }

    /// What a payer's standing means for the page.
    private struct Ranked: Sendable {
        let stake: Int64
        let queued: Queued?
        let later: LaterRow?
    }

    /// Who is queued, and whatever decides about its place.
    private struct Queued: Sendable {
        let payer: Int64
        let task: QueueTask
        let tier: Tier
        let weight: Int64
        var cell: Cell
        let isUrgent: Bool
        let stake: Int64
        let isWithoutStake: Bool

        /// nil for who rests.
        init?(_ payer: Int64, _ standing: Standing, _ rules: Rules) {
            guard case .queue(let task) = standing.place else { return nil }
            self.payer = payer
            self.task = task
            tier = standing.tier
            weight = standing.weight
            cell = standing.cell
            isUrgent = standing.urgency >= rules.strategy.urgent
            stake = standing.stakeInBase
            isWithoutStake = standing.isWithoutStake
        }
    }

    func page(_ query: QueueQuery) throws -> QueuePage {
        let asOf = try AsOf(day, db)
        var portfolio = try Portfolio(db, asOf: asOf, rules: rules, file: file)
        let (all, spelt) = (try AccountTable.collectors(db), try Portfolios.spelt(query.people, db))
        // Names are for the rows of the page, which are read again.
        let ranked = try PayerSweep(db, asOf: asOf, withNames: query.later, file: file).map {
            [rules, day, portfolio, withLater = query.later] payer, facts in
            let standing = rank(facts, portfolio: portfolio, rules: rules, day: day)
            let isWanted = spelt?.contains(all[Int(payer)]) ?? true
            return Ranked(
                stake: standing.stakeInBase, queued: isWanted ? Queued(payer, standing, rules) : nil,
                later: isWanted && withLater ? LaterRow(facts, standing) : nil)
        }
        var queued = ranked.compactMap(\.queued)
        let later = ranked.compactMap(\.later)
        portfolio.highStake = Portfolio.cut(of: ranked.map(\.stake))
        for place in queued.indices {
            let row = queued[place]
            queued[place].cell = Cell(urgent: row.isUrgent, valuable: row.stake > 0 && row.stake >= portfolio.highStake)
        }
        let wanted = queued.filter { row in
            row.task == query.task && (query.tier ?? row.tier) == row.tier && (query.cell ?? row.cell) == row.cell
                && (!query.isWithoutStake || row.isWithoutStake)
        }.sorted { left, right in
            (left.tier.rawValue, -left.weight, left.payer) < (right.tier.rawValue, -right.weight, right.payer)
        }
        var batches: [QueueTask: Int] = [:]
        for row in queued where row.task != .call { batches[row.task, default: 0] += 1 }
        return QueuePage(
            day: day, base: rules.base, cashKnownTo: try CashKnownTable.knownTo(db, asOf: day),
            rows: try rows(wanted, query, asOf, portfolio), total: wanted.count, batches: batches,
            later: later.sorted { ($0.wakes, $0.payer) < ($1.wakes, $1.payer) })
    }

    private func rows(_ wanted: [Queued], _ query: QueueQuery, _ asOf: AsOf, _ portfolio: Portfolio) throws -> [QueueRow] {
        let reader = try PayerReader(db, asOf: asOf)
        return try wanted.enumerated().dropFirst(query.offset).prefix(query.limit ?? .max).map { place, row in
            let facts = try reader.facts(of: row.payer)
            return QueueRow(
                rank: place + 1, payer: facts.payer, name: facts.name, zone: facts.accounts.first?.account.zone ?? "",
                standing: rank(facts, portfolio: portfolio, rules: rules, day: day))
        }
    }
}

extension LaterRow {
    /// nil for a payer that does not rest.
    init?(_ facts: PayerFacts, _ standing: Standing) {
        guard case .rests(let until, let why) = standing.place else { return nil }
        self.init(
            payer: facts.payer, name: facts.name, wakes: until, why: why,
            collectable: standing.figures.filter { $0.collectable != 0 }.map { $0.money(\.collectable) })
    }
}
