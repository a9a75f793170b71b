import GRDB
import Receivables

/// Tells whether an item was promised or planned when somebody was reached.
final class AgreedItems {
    private let promises: RawStatement
    private let plans: RawStatement
    private let payers: Set<Int64>

    init(_ db: Database) throws {
        promises = try RawStatement(db, "SELECT shares FROM promise WHERE payer = ? AND entry <= ? AND day >= ?")
        plans = try RawStatement(
            db,
            """
            SELECT shares FROM plan WHERE payer = ? AND entry <= ? AND (status <> 'ended' OR since_day > ?)
            """)
        payers = try CommitmentTable.payers(db)
    }

    /// Whether a promise for the contact's day or later, or a plan that runs, covers the item; also one made on it.
    func hold(_ item: ItemKey, of payer: Int64, at contact: AfterContact.Contact) throws -> Bool {
        guard payers.contains(payer) else { return false }
        return try [promises, plans].contains { rows in
            try rows.bindAll(payer, contact.entry, contact.day)
            defer { rows.rewind() }
            while try rows.step() {
                if PackedShares.read(rows.bytes(0)).contains(where: { $0.item == item }) { return true }
            }
            return false
        }
    }
}
