import GRDB
import Receivables

extension FileBook {
    /// Payers whose cadence asks for a message in writing, by their ids; also those against whom something stands, so that
    /// a list can say what (DESIGN.md §4, "Batches").
    ///
    /// Every payer is looked at, as by a ranking: which step is due follows from facts, and is stored nowhere.
    ///
    /// - Parameter people: whose accounts; nil for everybody's.
    public func remindable(at moment: Moment, of people: [String]? = nil) throws -> [AccountNumber] {
        try translatingErrors(at: path) {
            try reading { db in
                let rules = try rules(db)
                let asOf = try AsOf(moment.day, db)
                let portfolio = try portfolio(db) ?? Portfolio(db, asOf: asOf, rules: rules)
                let spelt = try Portfolios.spelt(people, db)
                let collectors = spelt == nil ? [] : try AccountTable.collectors(db)
                var found: [Int64] = []
                try BookReader(db, asOf: asOf, withNames: false).forEachPayer { payer, facts in
                    if let spelt, !spelt.contains(collectors[Int(payer)]) { return }
                    let judged = facts.judged(by: rules, on: moment.day)
                    guard judged.hasOverdue(on: moment.day) else { return }
                    let standing = rank(judged, portfolio: portfolio, rules: rules, day: moment.day)
                    if judged.reminder(standing, by: rules, on: moment.day) != .notDue { found.append(payer) }
                }
                return try found.map { try AccountTable.number(of: $0, db) }
            }
        }
    }
}
