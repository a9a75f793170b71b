import Foundation
import GRDB
import Hashing
import Receivables

/// The journal's table: appending, with the chain, and reading back.
struct EntryTable {
    private let db: Database
    private let insert: RawStatement
    private let known: RawStatement
    private var head: Head

    /// The end of the journal.
    struct Head {
        var seq: Int64
        var hash: [UInt8]
    }

    /// To be made inside the write transaction: it reads where the journal ends.
    init(_ db: Database) throws {
        self.db = db
        insert = try RawStatement(
            db,
            """
            INSERT INTO entry(seq, id, payer, at, day, author, kind, text, body, undoes, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        known = try RawStatement(db, "SELECT seq FROM entry WHERE id = ?")
        head = try EntryTable.head(db)
    }

    static func head(_ db: Database) throws -> Head {
        let last = try RawStatement(db, "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
        guard try last.step() else { return Head(seq: 0, hash: Chain.root) }
        defer { last.rewind() }
        return Head(seq: last.int(0), hash: last.blob(1))
    }

    /// The place of an entry that is in the journal already.
    func place(of id: String) throws -> Int64? {
        known.bind(1, id)
        guard try known.step() else { return nil }
        defer { known.rewind() }
        return known.int(0)
    }

    /// Writes an entry at the end of the journal.
    mutating func append(_ new: NewEntry, payer: Int64?) throws -> Entry {
        let columns = EntryColumns(
            seq: head.seq + 1, id: new.id, payer: payer, at: new.at.milliseconds, day: Int64(new.day.number),
            author: new.author, kind: new.act.kind, text: new.text, body: try Act.encoded(new.act),
            undoes: new.undoes)
        let hash = Chain.hash(after: head.hash, columns)
        insert.bind(1, columns.seq)
        insert.bind(2, columns.id)
        insert.bind(3, columns.payer)
        insert.bind(4, columns.at)
        insert.bind(5, columns.day)
        insert.bind(6, columns.author)
        insert.bind(7, columns.kind)
        insert.bind(8, columns.text)
        insert.bind(9, columns.body)
        insert.bind(10, columns.undoes)
        insert.bind(11, blob: hash)
        try insert.run()
        head = Head(seq: columns.seq, hash: hash)
        return Entry(
            seq: columns.seq, id: new.id, payer: new.payer, at: new.at, day: new.day, author: new.author,
            text: new.text, act: new.act, undoes: new.undoes, hash: hash)
    }

    /// Notes where the journal ends, so that one cut short is noticed.
    func seal() throws { try BookMetadata.set(.head, "\(head.seq):\(Hexadecimal.text(head.hash))", db) }

    static let columns =
        "entry.seq, entry.id, entry.at, entry.day, entry.author, entry.text, entry.body, entry.undoes, entry.hash"

    /// Reads an entry from a row of `columns`, which start at column 0.
    static func entry(_ row: RawStatement, payer: AccountNumber?) throws -> Entry {
        let act = try Act.decoded(row.text(6), in: "entry", row: "\(row.int(0))")
        return Entry(
            seq: row.int(0), id: row.text(1), payer: payer, at: Instant(milliseconds: row.int(2)), day: row.day(3),
            author: row.text(4), text: row.text(5), act: act, undoes: row.optionalInt(7), hash: row.blob(8))
    }

    /// A payer's entries in journal order: of days up to `day`, and from behind the place `seen`, where given. Those of
    /// every account that it pays for now, for what was agreed with one goes where its payer goes.
    static func entries(of payer: Int64, upTo day: Day? = nil, after seen: Int64 = 0, _ db: Database) throws -> [Entry]
    {
        let rows = try RawStatement(
            db,
            """
            SELECT \(columns) FROM entry
            WHERE payer IN (SELECT id FROM account WHERE account.payer = ?) AND seq > ? AND day <= ? ORDER BY seq
            """)
        try rows.bindAll(payer, seen, day.map { Int64($0.number) } ?? .max)
        let number = try AccountTable.number(of: payer, db)
        var entries: [Entry] = []
        while try rows.step() { entries.append(try entry(rows, payer: number)) }
        return try SpellingTable.reading(entries, of: payer, db)
    }
}
