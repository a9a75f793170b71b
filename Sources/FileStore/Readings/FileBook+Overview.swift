import GRDB
import Receivables

extension FileBook {
    /// On the ranked day, or for whatever day the stored order is where it is older: one pass over it. For a past
    /// moment everybody is ranked again.
    public func overview(at moment: Moment, of people: [String]?) throws -> QueueOverview {
        try translatingErrors(at: path) {
            try reading { db in
                let collectors = try CollectorAssignments.spelt(people, db)
                guard let ranked = try BookMetadata.day(.rankedDay, db), ranked <= moment.day else {
                    return try FileBook.worked(db, moment.day, try rules(db), of: collectors, file: sharedFile)
                }
                return try FileBook.stored(db, ranked, try rules(db), of: collectors)
            }
        }
    }

    private static func stored(_ db: Database, _ day: Day, _ rules: Rules, of collectors: [String]?) throws
        -> QueueOverview
    {
        var overview = QueueOverview(day: day, base: rules.base)
        let rows = try RawStatement(
            db,
            """
            SELECT tier, task, cell, COUNT(*), SUM(MAX(stake, 0)), stake = 0, broken > 0 FROM standing
            WHERE \(collectors == nil ? "1" : "collector IN (SELECT value FROM json_each(?1))") GROUP BY tier, task, \
            cell, stake = 0, broken > 0
            """)
        if let collectors { rows.bind(1, try [String].encoded(collectors)) }
        while try rows.step() {
            guard let tier = Tier(rawValue: Int(rows.int(0))), let cell = MatrixCell(rawValue: rows.text(2)) else {
                continue
            }
            overview.add(
                QueueOverview.Part(payers: Int(rows.int(3)), stake: rows.int(4)), tier: tier,
                task: QueueTask(rawValue: rows.text(1)), cell: cell, isWithoutStake: rows.int(5) != 0,
                isBroken: rows.int(6) != 0)
        }
        return overview
    }

    private static func worked(_ db: Database, _ day: Day, _ rules: Rules, of collectors: [String]?, file: String?)
        throws -> QueueOverview
    {
        let asOf = try AsOf(day, db)
        var portfolio = try RankingBasis(db, asOf: asOf, rules: rules, file: file)
        let all = try AccountTable.collectors(db)
        let inputs = RankingInputs(portfolio: portfolio, rules: rules, day: day)
        let standings = try PayerScan(db, asOf: asOf, file: file).map { payer, facts in
            (payer: payer, standing: rank(facts, by: inputs, detail: .order))
        }
        portfolio.highStake = RankingBasis.cut(of: standings.map(\.standing.stakeInBase))
        var overview = QueueOverview(day: day, base: rules.base)
        for (payer, ranked) in standings where ranked.place != .clear && collectors?.contains(all[Int(payer)]) ?? true {
            var standing = ranked
            standing.settle(highStake: portfolio.highStake)
            var task: QueueTask?
            if case .queue(let asked) = standing.place { task = asked }
            overview.add(
                QueueOverview.Part(payers: 1, stake: standing.stakeInBase), tier: standing.tier, task: task,
                cell: standing.cell, isWithoutStake: standing.isWithoutStake, isBroken: standing.isBroken)
        }
        return overview
    }
}
