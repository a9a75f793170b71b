import GRDB
import Receivables

// The queue is the one that the facts lead to.
extension Proof {
    /// Everybody has the standing that `rank` gives: no payer with something open is without place or next action.
    mutating func checkCoverage() throws {
        // Who was stopped between an import and its order left a book that is ranked when it is next opened for work.
        guard try Ranking.due(db) == nil else { return }
        guard let day = try BookMetadata.day(.rankedDay, db), try BookMetadata.get(.portfolio, db) != nil else {
            return
        }
        let portfolio = try LastDecoded<RankingBasis>(.portfolio).value(db)
        let inputs = RankingInputs(portfolio: portfolio, rules: try FileBook.rules(db), day: day)
        let stored = try RawStatement(
            db, "SELECT tier, -score, cell, task, wakes, collector, worth, broken, stake FROM standing WHERE payer = ?")
        var wrong: [(Int64, String)] = []
        var counts = QueueCounts()
        let collectors = try AccountTable.collectors(db)
        try BookReader(db, asOf: try AsOf(day, db)).forEachPayer(withNames: false, withClear: true) { payer, facts in
            let standing = rank(facts, by: inputs, detail: .order)
            stored.bind(1, payer)
            let isThere = try stored.step()
            defer { stored.rewind() }
            guard let row = StandingTable.Row(standing, payer: payer) else {
                if isThere { wrong.append((payer, "stands in the queue with nothing open")) }
                return
            }
            counts.add(row.task, of: collectors[Int(payer)])
            guard isThere else { return wrong.append((payer, "has neither a place in the queue nor a next action")) }
            let isPlacedSo =
                stored.int(0) == Int64(row.tier) && stored.int(1) == -row.weight && stored.text(2) == row.cell.rawValue
                && stored.text(3) == row.task && stored.optionalDay(4) == row.wakes
            let isWorthSo =
                stored.int(6) == row.worth && stored.int(7) == row.missing && stored.int(8) == row.stake
            if !isPlacedSo || !isWorthSo || stored.text(5) != collectors[Int(payer)] {
                wrong.append((payer, "does not stand where its facts put it"))
            }
        }
        if try counts != QueueCounts(db) { note(.coverage, "the queue", "does not hold as many as it says") }
        for (payer, text) in wrong { note(.coverage, "account \(try AccountTable.number(of: payer, db))", text) }
    }
}
