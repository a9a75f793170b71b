import GRDB
import Receivables

// The file itself: its pages, its tables, its indexes.
extension Proof {
    mutating func checkFile() throws {
        if let mode = FileBook.mode(of: path), mode & 0o077 != 0 {
            note(.permissions, path, "others than its owner may read it: run chmod 600 \(path)")
        }
        for text in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where text != "ok" {
            note(.damage, "file", text)
        }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
            note(.damage, row["table"] ?? "", "a row refers to one that is not there")
        }
    }

    /// An index or a trigger that somebody removed or changed is missed by all that goes by it; a trigger that somebody
    /// added changes what is written.
    mutating func checkSchema() throws {
        let plain = try DatabaseQueue()
        try Schema.migrator.migrate(plain)
        let wanted = try plain.read { db in try Proof.objects(of: db) }
        let found = try Proof.objects(of: db)
        for (name, object) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != object {
            let state = found[name] == nil ? "missing" : "not the one that Duly made"
            note(.damage, name, "this \(object.type) of the book is \(state)")
        }
        for (name, object) in found.sorted(by: { $0.key < $1.key }) where wanted[name] == nil {
            note(.damage, name, "another program added this \(object.type) to the book")
        }
    }

    /// A table, an index, a trigger or a view.
    private struct SchemaObject: Equatable {
        /// As SQLite calls it: `table`.
        var type: String
        /// Its text without line breaks. Empty for tables: SQLite rewrites it when a column is added.
        var text: String
    }

    /// By their names, without those that SQLite makes by itself.
    private static func objects(of db: Database) throws -> [String: SchemaObject] {
        let rows = try RawStatement(
            db, "SELECT name, type, sql FROM sqlite_master WHERE sql <> '' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        var objects: [String: SchemaObject] = [:]
        while try rows.step() {
            // Books of some versions break the lines elsewhere.
            let text = rows.text(2).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            objects[rows.text(0)] = SchemaObject(type: rows.text(1), text: rows.text(1) == "table" ? "" : text)
        }
        return objects
    }

    /// Each note is in the index by which it is found, up to where the index goes.
    mutating func checkTextIndex() throws {
        if try !TextIndex.isWhole(db) { note(.projections, "the words of notes", "notes can't be found by them") }
    }
}
