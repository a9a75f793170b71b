import GRDB
import Hashing
import Receivables

/// Gathers notes and promises from another tool. A note is known by what it says, of whom, when and by whom, so that
/// the same file again adds none.
struct NoteStaging {
    static let table = """
        CREATE TABLE temp.staged_note (
            id TEXT, account INTEGER, line INTEGER, day INTEGER, author TEXT, text TEXT, amount INTEGER, currency TEXT,
            promised INTEGER, who TEXT);
        """

    private let insert: RawStatement

    init(_ db: Database) throws {
        insert = try RawStatement(
            db,
            """
            INSERT INTO temp.staged_note(id, account, line, day, author, text, amount, currency, promised, who)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    func add(_ row: NoteRow, account: Int64) throws {
        insert.bind(1, NoteStaging.id(of: row))
        insert.bind(2, account)
        insert.bind(3, row.line)
        insert.bind(4, row.day)
        insert.bind(5, row.author)
        insert.bind(6, row.text)
        insert.bind(7, row.promise?.amount.minor)
        insert.bind(8, row.promise?.amount.currency.code)
        insert.bind(9, row.promise?.day)
        insert.bind(10, row.promise?.who)
        try insert.run()
    }

    /// Lengths are part of it, so that no two notes run into the same.
    private static func id(of row: NoteRow) -> String {
        var hash = SHA256()
        var parts = [row.account.text, row.day.map { String($0.number) } ?? "", row.author, row.text]
        if let promise = row.promise {
            parts += [promise.amount.decimal, promise.amount.currency.code, promise.day.iso, promise.who]
        }
        for part in parts {
            hash.update(Array("\(part.utf8.count):\(part)".utf8))
        }
        return "note-" + Hexadecimal.text(hash.digest().prefix(16))
    }
}

/// Writes the staged notes that the journal doesn't have yet, each as an entry of its payer.
///
/// A promise for a day to come is watched from here on, as if it had been made here. One whose day is past stays words:
/// what came before it was recorded here can't keep it, so that it could only be called broken.
struct NoteChanges {
    let db: Database
    let extract: Extract
    let stamp: Stamp
    let rules: Rules

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
    ///
    /// - Returns: how many promises are watched from now on, and how many were past.
    func append(to journal: inout EntryTable) throws -> (watched: Int, past: Int) {
        let rows = try RawStatement(
            db,
            """
            SELECT account.payer, staged.id, staged.day, staged.author, staged.text, staged.amount, staged.currency,
                staged.promised, staged.who
            FROM (SELECT id, account, MIN(line) AS line, day, author, text, amount, currency, promised, who
                FROM temp.staged_note GROUP BY id) AS staged
                JOIN account ON account.id = staged.account
            WHERE \(NoteChanges.fresh) ORDER BY account.payer, staged.day, staged.line
            """)
        let reader = try PayerReader(db, asOf: try AsOf(stamp.day, db))
        let table = try RecordTable(db)
        let writer = try RecordWriter(db)
        var current: NotedPayer?
        var (watched, past) = (0, 0)
        while try rows.step() {
            let payer = rows.int(0)
            if current?.id != payer {
                if let current { try writer.put(current.record, of: current.id) }
                current = NotedPayer(
                    id: payer, number: try AccountTable.number(of: payer, db), record: try table.record(of: payer))
            }
            guard let promised = try NoteChanges.promise(rows) else {
                try current?.note(entry(rows, text: rows.text(4)), in: &journal)
                continue
            }
            let text = rows.text(4).isEmpty ? promised.words : "\(rows.text(4)) (\(promised.words))"
            if promised.day < stamp.day {
                past += 1
                try current?.note(entry(rows, text: text), in: &journal)
            } else {
                watched += 1
                try current?.note(
                    entry(rows, text: text), promising: promised,
                    among: try reader.facts(of: payer).judged(by: rules, on: stamp.day), by: rules, on: stamp.day,
                    in: &journal)
            }
        }
        if let current { try writer.put(current.record, of: current.id) }
        return (watched, past)
    }

    private static func promise(_ row: RawStatement) throws -> NoteRow.Promise? {
        try row.optionalDay(7).map {
            NoteRow.Promise(amount: Money(minor: row.int(5), try row.currency(6)), day: $0, who: row.text(8))
        }
    }

    private func entry(_ row: RawStatement, text: String) -> NewEntry {
        let day = row.optionalDay(2) ?? stamp.day
        let author = row.text(3)
        return NewEntry(
            id: row.text(1), payer: nil, at: NoteChanges.noon(of: day), day: day,
            author: author.isEmpty ? stamp.author : author, text: text, act: .note(NoteRecord(origin: extract.file)))
    }

    /// Exports name the day. Its noon is on that day in nearly every zone.
    static func noon(of day: Day) -> Instant {
        LocalTime(day: day, time: TimeOfDay(minutes: 720)).instant(offset: 0)
    }
}

/// A payer whose notes are being written.
private struct NotedPayer {
    let id: Int64
    let number: AccountNumber
    var record: PayerRecord
    /// Promised in this file so far: what one promise covers is not free for the next.
    private var promises: [PlannedPromise] = []

    init(id: Int64, number: AccountNumber, record: PayerRecord) {
        self.id = id
        self.number = number
        self.record = record
    }

    mutating func note(_ entry: NewEntry, in journal: inout EntryTable) throws {
        var entry = entry
        entry.payer = number
        record.apply(try journal.append(entry, payer: id))
    }

    /// - Parameter facts: as they were before any of this file's promises.
    mutating func note(
        _ entry: NewEntry, promising promised: NoteRow.Promise, among facts: JudgedPayer, by rules: Rules, on day: Day,
        in journal: inout EntryTable
    ) throws {
        let cover = Cover(promised.amount, of: facts.agreeing(Agreements(promises: promises), by: rules, on: day))
        let planned = PlannedPromise(
            amount: promised.amount, day: promised.day, who: promised.who, channel: .call, shares: cover.shares)
        promises.append(planned)
        var entry = entry
        if case .note(var record) = entry.act {
            record.agreed.promises = [planned]
            entry.act = .note(record)
        }
        try note(entry, in: &journal)
    }
}
