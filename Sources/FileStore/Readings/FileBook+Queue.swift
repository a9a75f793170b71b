import GRDB
import Receivables

extension FileBook {
    /// The queue of a moment: a page of the stored order on the ranked day, computed again for any other.
    public func queue(_ query: QueueQuery) throws -> QueuePage {
        try translatingErrors(at: path) {
            try reading { db in
                if query.everyone {
                    return try ComputedQueue(db, day: query.moment.day, rules: try rules(db), file: sharedFile).page(
                        query)
                }
                let rankedDay = try BookMetadata.day(.rankedDay, db)
                // An order of a later day would tell what was not known yet.
                let isDue = try Ranking.due(db) != nil
                if let rankedDay,
                    rankedDay == query.moment.day && !isDue || (query.acceptsStale && rankedDay <= query.moment.day),
                    let portfolio = try portfolio(db)
                {
                    return try StoredQueue(
                        db, day: rankedDay, portfolio: portfolio, rules: try rules(db), of: query.people
                    ).page(query)
                }
                return try ComputedQueue(db, day: query.moment.day, rules: try rules(db), file: sharedFile).page(query)
            }
        }
    }
}

extension FileBook {
    /// The queue of a moment as other rules would make it; nothing is written.
    public func queue(_ query: QueueQuery, by rules: Rules) throws -> QueuePage {
        try translatingErrors(at: path) {
            try reading { db in try ComputedQueue(db, day: query.moment.day, rules: rules, file: sharedFile).page(query)
            }
        }
    }
}

/// How long before its minute an appointment rises above the queue, in seconds.
private let appointmentLead = 5 * 60

/// Reads the queue as the last ranking stored it; only the rows wanted are ranked again, for their reasons.
private struct StoredQueue {
    let db: Database
    let day: Day
    let portfolio: RankingBasis
    let rules: Rules
    let reader: PayerReader
    /// As the book spells them; nil for everybody.
    var collectors: [String]?

    init(_ db: Database, day: Day, portfolio: RankingBasis, rules: Rules, of people: [String]?) throws {
        self.db = db
        self.day = day
        self.portfolio = portfolio
        self.rules = rules
        reader = try PayerReader(db, asOf: try AsOf(day, db))
        collectors = try CollectorAssignments.spelt(people, db)
    }

    /// Appointments first, then the stored order: one sequence, of which a page is a part.
    func page(_ query: QueueQuery) throws -> QueuePage {
        let isWhole = query.tier == nil && query.cell == nil && !query.isWithoutStake && !query.isBroken
        let appointments = query.task == .call && isWhole ? try appointments(by: query.moment, of: query.people) : []
        var rows: [QueueRow] = []
        for (place, pinned) in appointments.enumerated().dropFirst(query.offset).prefix(query.limit ?? .max) {
            rows.append(try row(pinned.payer, rank: place + 1, appointment: pinned.followUp))
        }
        let above = Set(appointments.map(\.payer))
        let start = max(0, query.offset - appointments.count)
        let wanted = query.limit.map { max(0, $0 - rows.count) } ?? Int.max
        for (place, payer) in try stored(query, from: start, above: above, limit: wanted).enumerated() {
            rows.append(try row(payer, rank: appointments.count + start + place + 1))
        }
        let counts = try QueueCounts(db).byTask(of: collectors)
        let total = isWhole ? counts[query.task] ?? 0 : try count(query)
        return QueuePage(
            day: day, base: rules.base, cashKnownTo: try CashKnownTable.knownTo(db, asOf: day), rows: rows,
            total: total + (try appointments.count { try !isStored($0.payer) }),
            batches: counts.filter { $0.key != .call }, later: query.later ? try later(limit: query.laterLimit) : [])
    }

    private func isStored(_ payer: Int64) throws -> Bool {
        let row = try RawStatement(db, "SELECT tier, collector FROM standing WHERE payer = ?")
        row.bind(1, payer)
        defer { row.rewind() }
        return try row.step() && row.int(0) < Int64(Tier.resting.rawValue)
            && (collectors?.contains(row.text(1)) ?? true)
    }

    private func row(_ payer: Int64, rank place: Int, appointment: FollowUp? = nil) throws -> QueueRow {
        let facts = try reader.facts(of: payer)
        var standing = rank(facts, portfolio: portfolio, rules: rules, day: day, detail: .items)
        if appointment != nil {
            standing.tier = .appointment
            standing.next = NextAction(kind: .appointment, on: day)
        }
        return QueueRow(facts, rank: place, standing: standing, appointment: appointment)
    }

    /// Those of the day whose minute is near or past. One of an earlier day is a follow-up like others by now.
    ///
    /// An appointment is its owner's, or else of whose account it is; no one is called who asked not to be.
    private func appointments(by moment: Moment, of people: [String]?) throws -> [(payer: Int64, followUp: FollowUp)] {
        let latest = moment.at.adding(seconds: appointmentLead)
        let rows = try RawStatement(
            db,
            "SELECT payer FROM follow_up WHERE at <= ? AND at > ? AND day = ? GROUP BY payer ORDER BY MIN(at), payer")
        rows.bind(1, latest.milliseconds)
        // A day has at most 25 hours, and the index is by minute.
        rows.bind(2, latest.adding(seconds: -26 * 3600).milliseconds)
        rows.bind(3, moment.day)
        var found: [(Int64, FollowUp)] = []
        while try rows.step() {
            let facts = try reader.facts(of: rows.int(0))
            let due = facts.followUps.first { $0.day == moment.day && $0.at.map { $0 <= latest } ?? false }
            if let due, !facts.limits.isInWritingOnly, try isWanted(due, of: rows.int(0), people) {
                found.append((rows.int(0), due))
            }
        }
        return found
    }

    private func isWanted(_ due: FollowUp, of payer: Int64, _ people: [String]?) throws -> Bool {
        guard let people else { return true }
        if people.contains(where: { isSamePerson($0, due.owner) }) { return true }
        // What was planned by a script, or by who has no accounts, rings where the account is.
        guard try !CollectorAssignments.collectors(db).contains(where: { isSamePerson($0, due.owner) }) else {
            return false
        }
        return try collectors?.contains(AccountTable.collector(of: payer, db)) ?? true
    }

    /// LIMIT is applied to the index alone, before anything else is read.
    private func stored(_ query: QueueQuery, from start: Int, above: Set<Int64>, limit: Int) throws -> [Int64] {
        let rows = try RawStatement(
            db, "SELECT payer FROM standing WHERE \(wanted(query)) ORDER BY tier, score, payer LIMIT ?4 OFFSET ?5")
        bind(query, to: rows)
        try bindCollectors(to: rows, at: 6)
        rows.bind(4, limit == .max ? -1 : Int64(limit + above.count))
        rows.bind(5, start)
        var payers: [Int64] = []
        while payers.count < limit, try rows.step() {
            if !above.contains(rows.int(0)) { payers.append(rows.int(0)) }
        }
        rows.rewind()
        return payers
    }

    /// One person's accounts are a part of an index in the same order; those of several are sorted.
    private func wanted(_ query: QueueQuery) -> String {
        let whose =
            switch collectors?.count {
            case nil: ""
            case 1: "collector = ?6 AND "
            default: "collector IN (SELECT value FROM json_each(?6)) AND "
            }
        // Amounts are in no index.
        let withoutStake = (query.isWithoutStake ? "stake = 0 AND " : "") + (query.isBroken ? "broken > 0 AND " : "")
        return whose + withoutStake
            + """
            \(collectors == nil ? Schema.isInQueue : Schema.isSomebodys) AND task = ?1 AND (?2 IS NULL OR tier = \
            ?2) AND (?3 IS NULL OR cell = ?3)
            """
    }

    private func bindCollectors(to rows: RawStatement, at place: Int32) throws {
        guard let collectors else { return }
        rows.bind(place, collectors.count == 1 ? collectors[0] : try [String].encoded(collectors))
    }

    private func bind(_ query: QueueQuery, to rows: RawStatement) {
        rows.bind(1, query.task.rawValue)
        rows.bind(2, query.tier.map { Int64($0.rawValue) })
        rows.bind(3, query.cell?.rawValue)
    }

    private func count(_ query: QueueQuery) throws -> Int {
        let rows = try RawStatement(db, "SELECT COUNT(*) FROM standing WHERE \(wanted(query))")
        bind(query, to: rows)
        try bindCollectors(to: rows, at: 6)
        defer { rows.rewind() }
        return try rows.step() ? Int(rows.int(0)) : 0
    }

    private func later(limit: Int?) throws -> [LaterRow] {
        let rows = try RawStatement(
            db,
            """
            SELECT standing.payer FROM standing JOIN account ON account.id = standing.payer WHERE (tier = \
            \(Tier.resting.rawValue) OR task = '\(QueueTask.decision.rawValue)')
                AND \(collectors == nil ? "1" : "standing.collector IN (SELECT value FROM json_each(?2))")
                ORDER BY worth DESC, COALESCE(wakes, ?3), account.number LIMIT ?1
            """)
        rows.bind(1, Int64(limit ?? -1))
        rows.bind(3, day)
        if let collectors { rows.bind(2, try [String].encoded(collectors)) }
        var later: [LaterRow] = []
        while try rows.step() {
            let facts = try reader.facts(of: rows.int(0))
            let standing = rank(facts, portfolio: portfolio, rules: rules, day: day)
            if let row = LaterRow(facts, standing) { later.append(row) }
        }
        return later
    }
}
