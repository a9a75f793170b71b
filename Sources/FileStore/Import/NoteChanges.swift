import Crypto
import GRDB
import Receivables

/// Gathers notes from another tool. A note is known by what it says, of whom, when and by whom, so that the same
/// file again adds none.
struct NoteStaging {
    static let table = """
        CREATE TABLE temp.staged_note (
            id TEXT, account INTEGER, line INTEGER, day INTEGER, author TEXT, text TEXT);
        """

    private let insert: RawStatement

    init(_ db: Database) throws {
        insert = try RawStatement(db, "INSERT INTO temp.staged_note VALUES (?, ?, ?, ?, ?, ?)")
    }

    func add(_ row: NoteRow, account: Int64) throws {
        insert.bind(1, NoteStaging.id(of: row))
        insert.bind(2, account)
        insert.bind(3, row.line)
        insert.bind(4, row.day)
        insert.bind(5, row.author)
        insert.bind(6, row.text)
        try insert.run()
    }

    /// Lengths are part of it, so that no two notes run into the same.
    private static func id(of row: NoteRow) -> String {
        var hash = SHA256()
        for part in [row.account.text, String(row.day.number), row.author, row.text] {
            hash.update(data: Array("\(part.utf8.count):\(part)".utf8))
        }
        return "note-" + Chain.hexadecimal(Array(hash.finalize().prefix(16)))
    }
}

/// Writes the staged notes that the journal doesn't have yet, each as an entry of its payer.
struct NoteChanges {
    let db: Database
    let extract: Extract
    let stamp: Stamp

    private static let fresh = "NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = staged.id)"

    /// How many are new, how many known, and how many stand in the file more than once.
    func count() throws -> (new: Int, known: Int, repeated: Int) {
        let rows = try RawStatement(
            db,
            """
            SELECT COUNT(*), SUM(times), SUM(\(NoteChanges.fresh))
            FROM (SELECT id, COUNT(*) AS times FROM temp.staged_note GROUP BY id) AS staged
            """)
        guard try rows.step() else { return (0, 0, 0) }
        defer { rows.rewind() }
        let (distinct, all, new) = (Int(rows.int(0)), Int(rows.int(1)), Int(rows.int(2)))
        return (new, distinct - new, all - distinct)
    }

    /// Behind the import's own entry, by payer and day.
    func append(to journal: inout EntryTable) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT account.payer, staged.id, staged.day, staged.author, staged.text
            FROM (SELECT id, account, MIN(line) AS line, day, author, text FROM temp.staged_note GROUP BY id) AS staged
                JOIN account ON account.id = staged.account
            WHERE \(NoteChanges.fresh) ORDER BY account.payer, staged.day, staged.line
            """)
        let table = try RecordTable(db)
        let writer = try RecordWriter(db)
        var current: (payer: Int64, number: AccountNumber, record: PayerRecord)?
        while try rows.step() {
            let payer = rows.int(0)
            if current?.payer != payer {
                if let current { try writer.put(current.record, of: current.payer) }
                current = (payer, try AccountTable.number(of: payer, db), try table.record(of: payer))
            }
            guard let number = current?.number else { continue }
            current?.record.apply(try journal.append(entry(rows, number), payer: payer))
        }
        if let current { try writer.put(current.record, of: current.payer) }
    }

    private func entry(_ row: RawStatement, _ payer: AccountNumber) -> NewEntry {
        let day = row.day(2)
        let author = row.text(3)
        return NewEntry(
            id: row.text(1), payer: payer, at: NoteChanges.noon(of: day), day: day,
            author: author.isEmpty ? stamp.author : author, text: row.text(4),
            act: .note(NoteRecord(origin: extract.file)))
    }

    /// Exports name the day. Its noon is on that day in nearly every zone.
    private static func noon(of day: Day) -> Instant {
        LocalTime(day: day, time: TimeOfDay(minutes: 720)).instant(offset: 0)
    }
}
