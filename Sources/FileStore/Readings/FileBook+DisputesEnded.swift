import GRDB
import Receivables

extension FileBook {
    /// How the last disputes ended, by reason. By an index alone, for every account's page asks.
    static func disputesEnded(upTo day: Day, _ db: Database) throws -> [DisputeReason: DisputesEnded] {
        let rows = try RawStatement(
            db,
            """
            SELECT reason, state, state_day - opened FROM dispute INDEXED BY dispute_ended
            WHERE state_day IS NOT NULL AND state_day <= ? ORDER BY state_day DESC LIMIT 500
            """)
        rows.bind(1, day)
        var ended: [DisputeReason: DisputesEnded] = [:]
        while try rows.step() {
            guard let reason = DisputeReason(rawValue: rows.text(0)),
                let outcome = Dispute.Outcome(rawValue: rows.text(1))
            else { continue }
            ended[reason, default: DisputesEnded()].add(outcome, days: Int(rows.int(2)))
        }
        return ended
    }

    /// Root causes named up to a day, the most frequent first.
    ///
    /// - Throws: `BookError`.
    public func causes(upTo day: Day) throws -> [CauseCount] {
        try translatingErrors(at: path) {
            try reading { db in
                let payers = try RawStatement(
                    db,
                    """
                    SELECT DISTINCT account.payer FROM entry JOIN account ON account.id = entry.payer
                    WHERE entry.day <= ?1 AND (instr(entry.body, ?2) > 0 OR instr(entry.body, ?3) > 0)
                    """)
                try payers.bindAll(day, JournalQuery.Remark.cause.mark, "\"disputes\":[")
                var counts: [RootCause?: CauseCount] = [:]
                while try payers.step() {
                    var seen: Set<RootCause?> = []
                    for entry in counting(try EntryTable.entries(of: payers.int(0), upTo: day, db)) {
                        let agreed = entry.act.agreed
                        let causes: [RootCause?] =
                            agreed.causes.isEmpty ? (agreed.disputes.isEmpty ? [] : [nil]) : agreed.causes
                        for cause in causes {
                            counts[cause, default: CauseCount(cause)].times += 1
                            counts[cause, default: CauseCount(cause)].disputes += agreed.disputes.count
                            if seen.insert(cause).inserted { counts[cause, default: CauseCount(cause)].customers += 1 }
                        }
                    }
                }
                // What no one named stands last.
                return counts.values.sorted { left, right in
                    if (left.cause == nil) != (right.cause == nil) { return right.cause == nil }
                    return (-left.times, left.cause?.rawValue ?? "") < (-right.times, right.cause?.rawValue ?? "")
                }
            }
        }
    }
}
