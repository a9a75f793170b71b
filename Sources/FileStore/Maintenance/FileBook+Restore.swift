import Files
import Foundation
import GRDB
import Receivables

extension FileBook {
    /// Puts a backup in a book's place. The earlier book is never overwritten but kept next to it.
    ///
    /// The backup is only read: it may be read-only, and of an older version. At every moment there is a book in the
    /// place: a sound one is written over in one transaction, a damaged one goes when the other takes its name.
    ///
    /// - Parameters:
    ///   - backup: the path of the backup.
    ///   - path: the place of the book.
    ///   - tag: random; goes into the name under which the old book is kept.
    ///   - force: whether to take over from other programs that have the book open. What they write then is refused.
    ///   - telephones: reads numbers, where the backup is of an older version.
    /// - Returns: where the old book is now, or nil where there was none.
    /// - Throws: `BookError.inUse`; `.damaged` or `.notABook` where the backup is not sound.
    public static func restore(
        _ backup: String, to path: String, keepingOldAs tag: String, force: Bool = false,
        telephones: @escaping TelephoneParser = FileBook.readsInternational
    ) throws -> String? {
        // A link stays a link: what it leads to is the book.
        let place = FileIdentity(path) == nil ? path : URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let making = FileInMaking(place)
        // Also what a killed restore left of the book that it wanted to keep.
        FileInMaking.clearAway(
            in: NewFile.folder(of: place), beginning: (place as NSString).lastPathComponent + ".before-")
        try making.create(replacing: true)
        defer { making.remove() }
        try RestoredBook(backup, making, tag).make(telephones)
        guard FileIdentity(place) != nil else {
            try making.setAsideLogs()
            try making.settle()
            return nil
        }
        let kept = place + ".before-" + tag
        if ReplacedBook.canBeWrittenOver(place) {
            try ReplacedBook(place, kept: kept, tag).writeOver(with: making.draft, force: force)
        } else {
            try ReplacedBook(place, kept: kept, tag).giveWay(to: making, force: force)
        }
        return kept
    }
}

/// What a backup becomes: a book of this version, checked.
private struct RestoredBook {
    private let backup: String
    private let making: FileInMaking
    private let tag: String

    init(_ backup: String, _ making: FileInMaking, _ tag: String) {
        self.backup = backup
        self.making = making
        self.tag = tag
    }

    func make(_ telephones: @escaping TelephoneParser) throws {
        do {
            try FileBook.checkCanBeRead(backup)
            try FileBook.checkMagic(backup)
            try fill()
            let book = try FileBook(opening: making.draft, telephones: telephones)
            let proof = try book.verify { _, _ in }
            guard proof.isSound else {
                throw BookError.damaged(path: backup, why: proof.problems.first?.text ?? "it is not sound")
            }
            try book.queue.writeWithoutTransaction { db in
                try book.transaction(.immediate, db) {
                    try BookMetadata.set(.generation, tag, db)
                    return .commit
                }
            }
            try book.close()
        } catch let error as BookError {
            throw error.speaking(of: backup, orOf: making, insteadOf: making.draft)
        }
    }

    private func fill() throws {
        guard FileBook.canBeWritten(backup) else { return try copyBytes() }
        // It may be a book that somebody works with.
        let source = try translatingErrors(at: backup) { try DatabaseQueue(path: backup) }
        defer { try? source.close() }
        try translatingErrors(at: making.draft) {
            let copy = try DatabaseQueue(path: making.draft)
            try SoundCopy.copy(source, at: backup, to: copy)
            try copy.close()
        }
    }

    /// SQLite can't read next to a file where it may not write.
    private func copyBytes() throws {
        for (from, to) in zip(FileBook.files(of: backup), FileBook.files(of: making.draft)).prefix(2)
        where FileIdentity(from) != nil { try FileCopy.write(from, to: to, replacing: true) }
    }
}

/// The book that stands where a backup is to be.
private struct ReplacedBook {
    private let path: String
    private let kept: String
    /// By which the new book is known.
    private let tag: String

    init(_ path: String, kept: String, _ tag: String) {
        self.path = path
        self.kept = kept
        self.tag = tag
    }

    /// Whether SQLite can carry the change out: only in a file of ours that isn't damaged at its root.
    static func canBeWrittenOver(_ path: String) -> Bool {
        guard (try? FileBook.checkFile(path)) != nil, let book = try? DatabaseQueue(path: path) else { return false }
        defer { try? book.close() }
        return
            (try? book.read { db in
                try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
                    && Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_schema") != nil
            }) ?? false
    }

    /// In one transaction, as SQLite copies a whole file: every program that has the book open sees
    /// the old book or the new one.
    func writeOver(with fresh: String, force: Bool) throws {
        try translatingErrors(at: path) {
            chmod(path, 0o600)
            var configuration = Configuration()
            configuration.busyMode = .timeout(FileBook.usualPatience)
            let book = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? book.close() }
            if !force { try checkNobodyHasIt(book) }
            try book.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                try db.execute(sql: "PRAGMA synchronous = FULL")
            }
            let keeper = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? keeper.close() }
            let source = try DatabaseQueue(path: fresh)
            defer { try? source.close() }
            for _ in 0..<5 where try keepAndWriteOver(book, with: source, keeper) { return }
            throw BookError.busy(path: path)
        }
    }

    /// `journal_mode` can only be changed by who is alone.
    private func checkNobodyHasIt(_ book: DatabaseQueue) throws {
        do {
            try book.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA busy_timeout = 250")
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
                try db.execute(sql: "PRAGMA busy_timeout = \(Int(FileBook.usualPatience * 1_000))")
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            throw BookError.inUse(path: path)
        }
    }

    private struct HasChanged: Error {}

    /// - Returns: false where somebody has written between the two.
    private func keepAndWriteOver(
        _ book: DatabaseQueue, with source: DatabaseQueue, _ keeper: DatabaseQueue
    ) throws -> Bool {
        func version() throws -> Int64? {
            try keeper.writeWithoutTransaction { db in try Int64.fetchOne(db, sql: "PRAGMA data_version") }
        }
        let before = try version()
        try keep(keeper)
        var isChecked = false
        do {
            // From the first page on no one else writes; that is when it shows whether somebody has before.
            try source.backup(to: book, pagesPerStep: 1) { _ in
                guard !isChecked else { return }
                isChecked = true
                guard try version() == before else { throw HasChanged() }
            }
        } catch {
            // What is kept goes only where the old book surely still stands.
            if try keeper.read({ db in try BookMetadata.get(.generation, db) }) != tag { unlink(kept) }
            if error is HasChanged { return false }
            throw error
        }
        // What was committed is on the disk; the log only grows by it.
        _ = try? book.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        return true
    }

    private func keep(_ keeper: DatabaseQueue) throws {
        let making = FileInMaking(kept)
        try making.create()
        defer { making.remove() }
        try making.translatingErrors { try fill(making, from: keeper) }
        try making.settle()
    }

    private func fill(_ making: FileInMaking, from keeper: DatabaseQueue) throws {
        let copy = try DatabaseQueue(path: making.draft)
        try SoundCopy.copy(keeper, at: path, to: copy)
        try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }

    /// A file that SQLite can't change goes when the other takes its name.
    func giveWay(to making: FileInMaking, force: Bool) throws {
        if !force, isLocked { throw BookError.inUse(path: path) }
        let old = FileIdentity(path)
        try keepFile(path, as: kept)
        let log = path + "-wal", keptLog = kept + "-wal"
        do {
            if FileIdentity(log) != nil { try keepFile(log, as: keptLog) }
            try FileInMaking.syncFolder(of: path)
            // The log of the old book would be taken for one of the new.
            for file in [log, path + "-shm"] where unlink(file) != 0 && errno != ENOENT {
                throw BookError.failed(path: file, why: String(cString: strerror(errno)))
            }
            try making.settle(replacing: true)
        } catch {
            // Where only the end of it failed, the old book is no more but by the name under which it is kept.
            guard FileIdentity(path) == old else { throw error }
            if FileIdentity(log) == nil { link(keptLog, log) }
            for file in [kept, keptLog] { unlink(file) }
            throw error
        }
    }

    /// Under a second name, or as a copy where the file system knows no such thing.
    private func keepFile(_ file: String, as name: String) throws {
        if link(file, name) != 0 { try FileCopy.write(file, to: name) }
    }

    /// Whether a program holds the lock by which SQLite reads.
    private var isLocked: Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        // SQLite's file format: the pending byte, the reserved byte and 510 shared ones.
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
    }
}

extension BookError {
    /// The same of other files: a copy that is being made is no name for people. What is in it comes from the backup;
    /// what happens to it happens where the book is to be.
    fileprivate func speaking(of path: String, orOf making: FileInMaking, insteadOf draft: String) -> BookError {
        switch self {
        case .notABook(draft, let why): .notABook(path: path, why: why)
        case .newerVersion(draft): .newerVersion(path: path)
        case .damaged(draft, let why): .damaged(path: path, why: why)
        default: making.speaking(self)
        }
    }
}
