import GRDB
import Receivables

/// Reads every payer of the book once, as it stood at the end of a day: for ranking, ageing and proof.
final class BookReader {
    private let db: Database
    private let asOf: AsOf
    private let withNames: Bool
    private let withZones: Bool
    private let withSegments: Bool
    private let ids: ClosedRange<Int64>
    private let families: [Int64: Int]
    private let single: PayerReader
    private let familyReader: FamilyReader
    private let records: RecordCursor
    /// Payers with promises, claims, disputes or plans: few, and only their money is looked up.
    private let committed: Set<Int64>
    private let agreed: CommitmentTable
    private let commitments: CommitmentReader
    private let sieve: CommitmentSieve

    /// - Parameters:
    ///   - withNames: also read what only lists show.
    ///   - ids: of the accounts that are read.
    init(_ db: Database, asOf: AsOf, withNames: Bool, among ids: ClosedRange<Int64> = 1...Int64.max) throws {
        self.db = db
        self.asOf = asOf
        self.ids = ids
        self.withNames = withNames
        let rules = try FileBook.rules(db)
        withZones = !rules.calendars.isEmpty
        withSegments = !rules.cadences.segments.isEmpty
        var families: [Int64: Int] = [:]
        let rows = try RawStatement(db, "SELECT payer, COUNT(*) FROM account GROUP BY payer HAVING COUNT(*) > 1 OR MAX(id) <> payer")
        while try rows.step() { families[rows.int(0)] = Int(rows.int(1)) }
        self.families = families
        single = try PayerReader(db, asOf: asOf)
        familyReader = try FamilyReader(db, asOf: asOf, withNames: withNames)
        records = try RecordCursor(db, from: ids.lowerBound)
        committed = try CommitmentTable.payers(db).union(asOf.payersWithLaterEntries)
        agreed = try CommitmentTable(db)
        commitments = try CommitmentReader(db, asOf: asOf)
        sieve = try CommitmentSieve(db, asOf: asOf, rules: rules, from: ids.lowerBound)
    }

    /// Gives every account's facts, in the order of ids.
    func forEachAccount(_ take: (_ id: Int64, _ payer: Int64, AccountFacts) throws -> Void) throws {
        let accounts = try RawStatement(db, "SELECT \(AccountTable.leanColumns) FROM account WHERE id BETWEEN ?1 AND ?2 ORDER BY id")
        accounts.bind(1, ids.lowerBound)
        accounts.bind(2, ids.upperBound)
        let cursor = try FactsCursor(db, asOf: asOf, reading: .all(ids))
        while try accounts.step() {
            let withKeys = committed.contains(accounts.int(1))
            let account = AccountTable.lean(
                accounts, withNumber: withNames || withKeys, withName: withNames, withZone: withZones, withSegment: withSegments)
            try take(accounts.int(0), accounts.int(1), try cursor.facts(accounts, account, withKeys: withKeys))
        }
    }

    /// Gives every payer's facts: most pay for themselves alone and come as their account is read, families as
    /// soon as the last of their accounts is.
    ///
    /// - Returns: of the families that have accounts elsewhere too, those that were met.
    @discardableResult
    func forEachPayer(_ take: (_ payer: Int64, PayerFacts) throws -> Void) throws -> [Int64: Family] {
        var gathered: [Int64: Family] = [:]
        try forEachAccount { id, payer, facts in
            guard let size = families[payer] else {
                let record = try record(of: payer, items: facts.items)
                let facts = PayerFacts(payer: facts.account.number, accounts: [facts], record: record)
                return try take(payer, try commitments.completed(facts, ids: [id]))
            }
            // What was agreed is met where the sweep comes by the payer's own account.
            let isPlain = !asOf.payersWithLaterEntries.contains(payer) && !committed.contains(payer)
            let record = id == payer && isPlain ? try records.record(of: payer) : nil
            gathered[payer, default: []].append(FamilyMember(id: id, facts: facts, record: record))
            guard gathered[payer]?.count == size, let family = gathered.removeValue(forKey: payer) else { return }
            try take(payer, try familyReader.facts(of: payer, family))
        }
        return gathered
    }

    private func record(of payer: Int64, items: [Item]) throws -> PayerRecord {
        if asOf.payersWithLaterEntries.contains(payer) { return try single.record(of: payer) }
        let record = try records.record(of: payer)
        guard committed.contains(payer), try sieve.matters(payer, items, record.tally) else { return record }
        return PayerRecord(
            followUps: record.followUps, tally: record.tally, commitments: try agreed.commitments(of: payer), hand: record.hand,
            limits: record.limits, track: record.track)
    }
}
