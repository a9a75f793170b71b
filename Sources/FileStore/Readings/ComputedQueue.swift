import GRDB
import Receivables

/// Ranks every payer from what was known on a day, and writes nothing.
struct ComputedQueue {
    let db: Database
    let day: Day
    let rules: Rules
    let file: String?

    /// - Parameter file: as for `PayerScan`.
    init(_ db: Database, day: Day, rules: Rules, file: String?) {
        self.db = db
        self.day = day
        self.rules = rules
        self.file = file
    }

    /// What a payer's standing means for the page.
    private struct Ranked: Sendable {
        var row: StandingTable.Row
        let isWanted: Bool
        let later: LaterRow?
    }

    func page(_ query: QueueQuery) throws -> QueuePage {
        let asOf = try AsOf(day, db)
        var portfolio = try RankingBasis(db, asOf: asOf, rules: rules, file: file)
        let (all, spelt) = (try AccountTable.collectors(db), try CollectorAssignments.spelt(query.people, db))
        let inputs = RankingInputs(portfolio: portfolio, rules: rules, day: day)
        // Names are for the rows of the page, which are read again.
        var ranked = try PayerScan(db, asOf: asOf, withNames: query.later, file: file).map {
            [withLater = query.later, everyone = query.everyone] payer, facts -> Ranked? in
            let standing = ComputedQueue.standing(of: facts, by: inputs, byWorthAlone: everyone, detail: .order)
            guard let row = StandingTable.Row(standing, payer: payer) else { return nil }
            let isWanted = spelt?.contains(all[Int(payer)]) ?? true
            return Ranked(row: row, isWanted: isWanted, later: isWanted && withLater ? LaterRow(facts, standing) : nil)
        }
        portfolio.highStake = RankingBasis.cut(of: ranked.map(\.row.stake))
        for place in ranked.indices { ranked[place].row.settle(highStake: portfolio.highStake) }
        let rows = ranked.filter(\.isWanted).map(\.row)
        let wanted =
            query.everyone
            ? try everyone(rows) : rows.filter { $0.isPart(of: query) }.sorted(by: StandingTable.Row.isBefore)
        var batches: [QueueTask: Int] = [:]
        for task in rows.compactMap({ QueueTask(rawValue: $0.task) }) where task != .call {
            batches[task, default: 0] += 1
        }
        return QueuePage(
            day: day, base: rules.base, cashKnownTo: try CashKnownTable.knownTo(db, asOf: day),
            rows: try page(of: wanted, query, asOf, portfolio), total: wanted.count, batches: batches,
            later: ranked.compactMap(\.later).sorted { ($1.worth, $0.wakes, $0.payer) < ($0.worth, $1.wakes, $1.payer) }
        )
    }

    /// Everyone with something to ask for, by worth alone; ties by the account's number as text.
    private func everyone(_ rows: [StandingTable.Row]) throws -> [StandingTable.Row] {
        let asked = rows.filter { $0.worth > 0 || $0.stake != 0 }
        let numbers = try AccountTable.numbers(db)
        return asked.sorted { ($1.worth, numbers[Int($0.payer)]) < ($0.worth, numbers[Int($1.payer)]) }
    }

    private func page(
        of wanted: [StandingTable.Row], _ query: QueueQuery, _ asOf: AsOf, _ portfolio: RankingBasis
    ) throws -> [QueueRow] {
        let reader = try PayerReader(db, asOf: asOf)
        let inputs = RankingInputs(portfolio: portfolio, rules: rules, day: day)
        return try wanted.enumerated().dropFirst(query.offset).prefix(query.limit ?? .max).map { place, row in
            let facts = try reader.facts(of: row.payer)
            let standing = ComputedQueue.standing(of: facts, by: inputs, byWorthAlone: query.everyone, detail: .items)
            return QueueRow(facts, rank: place + 1, standing: standing)
        }
    }

    /// By worth alone, a step that was agreed allows no second call before the due day, as it makes no tier; where the
    /// payer stands is said all the same.
    private static func standing(
        of facts: PayerFacts, by inputs: RankingInputs, byWorthAlone: Bool, detail: StandingDetail
    ) -> Standing {
        let standing = rank(facts, by: inputs, detail: detail)
        guard byWorthAlone, !facts.followUps.isEmpty else { return standing }
        var bare = facts
        bare.followUps = []
        var alone = rank(bare, by: inputs, detail: detail)
        (alone.place, alone.next) = (standing.place, standing.next)
        return alone
    }
}

extension StandingTable.Row {
    fileprivate func isPart(of query: QueueQuery) -> Bool {
        task == query.task.rawValue && (query.tier?.rawValue ?? tier) == tier && (query.cell ?? cell) == cell
            && (!query.isWithoutStake || stake == 0) && (!query.isBroken || missing > 0)
    }

    /// The order of the queue: the weight is stored negated.
    fileprivate static func isBefore(_ left: StandingTable.Row, _ right: StandingTable.Row) -> Bool {
        (left.tier, left.weight, left.payer) < (right.tier, right.weight, right.payer)
    }
}

extension LaterRow {
    /// nil for a payer that is in the queue to be worked; those to be decided about are listed here as well.
    init?(_ facts: PayerFacts, _ standing: Standing) {
        let (wakes, reason): (Day, String)
        switch standing.place {
        case .rests(let until, let why): (wakes, reason) = (until, why.text)
        case .queue(.decision):
            (wakes, reason) = (standing.next.on, "to decide: " + (standing.reasons.first?.text ?? ""))
        case .queue, .clear: return nil
        }
        self.init(
            payer: facts.payer, name: facts.name, wakes: wakes, reason: reason,
            collectable: standing.figures.filter { $0.collectable != 0 }.map { $0.money(\.collectable) },
            worth: standing.worth)
    }
}
