import GRDB
import Receivables

/// Folds the journal again into the projections, in a book that was written when the fold was another.
///
/// No step of the schema does so itself: steps are frozen, and the fold is not.
enum Refolding {
    /// To be raised with every change of `PayerRecord.apply` that makes other rows of the same journal, and of what
    /// is kept of payments.
    private static let fold = "8 purposes of follow-ups"

    static func runIfNeeded(_ db: Database, _ report: BookUpgrade.Report) throws {
        guard try BookMetadata.get(.fold, db) != fold else { return }
        try run(db, report)
    }

    static func run(_ db: Database, _ report: BookUpgrade.Report) throws {
        try fillCashKnown(db)
        let payers = try RawStatement(db, "SELECT DISTINCT payer FROM entry WHERE payer IS NOT NULL")
        var known: [Int64] = []
        while try payers.step() { known.append(payers.int(0)) }
        let writer = try RecordWriter(db)
        for (place, payer) in known.enumerated() {
            if place % 100 == 0 { try report(BookUpgrade(done: place, total: known.count)) }
            try writer.put(PayerRecord.folding(try EntryTable.entries(of: payer, db)), of: payer)
        }
        try BehaviourTable.refresh(Set(1...Int64(max(1, try AccountTable.count(db)))), db)
        try BookMetadata.set(.fold, fold, db)
    }

    private static func fillCashKnown(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM cash_known")
        let rows = try RawStatement(
            db, "SELECT seq, day, body FROM entry WHERE payer IS NULL AND kind = 'import' ORDER BY seq")
        while try rows.step() {
            guard case .imported(let record)? = try? Act.decoded(rows.text(2)), record.tellsCash else { continue }
            try CashKnownTable.raise(
                to: record.extractDay.advanced(by: -1), of: record.companies, by: rows.int(0), on: rows.day(1), db)
        }
    }
}

extension ImportRecord {
    /// Whether all money up to its day is known after it: a payments file, or a full extract of open items.
    var tellsCash: Bool { kind == .payments || kind == .openItems && isFull }
}
