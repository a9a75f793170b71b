import GRDB
import Receivables

/// What was agreed with payers by a day, read in the order of their ids; those with entries after it, and commitments
/// that still matter, are looked up one by one.
final class AgreedCursor {
    private let asOf: AsOf
    private let records: RecordCursor
    private let single: PayerReader
    private let committed: Set<Int64>
    private let agreed: CommitmentTable
    private let sieve: CommitmentSieve

    /// - Parameter first: no payer below it will be asked for.
    init(_ db: Database, asOf: AsOf, rules: Rules, from first: Int64) throws {
        self.asOf = asOf
        records = try RecordCursor(db, from: first)
        single = try PayerReader(db, asOf: asOf)
        committed = try CommitmentTable.payers(db)
        agreed = try CommitmentTable(db)
        sieve = try CommitmentSieve(db, asOf: asOf, rules: rules, from: first)
    }

    /// Whether there may be promises, claims, disputes or plans.
    func mayHaveCommitments(_ payer: Int64) -> Bool {
        committed.contains(payer) || asOf.payersWithLaterEntries.contains(payer)
    }

    /// Whether nothing is planned or forbidden, so that a payer with nothing open stands nowhere.
    func isNothing(with payer: Int64) throws -> Bool {
        try !asOf.payersWithLaterEntries.contains(payer) && records.isNothing(with: payer)
    }

    /// - Parameters:
    ///   - payer: not below the one asked for before.
    ///   - items: the payer's open items, by which it is told whether its commitments can still matter; nil where they
    ///     aren't all known yet.
    func record(of payer: Int64, among items: [Item]?) throws -> PayerRecord {
        if asOf.payersWithLaterEntries.contains(payer) { return try single.record(of: payer) }
        let record = try records.record(of: payer)
        guard committed.contains(payer) else { return record }
        let kinds = try items.map { try sieve.kinds(of: payer, $0, record.tally) } ?? .all
        guard !kinds.isEmpty else { return record }
        return PayerRecord(
            followUps: record.followUps, tally: record.tally, commitments: try agreed.commitments(of: payer, kinds),
            queueOverride: record.queueOverride,
            limits: record.limits, track: record.track)
    }
}
