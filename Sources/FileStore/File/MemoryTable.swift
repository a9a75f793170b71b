import GRDB
import GRDBSQLite
import Synchronization

/// Rows in this program's memory that SQL can read like a table: an `INSERT … SELECT` takes many of them in one run
/// of a statement, where binding and running for each costs as much again as the writing.
///
/// It has a name on one connection, for as long as this object lives or until another gets the name; after that its
/// name stands for no rows. Tables of one name have the same columns.
class MemoryTable {
    /// How many rows there are now.
    var count: Int { 0 }

    /// Gives one value; rows and columns count from 0.
    func give(_ column: Int32, of row: Int, to value: MemoryValue) {}

    /// - Parameter columns: their names with a comma between them, as `CREATE TABLE` takes them.
    func attach(to db: Database, as name: String, columns: String) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the book is closed")
        }
        let key = Holder.Key(connection: UInt(bitPattern: connection), name: name)
        // After a module is replaced, SQLite prepares all statements again.
        if let known = Holder.ofConnections.withLock({ $0[key] }).flatMap(UnsafeMutableRawPointer.init(bitPattern:)) {
            Holder.at(known).takeUnretainedValue().table = self
            return
        }
        let holder = Unmanaged.passRetained(Holder(self, key, "CREATE TABLE \(name)(\(columns))"))
        Holder.ofConnections.withLock { $0[key] = UInt(bitPattern: holder.toOpaque()) }
        // SQLite lets go of the holder when the connection is closed, and also where it can't take it.
        let code = sqlite3_create_module_v2(connection, name, module, holder.toOpaque()) { pointer in
            guard let holder = pointer.map(Holder.at) else { return }
            Holder.ofConnections.withLock { $0[holder.takeUnretainedValue().key] = nil }
            holder.release()
        }
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}

/// Where a `MemoryTable` puts a value.
struct MemoryValue {
    fileprivate let context: OpaquePointer?

    func set(_ number: Int64?) {
        if let number { sqlite3_result_int64(context, number) } else { sqlite3_result_null(context) }
    }

    /// - Parameter text: UTF-8 that stays where it is until the statement has run: it isn't copied.
    func set(_ text: UnsafeBufferPointer<UInt8>) {
        // SQLite wants a place also for no bytes; it looks at none of them.
        guard let start = text.baseAddress else { return sqlite3_result_text(context, "", 0, nil) }
        start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            sqlite3_result_text(context, $0, Int32(text.count), nil)
        }
    }
}

/// What SQLite keeps from the name to the rows. It doesn't keep them alive.
private final class Holder {
    weak var table: MemoryTable?
    let key: Key
    let declaration: String

    /// A name on a connection, which is given by its address.
    struct Key: Hashable {
        let connection: UInt
        let name: String
    }

    /// The addresses of the holders that SQLite has.
    static let ofConnections = Mutex<[Key: UInt]>([:])

    init(_ table: MemoryTable, _ key: Key, _ declaration: String) {
        self.table = table
        self.key = key
        self.declaration = declaration
    }

    static func at(_ pointer: UnsafeMutableRawPointer) -> Unmanaged<Holder> { .fromOpaque(pointer) }
}

/// SQLite's own part comes first in each: it knows them by that.
private struct Connected {
    var base = sqlite3_vtab()
    let holder: Unmanaged<Holder>
}

private struct Cursor {
    var base = sqlite3_vtab_cursor()
    /// Held from the opening to the closing of the cursor.
    let table: Unmanaged<MemoryTable>?
    var row = 0
    var count = 0

    static func at(_ pointer: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<Cursor>? {
        pointer.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Cursor.self) }
    }
}

/// How SQLite reads a `MemoryTable`: from its first row to its last, whatever is asked; never written to. Filled in
/// once, here, and only read from then on, so that every connection may share it.
nonisolated(unsafe) private let module: UnsafePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: sqlite3_module())
    module.pointee.xConnect = { connection, holder, _, _, table, _ in
        guard let holder = holder.map(Holder.at), let table else { return SQLITE_MISUSE }
        let code = sqlite3_declare_vtab(connection, holder.takeUnretainedValue().declaration)
        guard code == SQLITE_OK else { return code }
        let connected = UnsafeMutablePointer<Connected>.allocate(capacity: 1)
        connected.initialize(to: Connected(holder: holder))
        table.pointee = UnsafeMutableRawPointer(connected).assumingMemoryBound(to: sqlite3_vtab.self)
        return SQLITE_OK
    }
    module.pointee.xDisconnect = { table in
        table.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Connected.self) }?.deallocate()
        return SQLITE_OK
    }
    module.pointee.xBestIndex = { _, _ in SQLITE_OK }
    module.pointee.xOpen = { table, cursor in
        guard let table, let cursor else { return SQLITE_MISUSE }
        let holder = UnsafeMutableRawPointer(table).assumingMemoryBound(to: Connected.self).pointee.holder
        let opened = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
        opened.initialize(to: Cursor(table: holder.takeUnretainedValue().table.map(Unmanaged.passRetained)))
        cursor.pointee = UnsafeMutableRawPointer(opened).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
        return SQLITE_OK
    }
    module.pointee.xClose = { cursor in
        guard let cursor = Cursor.at(cursor) else { return SQLITE_OK }
        cursor.pointee.table?.release()
        cursor.deallocate()
        return SQLITE_OK
    }
    module.pointee.xFilter = { cursor, _, _, _, _ in
        guard let cursor = Cursor.at(cursor) else { return SQLITE_MISUSE }
        cursor.pointee.row = 0
        cursor.pointee.count = cursor.pointee.table?._withUnsafeGuaranteedRef { $0.count } ?? 0
        return SQLITE_OK
    }
    module.pointee.xNext = { cursor in
        Cursor.at(cursor)?.pointee.row += 1
        return SQLITE_OK
    }
    module.pointee.xEof = { cursor in
        guard let cursor = Cursor.at(cursor) else { return 1 }
        return cursor.pointee.row < cursor.pointee.count ? 0 : 1
    }
    module.pointee.xColumn = { cursor, context, column in
        guard let cursor = Cursor.at(cursor) else { return SQLITE_MISUSE }
        let row = cursor.pointee.row
        cursor.pointee.table?._withUnsafeGuaranteedRef { $0.give(column, of: row, to: MemoryValue(context: context)) }
        return SQLITE_OK
    }
    module.pointee.xRowid = { cursor, row in
        row?.pointee = Int64(Cursor.at(cursor)?.pointee.row ?? 0)
        return SQLITE_OK
    }
    return UnsafePointer(module)
}()
