import GRDB
import Receivables

extension FileBook {
    /// Root causes named up to a day, the most frequent first, what no one named last.
    ///
    /// - Throws: `BookError`.
    public func causes(upTo day: Day) throws -> [CauseCount] {
        try translatingErrors(at: path) {
            try reading { db in
                let rules = try rules(db)
                let rates = try RankingBasis.rates(db, day, base: rules.base)
                let payers = try RawStatement(
                    db,
                    """
                    SELECT DISTINCT account.payer FROM entry JOIN account ON account.id = entry.payer
                    WHERE entry.day <= ?1 AND (instr(entry.body, ?2) > 0 OR instr(entry.body, ?3) > 0)
                    """)
                try payers.bindAll(day, JournalQuery.Remark.cause.mark, "\"disputes\":[")
                var counts: [RootCause?: CauseCount] = [:]
                while try payers.step() {
                    let payer = payers.int(0)
                    guard let last = try count(payer, upTo: day, &counts, db) else { continue }
                    let behind = try FileBook.behind(payer, rates, on: day, db)
                    if behind.overdue.minor > 0 { counts[last, default: CauseCount(last)].behind.append(behind) }
                }
                return counts.values.map(FileBook.ordered).sorted { left, right in
                    if (left.cause == nil) != (right.cause == nil) { return right.cause == nil }
                    return (-left.times, left.cause?.rawValue ?? "") < (-right.times, right.cause?.rawValue ?? "")
                }
            }
        }
    }

    /// Counts the causes of one payer.
    ///
    /// - Returns: the last that was named; nil where none was, and nothing was disputed.
    private func count(
        _ payer: Int64, upTo day: Day, _ counts: inout [RootCause?: CauseCount], _ db: Database
    ) throws -> RootCause?? {
        var seen: Set<RootCause?> = []
        var last: RootCause??
        for entry in counting(try EntryTable.entries(of: payer, upTo: day, db)) {
            let agreed = entry.act.agreed
            let causes: [RootCause?] = agreed.causes.isEmpty ? (agreed.disputes.isEmpty ? [] : [nil]) : agreed.causes
            for cause in causes {
                counts[cause, default: CauseCount(cause)].times += 1
                counts[cause, default: CauseCount(cause)].disputes += agreed.disputes.count
                if seen.insert(cause).inserted { counts[cause, default: CauseCount(cause)].customers += 1 }
                last = .some(cause)
            }
        }
        return last
    }

    /// What is overdue of a payer, and for how long.
    private static func behind(_ payer: Int64, _ rates: Rates, on day: Day, _ db: Database) throws -> CauseCount.Behind
    {
        let names = try RawStatement(db, "SELECT number, name FROM account WHERE id = ?")
        try names.bindAll(payer)
        _ = try names.step()
        let (number, name) = (AccountNumber(names.text(0)), names.text(1))
        let items = try RawStatement(
            db,
            """
            SELECT item.currency, item.open, ?2 - item.due FROM item JOIN account ON account.id = item.account
            WHERE account.payer = ?1 AND item.open > 0 AND item.due < ?2
            """)
        try items.bindAll(payer, day)
        var overdue: Int64 = 0
        var weighted = 0.0
        while try items.step() {
            let size = rates.inBase(Money(minor: items.int(1), try items.currency(0)))?.minor ?? 0
            overdue = overdue.saturatingAdd(size)
            weighted += Double(size) * Double(items.int(2))
        }
        return CauseCount.Behind(
            account: number, name: name, overdue: Money(minor: overdue, rates.base),
            days: overdue > 0 ? Int((weighted / Double(overdue)).rounded()) : 0)
    }

    private static func ordered(_ count: CauseCount) -> CauseCount {
        var count = count
        count.behind.sort { ($1.overdue.minor, $0.account.text) < ($0.overdue.minor, $1.account.text) }
        return count
    }
}
