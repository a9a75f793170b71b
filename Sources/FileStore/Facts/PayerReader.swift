import GRDB
import Receivables

/// Reads one payer after another, in any order: for rows on screen, an account's page, a record.
final class PayerReader {
    private let db: Database
    private let asOf: AsOf
    private let accounts: RawStatement
    private let cursor: FactsCursor
    private let records: RecordTable
    private let commitments: CommitmentReader
    private let isLean: Bool

    /// - Parameter isLean: leave out what only the account's own page shows.
    init(_ db: Database, asOf: AsOf, isLean: Bool = true) throws {
        self.db = db
        self.asOf = asOf
        self.isLean = isLean
        // The payer's own account first.
        accounts = try RawStatement(
            db,
            "SELECT \(AccountTable.columns) FROM account WHERE payer = ?1 ORDER BY account.id <> ?1, account.number")
        cursor = try FactsCursor(db, asOf: asOf, reading: .one(isLean: isLean))
        records = try RecordTable(db)
        commitments = try CommitmentReader(db, asOf: asOf)
    }

    func facts(of payer: Int64) throws -> PayerFacts {
        var family: [AccountFacts] = []
        var ids: [Int64] = []
        var number = AccountNumber("")
        accounts.bind(1, payer)
        while try accounts.step() {
            let account =
                isLean ? AccountTable.lean(accounts, withNumber: true, withName: true) : AccountTable.account(accounts)
            if number.text.isEmpty { number = AccountTable.payer(accounts) }
            ids.append(accounts.int(0))
            family.append(cursor.facts(accounts, account, try cursor.open(on: accounts.int(0), withKeys: true)))
        }
        return try commitments.completed(
            PayerFacts(payer: number, accounts: family, record: try record(of: payer)), ids: ids)
    }

    /// What the journal had agreed with the payer by the day.
    func record(of payer: Int64) throws -> PayerRecord {
        guard asOf.payersWithLaterEntries.contains(payer) else { return try records.record(of: payer) }
        return PayerRecord.folding(try EntryTable.entries(of: payer, upTo: asOf.day, db))
    }
}
