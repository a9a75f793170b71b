import GRDB
import Receivables

/// Gives accounts another payer. What was agreed with an account goes where its payer goes, so both payers'
/// projections are folded anew.
enum MovedAccounts {
    /// Takes over the payers that an extract names. One that was chosen here stands until the ERP itself says
    /// something new (DOMAIN.md §7).
    ///
    /// - Parameter known: how many accounts the book had before this import.
    /// - Returns: how many of them moved.
    static func apply(_ db: Database, known: Int) throws -> Int {
        let rows = try RawStatement(
            db,
            """
            SELECT account.id, account.payer, staged.payer FROM temp.staged_account AS staged
                JOIN account ON account.id = staged.id
            WHERE staged.payer IS NOT NULL AND staged.payer <> COALESCE(account.erp_payer, account.payer)
            """)
        let move = try RawStatement(db, "UPDATE account SET payer = ?2, erp_payer = ?2 WHERE id = ?1")
        var payers: Set<Int64> = []
        var moved = 0
        while try rows.step() {
            move.bind(1, rows.int(0))
            move.bind(2, rows.int(2))
            try move.run()
            // Accounts that this very import has made have nothing to fold.
            guard rows.int(0) <= known else { continue }
            payers.formUnion([rows.int(1), rows.int(2)])
            moved += 1
        }
        try fold(payers, db)
        return moved
    }

    private static func fold(_ payers: Set<Int64>, _ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE payer IS NOT NULL)") == true else { return }
        let writer = try RecordWriter(db)
        for payer in payers.sorted() {
            try writer.put(PayerRecord.folding(try EntryTable.entries(of: payer, db)), of: payer)
        }
    }
}
