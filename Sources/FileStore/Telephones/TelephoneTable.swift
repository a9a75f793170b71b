import GRDB
import Receivables

/// What the contacts' numbers were read as: kept, so that nothing that is shown has to read them.
enum TelephoneTable {
    /// A contact's numbers, in the order of its cell.
    static func numbers(of account: Int64, _ nth: Int64, _ db: Database) throws -> [TelephoneNumber] {
        let rows = try RawStatement(
            db,
            "SELECT e164, extension, remark, shown FROM telephone WHERE account = ? AND nth = ? ORDER BY place")
        try rows.bindAll(account, nth)
        var numbers: [TelephoneNumber] = []
        while try rows.step() {
            numbers.append(
                TelephoneNumber(
                    e164: rows.text(0), extensionDigits: rows.text(1), remark: rows.text(2), shown: rows.text(3)))
        }
        return numbers
    }

    /// Has all numbers read again: another country is the book's.
    static func markAll(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO unread_telephone(account, nth)
                SELECT account, nth FROM contact WHERE phone <> ''
                """)
    }

    /// Reads what contacts have got since. At the end of every transaction in which they may change.
    ///
    /// - Parameter progress: told how many were read, of how many.
    static func readDue(
        _ db: Database, _ reader: TelephoneReader, _ rules: Rules,
        progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws {
        let due = try due(db)
        guard !due.isEmpty else { return }
        let contact = try RawStatement(
            db,
            """
            SELECT phone, account.zone FROM contact JOIN account ON account.id = contact.account
            WHERE contact.account = ? AND nth = ?
            """
        )
        let writer = try TelephoneWriter(db)
        for (done, row) in due.enumerated() {
            if done % 500 == 0 { try progress(done, due.count) }
            contact.bind(1, row.account)
            contact.bind(2, row.nth)
            let numbers =
                try contact.step() ? reader.read(contact.text(0), TelephonePlace(zone: contact.text(1), rules)) : []
            contact.rewind()
            try writer.put(numbers, of: row.account, row.nth)
        }
        try db.run("DELETE FROM unread_telephone")
    }

    private static func due(_ db: Database) throws -> [(account: Int64, nth: Int64)] {
        let rows = try RawStatement(db, "SELECT account, nth FROM unread_telephone")
        var due: [(account: Int64, nth: Int64)] = []
        while try rows.step() { due.append((rows.int(0), rows.int(1))) }
        return due
    }

    /// Reads the numbers that an extract brings, while nothing is locked: a number takes some 50 µs.
    static func readAhead(_ db: Database, _ reader: TelephoneReader, _ rules: Rules) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT staged.phone, COALESCE(staged_account.zone, account.zone, '') FROM temp.staged_contact AS staged
                LEFT JOIN temp.staged_account AS staged_account ON staged_account.id = staged.account
                LEFT JOIN account ON account.id = staged.account
                LEFT JOIN contact ON contact.account = staged.account AND contact.name = staged.name
            WHERE staged.phone <> '' AND (contact.phone IS NULL OR contact.phone <> staged.phone)
            """)
        while try rows.step() { _ = reader.read(rows.text(0), TelephonePlace(zone: rows.text(1), rules)) }
    }
}

/// Writes what contacts' numbers were read as.
private struct TelephoneWriter {
    private let drop: RawStatement
    private let insert: RawStatement

    init(_ db: Database) throws {
        drop = try RawStatement(db, "DELETE FROM telephone WHERE account = ? AND nth = ?")
        insert = try RawStatement(
            db,
            """
            INSERT INTO telephone(account, nth, place, e164, extension, remark, shown)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
    }

    func put(_ numbers: [TelephoneNumber], of account: Int64, _ nth: Int64) throws {
        drop.bind(1, account)
        drop.bind(2, nth)
        try drop.run()
        for (place, number) in numbers.enumerated() {
            insert.bind(1, account)
            insert.bind(2, nth)
            insert.bind(3, place)
            insert.bind(4, number.e164)
            insert.bind(5, number.extensionDigits)
            insert.bind(6, number.remark)
            insert.bind(7, number.shown)
            try insert.run()
        }
    }
}
