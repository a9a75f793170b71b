import GRDB
import Receivables

extension FileBook {
    /// Puts everybody in order after a round of extracts, as far as that is due.
    public func putInOrderIfDue(progress: Progress) throws {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in try putInOrderIfDue(db, progress: progress) }
        }
    }

    /// Imports an extract: all of it or, on any error, nothing (DOMAIN.md §7).
    ///
    /// Rows are staged aside while nothing is locked. Few changes are then worked out against a
    /// snapshot, still without a lock, and applied at once; many (a first import) are applied as they are found.
    /// Should another import come between, staging was for a book that is no more, and it begins again.
    ///
    /// - Parameters:
    ///   - extract: the file and its day.
    ///   - source: its rows.
    ///   - stamp: who imports, and when.
    ///   - moreFollow: other extracts come at once, so that the order waits for them: `putInOrderIfDue` is called
    ///     afterwards.
    ///   - progress: told how many rows are done.
    public func importExtract(
        _ extract: Extract, from source: inout some ExtractSource, stamp: Stamp, moreFollow: Bool, progress: Progress
    ) throws -> Receipt {
        try importing { db in
            while true {
                guard var taken = try attempt(extract, &source, stamp, progress, db) else { continue }
                guard !moreFollow else { return taken.receipt }
                do {
                    try putInOrderIfDue(db, after: taken.payers, progress: progress)
                } catch {
                    // What was imported stays: no error may say that nothing was.
                    taken.receipt.notices.append(
                        "the queue could not be ranked now; it will be when the book is opened next")
                }
                return taken.receipt
            }
        }
    }

    /// The connection as imports use it, with nothing staged left behind.
    func importing<Result>(_ work: (Database) throws -> Result) throws -> Result {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in
                // An index that is built once is sorted by SQLite, which may use a second processor for it.
                try db.run("PRAGMA cache_size = \(ExtractWork.cacheSize)")
                try db.run("PRAGMA threads = 2")
                defer {
                    try? Staging.makeEmpty(db)
                    telephones.forget()
                }
                return try work(db)
            }
        }
    }

    /// - Returns: nil where another import came between; with who has to be ranked again, nil for everybody.
    private func attempt(
        _ extract: Extract, _ source: inout some ExtractSource, _ stamp: Stamp, _ progress: Progress, _ db: Database
    ) throws -> (receipt: Receipt, payers: Set<Int64>?)? {
        var version: ImportVersion?
        var compared: ComparedExtract?
        try transaction(.deferred, db) {
            version = try ImportVersion(db)
            var registry = try AccountRegistry(db)
            let staged = try StagedExtract(extract, stamp, from: &source, &registry, db, progress: progress)
            try FileBook.checkAge(of: staged, db)
            compared = try ComparedExtract(staged, db, file: sharedFile)
            try TelephoneTable.readAhead(db, telephones, try rules(db))
            // Temporary tables only: to the book this was a reading.
            return .commit
        }
        guard let compared, !compared.staged.isNothing else { return (Receipt(), []) }
        var taken: (Receipt, Set<Int64>?)?
        try transaction(.immediate, db) {
            guard let version, try version.holds(db) else { return .rollback }
            taken = try ExtractWork(db, compared, telephones, facts: facts).runToKeep(progress: progress)
            return .commit
        }
        return taken
    }

    /// An extract of open items from before the last one of its parts would undo what is known since.
    static func checkAge(of staged: StagedExtract, _ db: Database) throws {
        let extract = staged.extract
        guard extract.kind == .openItems, !extract.isForced,
            let last = try ExtractDays(db).newest(of: staged.items.parts),
            extract.day < last
        else { return }
        throw BookError.refused(.olderThanLast(day: extract.day, last: last))
    }
}

/// What must not have moved between staging and applying: the newest account, the newest import, and what is open.
struct ImportVersion {
    private let lastAccount: Int
    private let lastImport: Int64
    /// Where the journal ended.
    private let head: Int64

    init(_ db: Database) throws {
        lastAccount = try AccountTable.count(db)
        lastImport = try ImportVersion.lastImport(db)
        head = try EntryTable.head(db).seq
    }

    func holds(_ db: Database) throws -> Bool {
        try AccountTable.count(db) == lastAccount && ImportVersion.lastImport(db) == lastImport && !hasMatches(db)
    }

    /// Imports have no payer, so the index finds their newest at once.
    private static func lastImport(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(seq) FROM entry WHERE payer IS NULL")) ?? 0
    }

    /// Whether cash was matched with items since, or a match was taken back: nothing else but imports changes what is
    /// open.
    private func hasMatches(_ db: Database) throws -> Bool {
        let rows = try RawStatement(
            db,
            """
            SELECT 1 FROM entry LEFT JOIN entry AS undone ON undone.seq = entry.undoes
            WHERE entry.seq > ? AND (entry.kind = 'match' OR undone.kind = 'match') LIMIT 1
            """)
        rows.bind(1, head)
        defer { rows.rewind() }
        return try rows.step()
    }
}
