import Foundation
import GRDB
import GRDBSQLite
import Receivables
import Synchronization

/// A statement stepped through without an object per row or value: ranking and imports handle millions.
///
/// Prepared once per connection, used again with other values: preparing costs more than running where few rows are
/// asked for. Text read through `bytes` is good until the next step only.
final class RawStatement {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    /// The connection's own copy; nil where somebody else had that in hand.
    private let kept: Statement?
    /// Why a value could not be bound; SQLITE_OK where each could.
    private var failed = SQLITE_OK

    /// The statement that the connection keeps for this text, or another where that is in use.
    init(_ db: Database, _ sql: String) throws {
        connection = try RawStatement.connection(db)
        let kept = try db.cachedStatement(sql: sql)
        if InUse.claim(kept.sqliteStatement) {
            self.kept = kept
            statement = kept.sqliteStatement
        } else {
            self.kept = nil
            statement = try RawStatement.prepare(sql, connection)
        }
    }

    deinit {
        guard kept != nil else {
            sqlite3_finalize(statement)
            return
        }
        sqlite3_reset(statement)
        // What was bound may be large.
        sqlite3_clear_bindings(statement)
        InUse.release(statement)
    }

    private static func prepare(_ sql: String, _ connection: OpaquePointer) throws -> OpaquePointer {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw error(code, connection) }
        return prepared
    }

    /// The statements of all connections that somebody has in hand, by their addresses.
    private enum InUse {
        private static let statements = Mutex<Set<UInt>>([])

        /// - Returns: false where somebody has it.
        static func claim(_ statement: OpaquePointer) -> Bool {
            statements.withLock { $0.insert(UInt(bitPattern: statement)).inserted }
        }

        static func release(_ statement: OpaquePointer) {
            statements.withLock { _ = $0.remove(UInt(bitPattern: statement)) }
        }
    }

    private static func connection(_ db: Database) throws -> OpaquePointer {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the book is closed")
        }
        return connection
    }

    private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }

    /// How many values it takes.
    var places: Int32 { sqlite3_bind_parameter_count(statement) }

    // MARK: Values in; places count from 1, as in SQLite. A value that can't be bound fails the next step.

    func bind(_ place: Int32, _ value: Int64) { note(sqlite3_bind_int64(statement, place, value)) }
    func bind(_ place: Int32, _ value: Int) { bind(place, Int64(value)) }
    func bind(_ place: Int32, _ value: Bool) { bind(place, Int64(value ? 1 : 0)) }
    func bind(_ place: Int32, _ value: Day) { bind(place, Int64(value.number)) }

    func bind(_ place: Int32, _ value: Day?) {
        if let value { bind(place, value) } else { bindNull(place) }
    }

    func bind(_ place: Int32, _ value: Int64?) {
        if let value { bind(place, value) } else { bindNull(place) }
    }

    func bind(_ place: Int32, _ value: String?) {
        guard var value else { return bindNull(place) }
        value.withUTF8 { bind(place, $0) }
    }

    func bind(_ place: Int32, _ value: Currency) { bind(place, value.code) }

    /// SQLite copies the bytes (SQLITE_TRANSIENT).
    func bind(_ place: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
        // Nothing to copy: SQLite looks at no byte of a text of length 0.
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            return note(sqlite3_bind_text(statement, place, "", 0, nil))
        }
        let count = Int32(clamping: bytes.count)
        start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            note(sqlite3_bind_text(statement, place, $0, count, RawStatement.transient))
        }
    }

    func bind(_ place: Int32, blob bytes: [UInt8]) {
        note(sqlite3_bind_blob(statement, place, bytes, Int32(clamping: bytes.count), RawStatement.transient))
    }

    private func bindNull(_ place: Int32) { note(sqlite3_bind_null(statement, place)) }

    @inline(__always)
    private func note(_ code: Int32) { if code != SQLITE_OK { failed = code } }

    private func throwIfUnbound() throws {
        guard failed != SQLITE_OK else { return }
        defer { failed = SQLITE_OK }
        throw RawStatement.error(failed, connection)
    }

    /// sqlite3.h spells "copy it now" as a destructor at address −1.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    // MARK: Running

    /// Goes to the next row; false at the end, where the statement is ready to be used again.
    func step() throws -> Bool {
        try throwIfUnbound()
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(statement)
            return false
        case let code:
            let error = RawStatement.error(code, connection)
            sqlite3_reset(statement)
            throw error
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws { while try step() {} }

    /// Lets go of rows that were not read.
    func rewind() { sqlite3_reset(statement) }

    // MARK: Values out; columns count from 0.

    /// How many columns a row has.
    var columns: Int32 { sqlite3_column_count(statement) }

    /// A value as SQLite has it, good until the next step.
    func value(_ column: Int32) -> OpaquePointer? { sqlite3_column_value(statement, column) }

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }
    func day(_ column: Int32) -> Day { Day(number: Int32(truncatingIfNeeded: int(column))) }
    func optionalDay(_ column: Int32) -> Day? { isNull(column) ? nil : day(column) }

    /// Texts are asked for as blobs: SQLite copies them otherwise, to end them with a zero.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(statement, column)
        let count = Int(sqlite3_column_bytes(statement, column))
        return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// - Throws: `SQLITE_CORRUPT` where a damaged book holds no code of three letters.
    func currency(_ column: Int32) throws -> Currency {
        if let currency = optionalCurrency(column) { return currency }
        throw DatabaseError(
            resultCode: .SQLITE_CORRUPT, message: "\u{201C}\(text(column))\u{201D} stands where a currency belongs")
    }

    func optionalCurrency(_ column: Int32) -> Currency? {
        let bytes = bytes(column)
        return bytes.count == 3 ? Currency(bytes[0], bytes[1], bytes[2]) : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// −1, 0 or 1 in the order in which SQLite sorts text: byte by byte.
    func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
        let shared = Swift.min(count, other.count)
        if shared > 0, let ours = baseAddress, let theirs = other.baseAddress {
            let order = memcmp(ours, theirs, shared)
            if order != 0 { return order < 0 ? -1 : 1 }
        }
        return count == other.count ? 0 : (count < other.count ? -1 : 1)
    }

    /// Whether these are the bytes of a text.
    func equal(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { order(to: $0) == 0 }
    }
}
