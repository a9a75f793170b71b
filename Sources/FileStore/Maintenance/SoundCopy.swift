import Foundation
import GRDB
import Hashing
import Receivables

/// Copies of a book that are checked before anyone relies on them.
enum SoundCopy {
    /// Fills an empty file with what a connection sees, as one file that can be read anywhere, and checks it.
    ///
    /// - Parameter path: of the source, for errors that come from there.
    static func write(_ source: DatabaseQueue, at path: String, to making: FileInMaking) throws {
        try making.translatingErrors {
            let copy = try DatabaseQueue(path: making.draft)
            try SoundCopy.copy(source, at: path, to: copy)
            try check(copy, making.place)
            // A book of which no more is written needs no write-ahead log, which could not be read in a read-only
            // folder.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        }
    }

    /// Copies page by page. Of two files one is at fault: what can't be written is so of the copy, whose errors are
    /// thrown as they are; all else is so of the source.
    ///
    /// - Throws: `BookError` of the source; `DatabaseError` of the copy.
    static func copy(_ source: DatabaseQueue, at path: String, to copy: DatabaseQueue) throws {
        do {
            try source.backup(to: copy)
        } catch let error as DatabaseError where !error.isOfWriting {
            throw BookError(error, path: path)
        }
    }

    private static func check(_ copy: DatabaseQueue, _ place: String) throws {
        let found = try copy.read { db in try problems(db) }
        guard found.isEmpty else {
            throw BookError.damaged(path: place, why: "the copy is not sound: \(found.joined(separator: ", "))")
        }
    }

    private static func problems(_ db: Database) throws -> [String] {
        let answer = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
        guard answer == ["ok"] else { return answer }
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
            return ["it is not a book"]
        }
        let head = try EntryTable.head(db)
        guard let sealed = try BookMetadata.get(.head, db) else { return [] }
        return sealed == "\(head.seq):\(Hexadecimal.text(head.hash))" ? [] : ["its journal is cut short"]
    }

    /// The id of the book of which a file is a sound copy.
    static func id(of path: String) -> String? {
        var configuration = Configuration()
        configuration.readonly = !FileBook.canBeWritten(path)
        guard let copy = try? DatabaseQueue(path: path, configuration: configuration) else { return nil }
        defer { try? copy.close() }
        return (try? copy.read { db in try BookMetadata.get(.id, db) }) ?? nil
    }

    /// Whether a file may be the beginning of a copy: empty, or with the head of a SQLite file.
    static func isPartOfBook(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size == 0 || (try? FileBook.checkMagic(path)) != nil
    }

    /// Whether a file is a whole copy of a book. A copy that was stopped half-way, by an older version, is not.
    static func isSound(_ path: String) -> Bool {
        guard (try? FileBook.checkCanBeRead(path)) != nil, (try? FileBook.checkMagic(path)) != nil,
            access(path + "-journal", F_OK) != 0, hasItsSize(path)
        else { return false }
        var configuration = Configuration()
        configuration.readonly = !FileBook.canBeWritten(path)
        guard let copy = try? DatabaseQueue(path: path, configuration: configuration) else { return false }
        let found = try? copy.read { db in try problems(db) }
        try? copy.close()
        return found?.isEmpty ?? false
    }

    /// Whether the file is as long as its first page says.
    private static func hasItsSize(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 100),
            head.count == 100,
            let end = try? file.seekToEnd()
        else { return false }
        func number(_ place: Int, _ count: Int) -> UInt64 {
            head[place..<place + count].reduce(0) { $0 << 8 | UInt64($1) }
        }
        let size = number(16, 2)
        return end == number(28, 4) * (size == 1 ? 65_536 : size)
    }
}

extension DatabaseError {
    /// Whether something could not be written, rather than read.
    fileprivate var isOfWriting: Bool {
        switch extendedResultCode {
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
            .SQLITE_IOERR_DELETE:
            true
        default: resultCode == .SQLITE_FULL || resultCode == .SQLITE_READONLY
        }
    }
}
