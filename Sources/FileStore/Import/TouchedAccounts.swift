import GRDB

/// The accounts whose facts an import changes. Triggers note them, so that nothing that writes can forget to.
///
/// They belong to this connection alone and are kept. After each new table SQLite prepares all statements again.
enum TouchedAccounts {
    /// Which columns say whose row it is. A payer's change concerns both payers.
    private static let watched: [(table: String, columns: [String])] = [
        ("item", ["account"]), ("settlement", ["account"]), ("cash", ["account"]), ("contact", ["account"]),
        ("account", ["id", "payer"]), ("entry", ["payer"]),
    ]

    static func begin(_ db: Database) throws {
        if try TemporaryTable.exists("touched", db) {
            try db.run("DELETE FROM temp.touched")
            return
        }
        try db.execute(sql: "CREATE TEMP TABLE touched (account INTEGER PRIMARY KEY)")
        for (table, columns) in watched {
            for (event, rows) in [("INSERT", ["new"]), ("UPDATE", ["old", "new"]), ("DELETE", ["old"])] {
                let notes = rows.flatMap { row in
                    columns.map {
                        "INSERT OR IGNORE INTO touched(account) SELECT \(row).\($0) WHERE \(row).\($0) IS NOT NULL;"
                    }
                }
                try db.execute(
                    sql:
                        """
                        CREATE TEMP TRIGGER touched_\(table)_\(event) AFTER \(event) ON main.\(table) BEGIN \
                        \(notes.joined(separator: " ")) END
                        """
                )
            }
        }
    }

    /// - Returns: the payers of the accounts, as they are now, and the accounts, which may have been payers before.
    static func end(_ db: Database) throws -> Set<Int64> {
        let rows = try RawStatement(
            db,
            """
            SELECT account FROM temp.touched UNION SELECT payer FROM account WHERE id IN (SELECT account FROM \
            temp.touched)
            """
        )
        var payers: Set<Int64> = []
        while try rows.step() { payers.insert(rows.int(0)) }
        return payers
    }
}
