import GRDB

/// Tables of one connection alone.
enum TemporaryTable {
    /// Whether the connection has one of a name now.
    static func exists(_ name: String, _ db: Database) throws -> Bool {
        let rows = try RawStatement(db, "SELECT 1 FROM temp.sqlite_schema WHERE type = 'table' AND name = ?")
        rows.bind(1, name)
        return try rows.step()
    }
}
