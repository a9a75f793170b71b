import GRDB
import Receivables

/// Reads the book once in the order of accounts' ids, as it stood at the end of a day: for ranking, ageing and proof.
final class BookReader {
    private let db: Database
    private let asOf: AsOf
    private let ids: ClosedRange<Int64>

    /// - Parameter ids: of the accounts that are read.
    init(_ db: Database, asOf: AsOf, among ids: ClosedRange<Int64> = 1...Int64.max) {
        self.db = db
        self.asOf = asOf
        self.ids = ids
    }

    /// Gives every account's facts, with what only lists show.
    func forEachAccount(_ body: (AccountFacts) throws -> Void) throws {
        let accounts = try accounts()
        let cursor = try FactsCursor(db, asOf: asOf, reading: .all(ids))
        while try accounts.step() {
            let account = AccountTable.lean(accounts, withNumber: true, withName: true)
            try body(cursor.facts(accounts, account, try cursor.open(on: accounts.int(0), withKeys: false)))
        }
    }

    /// Gives every payer's facts: most pay for themselves alone and come as their account is read, families as soon as
    /// the last of their accounts is.
    ///
    /// - Parameters:
    ///   - withNames: also read what only lists show.
    ///   - withClear: also who has nothing open and with whom nothing is planned: it stands nowhere.
    /// - Returns: of the families that have accounts elsewhere too, those that were met.
    @discardableResult
    func forEachPayer(
        withNames: Bool, withClear: Bool, _ body: (_ payer: Int64, PayerFacts) throws -> Void
    ) throws -> [Int64: Family] {
        let rules = try FileBook.rules(db)
        let withZones = withNames || !rules.calendars.isEmpty
        let withSegments = !rules.cadences.segments.isEmpty
        let sizes = try FamilyReader.sizes(db)
        let families = try FamilyReader(db, asOf: asOf, withNames: withNames)
        let accounts = try accounts()
        let cursor = try FactsCursor(db, asOf: asOf, reading: .all(ids))
        let agreed = try AgreedCursor(db, asOf: asOf, rules: rules, from: ids.lowerBound)
        let commitments = try CommitmentReader(db, asOf: asOf)
        var gathered: [Int64: Family] = [:]
        while try accounts.step() {
            let (id, payer) = (accounts.int(0), accounts.int(1))
            let withKeys = agreed.mayHaveCommitments(payer)
            let open = try cursor.open(on: id, withKeys: withKeys)
            let size = sizes[payer]
            if size == nil, !withClear, open.isEmpty, AccountTable.isFree(accounts), try agreed.isNothing(with: id) {
                continue
            }
            let account = AccountTable.lean(
                accounts, withNumber: withNames || withKeys, withName: withNames, withZone: withZones,
                withSegment: withSegments)
            let facts = cursor.facts(accounts, account, open)
            guard let size else {
                let record = try agreed.record(of: id, among: open.items)
                try body(
                    id,
                    try commitments.completed(
                        PayerFacts(payer: account.number, accounts: [facts], record: record), ids: [id]))
                continue
            }
            let record = id == payer ? try agreed.record(of: id, among: nil) : nil
            gathered[payer, default: []].append(FamilyMember(id: id, facts: facts, record: record))
            guard gathered[payer]?.count == size, let family = gathered.removeValue(forKey: payer) else { continue }
            try body(payer, try families.facts(of: payer, family))
        }
        return gathered
    }

    private func accounts() throws -> RawStatement {
        let accounts = try RawStatement(
            db, "SELECT \(AccountTable.leanColumns) FROM account WHERE id BETWEEN ?1 AND ?2 ORDER BY id")
        try accounts.bindAll(ids.lowerBound, ids.upperBound)
        return accounts
    }
}
