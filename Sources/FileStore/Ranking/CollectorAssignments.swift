import GRDB
import Receivables

/// Whose accounts are whose, and who covers whom.
enum CollectorAssignments {
    /// Everybody who has accounts, as the book spells them: one look into the index for each.
    static func collectors(_ db: Database) throws -> [String] {
        let next = try RawStatement(
            db, "SELECT collector FROM account WHERE collector <> '' AND collector > ? ORDER BY collector LIMIT 1")
        var found: [String] = []
        while true {
            next.bind(1, found.last ?? "")
            defer { next.rewind() }
            guard try next.step() else { return found }
            found.append(next.text(0))
        }
    }

    /// How the book spells some people; nil where everybody is meant.
    static func spelt(_ people: [String]?, _ db: Database) throws -> [String]? {
        guard let people else { return nil }
        return try collectors(db).filter { collector in people.contains { isSamePerson($0, collector) } }
    }

    /// The newest word of each who covers about each who is covered.
    static func covers(_ db: Database) throws -> [Covering] {
        let rows = try RawStatement(
            db,
            """
            SELECT author, colleague, first, last FROM covering
            WHERE entry IN (SELECT MAX(entry) FROM covering GROUP BY author, colleague) ORDER BY entry
            """)
        var covers: [Covering] = []
        while try rows.step() {
            covers.append(Covering(by: rows.text(0), colleague: rows.text(1), from: rows.day(2), until: rows.day(3)))
        }
        return covers
    }

    static func put(_ planned: PlannedCover, _ entry: Entry, _ db: Database) throws {
        let row = try RawStatement(
            db,
            """
            INSERT INTO covering(entry, author, colleague, first, last)
            VALUES (?, ?, ?, ?, ?)
            """)
        try row.run(entry.seq, entry.author, planned.colleague, entry.day, planned.until)
    }
}

extension FileBook {
    /// What a colleague recorded on the accounts that they covered, newest first.
    ///
    /// - Throws: `BookError`.
    public func covered(_ covering: Covering) throws -> [Covered] {
        try translatingErrors(at: path) {
            try reading { db in
                let rows = try RawStatement(
                    db,
                    """
                    SELECT \(EntryTable.columns), owner.number, owner.name, owner.collector
                    FROM entry INDEXED BY entry_day JOIN account ON account.id = entry.payer
                        JOIN account AS owner ON owner.id = account.payer
                    WHERE entry.day >= ? AND entry.day <= ?
                    ORDER BY entry.seq DESC
                    """)
                try rows.bindAll(covering.from, covering.until)
                var found: [Covered] = []
                while try rows.step() {
                    // Compared as everywhere, not by SQLite, whose letters end with ASCII.
                    guard isSamePerson(rows.text(4), covering.by), isSamePerson(rows.text(11), covering.colleague)
                    else { continue }
                    let number = rows.text(9), name = rows.text(10)
                    found.append(
                        Covered(
                            entry: try EntryTable.entry(rows, payer: AccountNumber(number)),
                            name: name.isEmpty ? number : name))
                }
                return found
            }
        }
    }
}
