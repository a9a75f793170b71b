import GRDB
import Receivables

/// The words of every note, for finding them again (ARCHITECTURE.md §5).
///
/// Putting a note into the index writes as many pages as all else that a wrap-up writes, and a caller waits for it.
/// So the notes of a day wait until the next ranking of everybody; until then an index in memory finds them, with
/// the same understanding of words.
enum TextIndex {
    static let understanding = "tokenize='unicode61 remove_diacritics 2', prefix='3'"

    /// More notes than a desk takes in a day, as an import or a demo brings them, don't wait: the first word that is
    /// looked for would have to gather them all.
    static func catchUp(afterWriting entries: Int, _ db: Database) throws {
        if entries > mostWaiting { try catchUp(db) }
    }

    private static let mostWaiting = 1_000

    /// Adds what was noted since the last time.
    static func catchUp(_ db: Database) throws {
        let indexed = try place(db)
        guard let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(seq) FROM entry")), last > indexed
        else { return }
        try db.execute(
            sql: "INSERT INTO entry_text(rowid, text) SELECT seq, text FROM entry WHERE seq > ? AND text <> ''",
            arguments: [indexed])
        try BookMetadata.set(.indexedTo, String(last), db)
    }

    /// Makes the whole index again.
    static func rebuild(_ db: Database) throws {
        let rebuild = "INSERT INTO entry_text(entry_text) VALUES ('rebuild')"
        do {
            try db.execute(sql: rebuild)
        } catch is DatabaseError {
            // Where its own settings are damaged, only a new one helps.
            let made = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'entry_text'") ?? ""
            try db.execute(sql: "DROP TABLE entry_text; \(made)")
            try db.execute(sql: "INSERT INTO entry_text(entry_text, rank) VALUES ('automerge', 0)")
            try db.execute(sql: rebuild)
        }
        try BookMetadata.set(.indexedTo, String(try Int64.fetchOne(db, sql: "SELECT MAX(seq) FROM entry") ?? 0), db)
    }

    /// Whether the index can be read from end to end, and has every note up to where it goes.
    static func isWhole(_ db: Database) throws -> Bool {
        do {
            try db.execute(sql: "CREATE VIRTUAL TABLE temp.indexed_word USING fts5vocab('main', 'entry_text', 'row')")
            defer { try? db.execute(sql: "DROP TABLE temp.indexed_word") }
            // Reads the list of places of every word.
            let words = try Int64.fetchOne(db, sql: "SELECT SUM(doc) FROM temp.indexed_word") ?? 0
            let noted = "FROM entry WHERE text <> '' AND seq <= ?"
            let place = try place(db)
            let hasNotes = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 \(noted))", arguments: [place]) ?? false
            let lacksNotes =
                try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 \(noted) AND seq NOT IN (SELECT id FROM entry_text_docsize))
                        """, arguments: [place]) ?? false
            return !lacksNotes && (words > 0 || !hasNotes)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_ERROR
        {
            return false
        }
    }

    /// Puts what is not indexed yet where `places` finds it. Writes to the connection's own memory alone.
    static func gatherNew(_ db: Database) throws {
        try db.execute(
            sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.new_text USING fts5(text, content='', \(understanding))")
        let gathered = try Int64.fetchOne(db, sql: "SELECT MAX(rowid) FROM temp.new_text") ?? 0
        try db.execute(
            sql: "INSERT INTO temp.new_text(rowid, text) SELECT seq, text FROM entry WHERE seq > ? AND text <> ''",
            arguments: [max(gathered, try place(db))])
    }

    /// The entries whose notes have words that begin with all of these, newest first.
    static func places(_ words: String, limit: Int, _ db: Database) throws -> [Int64] {
        // What people type is no query: an invoice number with its dash would be a syntax error.
        guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else { return [] }
        let indexed = try place(db)
        let new = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT rowid FROM temp.new_text WHERE new_text MATCH ? AND rowid > ? ORDER BY rowid DESC LIMIT ?
                    """),
            arguments: [pattern, indexed, limit])
        let old = try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT ?"),
            arguments: [pattern, limit - new.count])
        return new + old
    }

    /// Takes a note out again whose words are about to be erased.
    static func forget(_ seq: Int64, _ text: String, _ db: Database) throws {
        guard !text.isEmpty, try place(db) >= seq else { return }
        try db.execute(
            sql: "INSERT INTO entry_text(entry_text, rowid, text) VALUES ('delete', ?, ?)", arguments: [seq, text])
    }

    private static func place(_ db: Database) throws -> Int64 {
        try BookMetadata.get(.indexedTo, db).flatMap { Int64($0) } ?? 0
    }
}
