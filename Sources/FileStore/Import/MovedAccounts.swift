import GRDB
import Receivables

/// Gives accounts another payer. What was agreed with an account goes where its payer goes, so both payers'
/// projections are folded again.
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
        // Whose payer the moved account is to the ERP comes along, and is then paid for by who pays for that.
        let follow = try RawStatement(
            db, "UPDATE account SET payer = ?1 WHERE payer = ?2 AND erp_payer = ?1 AND id <> ?1")
        var payers: Set<Int64> = []
        var moved = 0
        while try rows.step() {
            try move.run(rows.int(0), rows.int(2))
            // Accounts that this very import has made have nothing to fold.
            guard rows.int(0) <= known else { continue }
            try follow.run(rows.int(0), rows.int(1))
            payers.formUnion([rows.int(0), rows.int(1), rows.int(2)])
            moved += 1
        }
        try fold(payers.union(shorten(db)), db)
        return moved
    }

    /// Who pays for a payer pays for its accounts too: one payer is called, however the ERP has linked them. In a
    /// circle the first of its accounts pays for all.
    ///
    /// - Returns: the payers of the accounts that got another one by that.
    private static func shorten(_ db: Database) throws -> Set<Int64> {
        let chained = try RawStatement(
            db,
            """
            SELECT account.id, account.payer FROM account JOIN account AS payer ON payer.id = account.payer
            WHERE account.payer <> account.id AND payer.payer <> payer.id
            """)
        var payers: [Int64: Int64] = [:]
        while try chained.step() { payers[chained.int(0)] = chained.int(1) }
        guard !payers.isEmpty else { return [] }
        let next = try RawStatement(db, "SELECT payer FROM account WHERE id = ?")
        let move = try RawStatement(
            db, "UPDATE account SET erp_payer = COALESCE(erp_payer, payer), payer = ?2 WHERE id = ?1")
        var touched: Set<Int64> = []
        var ends: [Int64: Int64] = [:]
        for (account, payer) in payers { ends[account] = try end(of: payer, next) }
        for (account, payer) in payers {
            guard let end = ends[account], end != payer else { continue }
            try move.run(account, end)
            touched.formUnion([payer, end])
        }
        return touched
    }

    /// The account that pays for itself at the end of a chain; of a circle the one with the lowest id.
    private static func end(of first: Int64, _ next: RawStatement) throws -> Int64 {
        var way: [Int64] = [first]
        while let here = way.last {
            next.bind(1, here)
            defer { next.rewind() }
            guard try next.step(), next.int(0) != here else { return here }
            if let start = way.firstIndex(of: next.int(0)) { return way[start...].min() ?? here }
            way.append(next.int(0))
        }
        return first
    }

    private static func fold(_ payers: Set<Int64>, _ db: Database) throws {
        let entries = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE payer IS NOT NULL)")
        guard try Bool.fetchOne(entries) == true else { return }
        let writer = try RecordWriter(db)
        for payer in payers.sorted() {
            try writer.put(PayerRecord.folding(try EntryTable.entries(of: payer, db)), of: payer)
        }
    }
}
