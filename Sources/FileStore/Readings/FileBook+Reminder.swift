import GRDB
import Receivables

extension FileBook {
    /// Payers whose cadence asks for a message in writing, by their ids; also those against whom something stands, so
    /// that a list can say what (ARCHITECTURE.md §4, "Batches").
    ///
    /// Every payer is looked at, as by a ranking: which step is due follows from facts, and is stored nowhere.
    ///
    /// - Parameters:
    ///   - moment: when it is.
    ///   - people: whose accounts; nil for everybody's.
    public func remindable(at moment: Moment, of people: [String]? = nil) throws -> [AccountNumber] {
        try translatingErrors(at: path) {
            try reading { db in
                let rules = try rules(db)
                let asOf = try AsOf(moment.day, db)
                let portfolio = try portfolio(db) ?? RankingBasis(db, asOf: asOf, rules: rules, file: sharedFile)
                let spelt = try CollectorAssignments.spelt(people, db)
                let collectors = spelt == nil ? [] : try AccountTable.collectors(db)
                let found = try PayerScan(db, asOf: asOf, file: sharedFile).map { payer, facts -> Int64? in
                    if let spelt, !spelt.contains(collectors[Int(payer)]) { return nil }
                    let judged = facts.judged(by: rules, on: moment.day)
                    guard judged.hasOverdue(on: moment.day) else { return nil }
                    let standing = rank(judged, portfolio: portfolio, rules: rules, day: moment.day)
                    return judged.reminder(standing, by: rules, on: moment.day) != .notDue ? payer : nil
                }
                return try found.sorted().map { try AccountTable.number(of: $0, db) }
            }
        }
    }
}
