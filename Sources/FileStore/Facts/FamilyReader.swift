import GRDB
import Receivables

/// The accounts of one payer, as they were met.
typealias Family = [FamilyMember]

struct FamilyMember: Sendable {
    var id: Int64
    var facts: AccountFacts
    /// What was agreed with the payer, at its own account.
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
        // Whose own account is paid for by another has no member with a record.
        let record = try family.lazy.compactMap(\.record).first ?? single.record(of: payer)
        return try commitments.completed(
            PayerFacts(payer: number, accounts: sorted.map(\.facts), record: record), ids: sorted.map(\.id))
    }

    /// How many accounts each payer of others pays for.
    static func sizes(_ db: Database) throws -> [Int64: Int] {
        let rows = try RawStatement(db, "SELECT payer, id FROM account INDEXED BY account_payer WHERE payer <> id")
        var sizes: [Int64: Int] = [:]
        var paidElsewhere: Set<Int64> = []
        while try rows.step() {
            sizes[rows.int(0), default: 0] += 1
            paidElsewhere.insert(rows.int(1))
        }
        for payer in sizes.keys where !paidElsewhere.contains(payer) { sizes[payer, default: 0] += 1 }
        return sizes
    }
}
