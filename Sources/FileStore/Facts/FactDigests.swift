import CSQLite
import GRDB
import GRDBSQLite
import Receivables

/// Keeps sums of what the fact tables hold, per table and per account, so that `verify` sees a changed fact.
///
/// SQLite calls back before it changes a row (`sqlite3_preupdate_hook`), so no writer can forget to. Triggers for the
/// same take longer. What changes within a transaction is added to the book's sums before its end.
final class FactDigests {
    private var tables = [UInt64](repeating: 0, count: FactTable.allCases.count)
    private var accounts: [Int64: UInt64] = [:]
    /// The account whose rows came last, and what they add up to: rows mostly come by account.
    private var current: (account: Int64, sum: UInt64) = (0, 0)

    private var last: FactTable?
    /// Of the table of accounts, what is left out.
    private var derived: UInt64 = 0

    /// From now on, changes over this connection are noted.
    func watch(_ db: Database) throws {
        derived = try FactTable.account.derivedColumns(db)
        attach(to: db)
    }

    /// Leaves out what writes no facts and many rows: being told of each costs time, and keeps SQLite from emptying a
    /// table at once.
    func aside<Result>(_ db: Database, _ work: () throws -> Result) rethrows -> Result {
        FactDigests.unwatch(db)
        defer { attach(to: db) }
        return try work()
    }

    private func attach(to db: Database) {
        sqlite3_preupdate_hook(
            db.sqliteConnection,
            { context, connection, operation, schema, table, _, _ in
                // "main", and not "temp".
                guard let context, let schema, let table, schema[0] == 0x6D else { return }
                let digests = Unmanaged<FactDigests>.fromOpaque(context).takeUnretainedValue()
                guard var facts = digests.table(named: table) else { return }
                let columns = sqlite3_preupdate_count(connection)
                if facts == .book {
                    // A value's key stays what it is.
                    guard let part = FactDigests.part(ofRow: connection, isNew: operation == SQLITE_INSERT) else {
                        return
                    }
                    facts = part
                }
                if operation != SQLITE_INSERT {
                    digests.note(facts, columns, isGone: true) { sqlite3_preupdate_old(connection, $0, $1) }
                }
                if operation != SQLITE_DELETE {
                    digests.note(facts, columns, isGone: false) { sqlite3_preupdate_new(connection, $0, $1) }
                }
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func part(ofRow connection: OpaquePointer?, isNew: Bool) -> FactTable? {
        var value: OpaquePointer?
        let code =
            isNew ? sqlite3_preupdate_new(connection, 0, &value) : sqlite3_preupdate_old(connection, 0, &value)
        guard code == SQLITE_OK, let start = sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self) else {
            return nil
        }
        return FactTable.part(
            ofKey: UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
    }

    /// Rows mostly come table by table, so the last one is tried first.
    private func table(named name: UnsafePointer<CChar>) -> FactTable? {
        if let last, last.isNamed(name) { return last }
        guard let table = FactTable(named: name) else { return nil }
        last = table
        return table
    }

    /// Call it before the connection is closed: afterwards this object may be gone.
    static func unwatch(_ db: Database) { sqlite3_preupdate_hook(db.sqliteConnection, nil, nil) }

    @inline(__always)
    private func note(
        _ table: FactTable, _ columns: Int32, isGone: Bool,
        _ read: (Int32, UnsafeMutablePointer<OpaquePointer?>) -> Int32
    ) {
        var account: Int64 = 0
        let row = table.digest(columns: columns, derived: table == .account ? derived : 0) { column in
            var value: OpaquePointer?
            guard read(column, &value) == SQLITE_OK else { return nil }
            if column == 0, table.isOfAccounts { account = sqlite3_value_int64(value) }
            return value
        }
        add(isGone ? 0 &- row : row, to: table, account)
    }

    private func add(_ row: UInt64, to table: FactTable, _ account: Int64) {
        tables[table.rawValue] &+= row
        guard table.isOfAccounts else { return }
        if account != current.account { settle(next: account) }
        current.sum &+= row
    }

    private func settle(next account: Int64) {
        if current.sum != 0 { accounts[current.account, default: 0] &+= current.sum }
        current = (account, 0)
    }

    /// What was noted of a transaction that is gone is forgotten.
    func begin() {
        for place in tables.indices { tables[place] = 0 }
        accounts.removeAll(keepingCapacity: true)
        current = (0, 0)
    }

    /// What the tables come to with all changes so far.
    func sums(_ db: Database) throws -> [String: String] {
        let stored = try FactDigests.stored(db)
        var sums: [String: String] = [:]
        for table in FactTable.allCases where table.isCarried {
            sums[table.name] = String((stored[table.name] ?? 0) &+ tables[table.rawValue], radix: 16)
        }
        return sums
    }

    /// Adds the changes of a transaction to the book's sums, before it is committed.
    func flush(_ db: Database) throws {
        settle(next: 0)
        defer { begin() }
        guard tables.contains(where: { $0 != 0 }) || accounts.contains(where: { $0.value != 0 }) else { return }
        let stored = try FactDigests.stored(db)
        let table = try RawStatement(db, "INSERT OR REPLACE INTO fact_digest(name, digest) VALUES (?, ?)")
        for facts in FactTable.allCases where tables[facts.rawValue] != 0 {
            try table.run(facts.name, Int64(bitPattern: (stored[facts.name] ?? 0) &+ tables[facts.rawValue]))
        }
        let known = try RawStatement(db, "SELECT digest FROM account_digest WHERE account = ?")
        let account = try RawStatement(db, "INSERT OR REPLACE INTO account_digest(account, digest) VALUES (?, ?)")
        for (id, change) in accounts.sorted(by: { $0.key < $1.key }) where change != 0 {
            known.bind(1, id)
            let before = try known.step() ? UInt64(bitPattern: known.int(0)) : 0
            known.rewind()
            account.bind(1, id)
            account.bind(2, Int64(bitPattern: before &+ change))
            try account.run()
        }
    }

    /// Takes the book's own values as they are, where they were written unwatched: in a book in the making.
    static func takeStockOfValues(_ db: Database) throws {
        let table = try RawStatement(db, "INSERT OR REPLACE INTO fact_digest(name, digest) VALUES (?, ?)")
        for (name, sum) in try Counted(db, tables: [.book, .ranking]).tables {
            try table.run(name, Int64(bitPattern: sum))
        }
    }

    // MARK: Proof

    /// Sums counted from the rows themselves: per table by its name, and per account by its id.
    struct Counted: Sendable, Equatable {
        var tables: [String: UInt64] = [:]
        var accounts: [Int64: UInt64] = [:]

        init(_ db: Database, tables wanted: [FactTable] = FactTable.allCases) throws {
            for table in wanted {
                var sum: UInt64 = 0
                var current: (account: Int64, sum: UInt64) = (0, 0)
                let rows = try RawStatement(db, table.query)
                let columns = rows.columns
                let derived = try table.derivedColumns(db)
                while try rows.step() {
                    let row = table.digest(columns: columns, derived: derived) { rows.value($0) }
                    sum &+= row
                    guard table.isOfAccounts else { continue }
                    let account = rows.int(0)
                    if account != current.account {
                        accounts[current.account, default: 0] &+= current.sum
                        current = (account, 0)
                    }
                    current.sum &+= row
                }
                accounts[current.account, default: 0] &+= current.sum
                tables[table.name] = sum
            }
            accounts[0] = nil
        }
    }

    /// The book's sums per table.
    static func stored(_ db: Database) throws -> [String: UInt64] {
        let rows = try RawStatement(db, "SELECT name, digest FROM fact_digest")
        var sums: [String: UInt64] = [:]
        while try rows.step() { sums[rows.text(0)] = UInt64(bitPattern: rows.int(1)) }
        return sums
    }

    /// Takes the facts as they are: for a new book, and for one that comes from an older version.
    static func takeStock(_ db: Database) throws {
        let counted = try Counted(db)
        try db.execute(sql: "DELETE FROM fact_digest; DELETE FROM account_digest;")
        let table = try RawStatement(db, "INSERT INTO fact_digest(name, digest) VALUES (?, ?)")
        for (name, sum) in counted.tables.sorted(by: { $0.key < $1.key }) {
            try table.run(name, Int64(bitPattern: sum))
        }
        let account = try RawStatement(db, "INSERT INTO account_digest(account, digest) VALUES (?, ?)")
        for (id, sum) in counted.accounts.sorted(by: { $0.key < $1.key }) {
            account.bind(1, id)
            account.bind(2, Int64(bitPattern: sum))
            try account.run()
        }
    }
}
