import GRDB
import Receivables

/// Reads every payer of the book once, as it stood at the end of a day: for ranking, ageing and proof.
final class BookReader {
    private let db: Database
    private let asOf: AsOf
    private let withNames: Bool
    private let withZones: Bool
    private let withSegments: Bool
    private let families: [Int64: Int]
    private let single: PayerReader
    private let records: RecordCursor
    /// Payers with promises, claims, disputes or plans: few, and only their money is looked up.
    private let committed: Set<Int64>
    private let commitments: CommitmentReader
    private let sieve: CommitmentSieve

    /// - Parameter withNames: also read what only lists show.
    init(_ db: Database, asOf: AsOf, withNames: Bool) throws {
        self.db = db
        self.asOf = asOf
        self.withNames = withNames
        let rules = try FileBook.rules(db)
        withZones = !rules.calendars.isEmpty
        withSegments = !rules.cadences.segments.isEmpty
        var families: [Int64: Int] = [:]
        let rows = try RawStatement(db, "SELECT payer, COUNT(*) FROM account GROUP BY payer HAVING COUNT(*) > 1 OR MAX(id) <> payer")
        while try rows.step() { families[rows.int(0)] = Int(rows.int(1)) }
        self.families = families
        single = try PayerReader(db, asOf: asOf)
        records = try RecordCursor(db)
        committed = try CommitmentTable.payers(db).union(asOf.payersWithLaterEntries)
        commitments = try CommitmentReader(db, asOf: asOf)
        sieve = try CommitmentSieve(db, asOf: asOf, rules: rules)
    }

    /// Gives every account's facts, in the order of ids.
    func forEachAccount(_ take: (_ id: Int64, _ payer: Int64, AccountFacts) throws -> Void) throws {
        let accounts = try RawStatement(db, "SELECT \(AccountTable.leanColumns) FROM account ORDER BY id")
        let cursor = try FactsCursor(db, asOf: asOf, isForOne: false, isLean: true)
        while try accounts.step() {
            let withKeys = committed.contains(accounts.int(1))
            let account = AccountTable.lean(
                accounts, withNumber: withNames || withKeys, withName: withNames, withZone: withZones, withSegment: withSegments)
            try take(accounts.int(0), accounts.int(1), try cursor.facts(accounts, account, withKeys: withKeys))
        }
    }

    /// Gives every payer's facts: most pay for themselves alone and come as their account is read, families as
    /// soon as the last of their accounts is.
    func forEachPayer(_ take: (_ payer: Int64, PayerFacts) throws -> Void) throws {
        var gathered: [Int64: [(id: Int64, facts: AccountFacts)]] = [:]
        try forEachAccount { id, payer, facts in
            guard let size = families[payer] else {
                let record = try record(of: payer, items: facts.items)
                let facts = PayerFacts(payer: facts.account.number, accounts: [facts], record: record)
                return try take(payer, try commitments.completed(facts, ids: [id]))
            }
            gathered[payer, default: []].append((id, facts))
            guard gathered[payer]?.count == size, let family = gathered.removeValue(forKey: payer) else { return }
            try take(payer, try whole(payer, family))
        }
    }

    private func whole(_ payer: Int64, _ family: [(id: Int64, facts: AccountFacts)]) throws -> PayerFacts {
        let sorted = family.sorted { left, right in
            (left.id == payer) != (right.id == payer)
                ? left.id == payer : left.facts.account.number < right.facts.account.number
        }
        let number = withNames ? try AccountTable.number(of: payer, db) : AccountNumber("")
        let facts = PayerFacts(payer: number, accounts: sorted.map(\.facts), record: try single.record(of: payer))
        return try commitments.completed(facts, ids: sorted.map(\.id))
    }

    private func record(of payer: Int64, items: [Item]) throws -> PayerRecord {
        if asOf.payersWithLaterEntries.contains(payer) { return try single.record(of: payer) }
        let record = try records.record(of: payer)
        guard committed.contains(payer), try sieve.matters(payer, items, record.tally) else { return record }
        return try single.record(of: payer)
    }
}
