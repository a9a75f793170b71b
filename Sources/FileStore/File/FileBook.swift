import CSQLite
import Foundation
import GRDB
import Receivables

/// A book in one SQLite file (ARCHITECTURE.md §3.1).
///
/// Its promises: the file is readable by its owner alone from the first byte; a record that was reported as
/// saved survives a power cut (WAL, `synchronous=FULL` on every connection); one call is one transaction.
public final class FileBook: Book {
    /// The path by which the book was opened.
    public let path: String
    /// The path by which the book was opened.
    public var location: String { path }
    let queue: DatabaseQueue
    /// Whether everything that is written is taken back at the end.
    let isRehearsal: Bool
    /// Of the file that was opened.
    let identity: FileIdentity?
    /// Of its write-ahead log, which SQLite keeps for as long as anybody has the book open.
    private(set) var logIdentity: FileIdentity?
    /// What restoring a backup changes in the file.
    private(set) var generation: String?
    /// Where other connections find the book as this object sees it; nil within a rehearsal.
    var sharedFile: String? { isRehearsal ? nil : path }
    let telephones: TelephoneReader
    /// Sums of what the fact tables hold. What is only rehearsed is not counted.
    let facts = FactDigests()
    let lastRules = LastDecoded<Rules>(.rules)
    let lastPortfolio = LastDecoded<RankingBasis>(.portfolio)

    /// Opens a book.
    ///
    /// - Parameters:
    ///   - path: the book's file.
    ///   - patience: seconds to wait for another writer before `BookError.busy`.
    ///   - asRehearsal: whatever is written is seen by this object alone and gone with it.
    ///   - report: told how far it is with a book of an older version, and never for another.
    ///   - telephones: reads numbers; by default only those in international form.
    /// - Throws: `BookError.missing`, `.notABook`, `.newerVersion`, `.damaged`, `.readOnly`, `.notPermitted`, `.busy`.
    public init(
        opening path: String, patience: Double = FileBook.usualPatience, asRehearsal: Bool = false,
        upgrading report: BookUpgrade.Report = { _ in },
        telephones: @escaping TelephoneParser = FileBook.readsInternational
    ) throws {
        try FileBook.checkFile(path)
        self.path = path
        self.telephones = TelephoneReader(telephones)
        isRehearsal = asRehearsal
        var configuration = FileBook.configuration(patience: patience)
        configuration.allowsUnsafeTransactions = asRehearsal
        identity = FileIdentity(path)
        queue = try translatingErrors(at: path) { try DatabaseQueue(path: path, configuration: configuration) }
        try checkFileIsInPlace()
        do {
            try beginUse(asRehearsal, report)
        } catch BookError.failed(_, let why) {
            // Of a file that was moved away, SQLite can't find the log.
            try checkFileIsInPlace()
            throw BookError.failed(path: path, why: why)
        }
    }

    private func beginUse(_ asRehearsal: Bool, _ report: BookUpgrade.Report) throws {
        try translatingErrors(at: path) {
            try self.checkIsOurs(upgrading: report)
            if !asRehearsal { try queue.writeWithoutTransaction { db in try facts.watch(db) } }
            generation = try queue.read { db in try BookMetadata.get(.generation, db) }
            logIdentity = FileIdentity(log)
            if asRehearsal { try queue.writeWithoutTransaction { db in try db.beginTransaction(.deferred) } }
        }
    }

    /// Makes an empty file into a book.
    init(filling path: String, rules: Rules, id: String) throws {
        self.path = path
        telephones = TelephoneReader(FileBook.readsInternational)
        isRehearsal = false
        identity = FileIdentity(path)
        queue = try DatabaseQueue(path: path, configuration: FileBook.configuration())
        try setUp(rules: rules, id: id)
        logIdentity = FileIdentity(log)
        try queue.writeWithoutTransaction { db in try facts.watch(db) }
    }

    /// Tells no more of a number than can be told without tables.
    public static let readsInternational: TelephoneParser = { text, _ in TelephoneNumber.international(text) }

    /// The book's file and the two that SQLite keeps next to it.
    public static func files(of path: String) -> [String] { [path, path + "-wal", path + "-shm"] }

    /// Path of the write-ahead log. SQLite keeps it next to the file itself, not next to a link to it.
    var log: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path + "-wal" }

    /// A rehearsal is taken back by closing.
    public func close() throws {
        try translatingErrors(at: path) {
            queue.writeWithoutTransaction { db in FactDigests.unwatch(db) }
            try queue.close()
        }
    }

    /// How long a writer waits for another before `BookError.busy`, in seconds.
    public static let usualPatience = 5.0

    /// Once in a process.
    private static let memoryIsUncounted: Void = csqlite_leave_memory_uncounted()

    static func configuration(patience: Double = usualPatience) -> Configuration {
        memoryIsUncounted
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // After GRDB's own set-up, which would leave synchronous at NORMAL in WAL mode.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    /// One reading: it sees one state of the book, and blocks no one.
    ///
    /// Not through `DatabaseQueue.read`, which forbids writing by a pragma: each change of that makes SQLite prepare
    /// every statement again that the connection keeps.
    func reading<Result>(_ read: (Database) throws -> Result) throws -> Result {
        try queue.writeWithoutTransaction { db in try reading(db) { try read(db) } }
    }

    /// The same, over the connection that one has.
    func reading<Result>(_ db: Database, _ read: () throws -> Result) throws -> Result {
        if isRehearsal { return try read() }
        try db.beginTransaction(.deferred)
        do {
            let result = try read()
            try db.commit()
            return result
        } catch {
            try? db.rollback()
            throw error
        }
    }

    /// One transaction; within a rehearsal a part of the one that is taken back at the end.
    ///
    /// - Throws: `BookError.replaced` where what is written would not be in the book.
    func transaction(
        _ kind: Database.TransactionKind, _ db: Database, _ work: () throws -> Database.TransactionCompletion
    ) throws {
        guard !isRehearsal else { return try db.inSavepoint(work) }
        facts.begin()
        do {
            try db.inTransaction(kind) {
                if kind == .immediate { try checkIsInPlace(db) }
                let completion = try work()
                if completion == .commit { try facts.flush(db) }
                return completion
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
            // Of a file that was moved away, SQLite can't find the log.
            try checkFileIsInPlace()
            throw error
        }
        if kind == .immediate { try checkFileIsInPlace() }
    }

    private func setUp(rules: Rules, id: String) throws {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        }
        try bringUpToDate { _ in }
        try queue.write { db in
            try BookMetadata.set(.id, id, db)
            try BookMetadata.set(.rules, Rules.encoded(rules), db)
            try BookMetadata.set(.numbersRead, "1", db)
            try FactDigests.takeStockOfValues(db)
        }
    }

    private func bringUpToDate(_ report: BookUpgrade.Report) throws {
        try report(BookUpgrade(done: 0, total: 0))
        try Schema.migrator.migrate(queue)
        try queue.write { db in
            try TelephoneUpgrade.runIfNeeded(db, telephones, report)
            try Refolding.runIfNeeded(db, report)
            try FactDigests.takeStock(db)
        }
        // What the steps changed may concern everyone's place.
        if !isRehearsal { try queue.writeWithoutTransaction { db in try putInOrderIfDue(db) } }
        try queue.writeWithoutTransaction { db in
            try FactDigests.takeStockOfValues(db)
            try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
        }
    }

    private func checkIsOurs(upgrading report: BookUpgrade.Report) throws {
        let (marked, version, tables) = try queue.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('book', 'entry')") ?? 0
            )
        }
        guard marked == Schema.applicationID, tables == 2 else {
            throw BookError.notABook(path: path, why: "it is a SQLite file of another program")
        }
        // The number says it at once; asking for each step by name takes as long as the first screen.
        guard version != Schema.version else { return }
        guard try !queue.read(Schema.migrator.hasBeenSuperseded) else { throw BookError.newerVersion(path: path) }
        try bringUpToDate(report)
    }
}
