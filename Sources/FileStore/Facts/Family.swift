import GRDB
import Receivables

/// The accounts of one payer, as they were met.
typealias Family = [FamilyMember]

struct FamilyMember: Sendable {
    var id: Int64
    var facts: AccountFacts
    /// The payer's, at its own account, where it has no commitments; else it is looked up.
    var record: PayerRecord?
}

/// Makes payers of several accounts.
final class FamilyReader {
    private let db: Database
    private let withNames: Bool
    private let single: PayerReader
    private let commitments: CommitmentReader

    init(_ db: Database, asOf: AsOf, withNames: Bool) throws {
        self.db = db
        self.withNames = withNames
        single = try PayerReader(db, asOf: asOf)
        commitments = try CommitmentReader(db, asOf: asOf)
    }

    func facts(of payer: Int64, _ family: Family) throws -> PayerFacts {
        let sorted = family.sorted { left, right in
            (left.id == payer) != (right.id == payer)
                ? left.id == payer : left.facts.account.number < right.facts.account.number
        }
        let number = withNames ? try AccountTable.number(of: payer, db) : AccountNumber("")
        let record = try family.lazy.compactMap(\.record).first ?? single.record(of: payer)
        return try commitments.completed(
            PayerFacts(payer: number, accounts: sorted.map(\.facts), record: record), ids: sorted.map(\.id))
    }
}
