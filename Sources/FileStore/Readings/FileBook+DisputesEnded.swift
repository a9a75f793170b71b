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
}
