import GRDB
import Receivables

extension FileBook {
    /// What was agreed with payers and is watched, in the order of their ids.
    ///
    /// - Throws: `BookError`.
    public func watched(_ query: WatchedQuery) throws -> [Watched] {
        try translatingErrors(at: path) {
            try reading { db in
                let rules = try rules(db)
                let asOf = try AsOf(query.day, db)
                let reader = try PayerReader(db, asOf: asOf)
                let one = try query.account.map { try AccountTable.payer(of: $0, db).payer }
                let payers = try one.map { [$0] } ?? FileBook.watchedPayers(query, asOf, db).sorted()
                return try payers.compactMap { payer in
                    guard query.withCommitments else {
                        guard try !reader.record(of: payer).followUps.isEmpty else { return nil }
                        // Those that ended with the money are left out.
                        let followUps = try reader.facts(of: payer).followUps
                        guard !followUps.isEmpty else { return nil }
                        let (number, name) = try AccountTable.names(of: payer, db)
                        return Watched(payer: number, name: name, followThrough: FollowThrough(), followUps: followUps)
                    }
                    let facts = try reader.facts(of: payer).judged(by: rules, on: query.day)
                    guard !facts.commitments.isEmpty || !facts.followUps.isEmpty else { return nil }
                    return Watched(
                        payer: facts.payer, name: facts.name, followThrough: facts.followThrough,
                        followUps: facts.followUps)
                }
            }
        }
    }

    /// Up to when money was known on a day.
    public func cashKnownTo(asOf day: Day) throws -> Day? {
        try translatingErrors(at: path) { try reading { try CashKnownTable.knownTo($0, asOf: day) } }
    }

    private static func watchedPayers(_ query: WatchedQuery, _ asOf: AsOf, _ db: Database) throws -> Set<Int64> {
        // A payer dealt with later may have had something then that is gone by now.
        guard !query.withCommitments else { return try CommitmentTable.payers(db).union(asOf.payersWithLaterEntries) }
        var payers = asOf.payersWithLaterEntries
        let rows = try RawStatement(db, "SELECT DISTINCT payer FROM follow_up")
        while try rows.step() { payers.insert(rows.int(0)) }
        return payers
    }
}
