import GRDB
import Receivables

/// Fills the tables of the second step from the journal of a book that was kept without them.
enum FollowThroughMigration {
    static func fill(_ db: Database) throws {
        try fillCashKnown(db)
        let payers = try RawStatement(db, "SELECT payer FROM tally")
        var known: [Int64] = []
        while try payers.step() { known.append(payers.int(0)) }
        let writer = try RecordWriter(db)
        for payer in known { try writer.put(PayerRecord.folding(try EntryTable.entries(of: payer, db)), of: payer) }
    }

    private static func fillCashKnown(_ db: Database) throws {
        let rows = try RawStatement(db, "SELECT seq, day, body FROM entry WHERE payer IS NULL AND kind = 'import' ORDER BY seq")
        while try rows.step() {
            guard case .imported(let record)? = try? Act.decoded(rows.text(2)), record.tellsCash else { continue }
            try CashKnownTable.raise(to: record.extractDay.advanced(by: -1), by: rows.int(0), on: rows.day(1), db)
        }
    }
}

extension ImportRecord {
    /// Whether all money up to its day is known after it: a payments file, or a full extract of open items.
    var tellsCash: Bool { kind == .payments || kind == .openItems && isFull }
}
