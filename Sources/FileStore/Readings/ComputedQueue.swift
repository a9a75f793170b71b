import GRDB
import Receivables

/// Ranks every payer from what was known on a day, and writes nothing.
struct ComputedQueue {
    let db: Database
    let day: Day
    let rules: Rules

    init(_ db: Database, day: Day, rules: Rules) {
        self.db = db
        self.day = day
        self.rules = rules
    }

    /// Who is queued, and whatever decides about its place.
    private struct Queued {
        let payer: Int64
        let task: QueueTask
        let tier: Tier
        let weight: Int64
        var cell: Cell
        let isUrgent: Bool
        let stake: Int64
    }

    func page(_ query: QueueQuery) throws -> QueuePage {
        let asOf = try AsOf(day, db)
        var portfolio = try Portfolio(db, asOf: asOf, rules: rules)
        var queued: [Queued] = []
        var stakes: [Int64] = []
        var later: [LaterRow] = []
        let (all, spelt) = (try AccountTable.collectors(db), try Portfolios.spelt(query.people, db))
        // Names are for the rows of the page, which are read again.
        try BookReader(db, asOf: asOf, withNames: query.later).forEachPayer { payer, facts in
            let standing = rank(facts, portfolio: portfolio, rules: rules, day: day)
            stakes.append(standing.stakeInBase)
            if let spelt, !spelt.contains(all[Int(payer)]) { return }
            if case .queue(let task) = standing.place {
                queued.append(
                    Queued(
                        payer: payer, task: task, tier: standing.tier, weight: standing.weight, cell: standing.cell,
                        isUrgent: standing.urgency >= rules.strategy.urgent, stake: standing.stakeInBase))
            } else if query.later, let row = LaterRow(facts, standing) {
                later.append(row)
            }
        }
        portfolio.highStake = Portfolio.cut(of: stakes)
        for place in queued.indices {
            let row = queued[place]
            queued[place].cell = Cell(urgent: row.isUrgent, valuable: row.stake > 0 && row.stake >= portfolio.highStake)
        }
        let wanted = queued.filter { row in
            row.task == query.task && (query.tier ?? row.tier) == row.tier && (query.cell ?? row.cell) == row.cell
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
