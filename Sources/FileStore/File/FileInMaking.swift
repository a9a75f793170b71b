import Files
import Foundation
import Receivables

/// A file on its way to its place. It is made next to it under another name and gets its own when it is whole and on
/// disk, so that a stop at any moment leaves no half of one.
struct FileInMaking {
    let place: String
    /// Of this process alone.
    let draft: String
    private static let mark = ".new-"

    init(_ place: String) {
        self.place = place
        draft = place + FileInMaking.mark + "\(getpid())"
    }

    /// Creates the draft, readable by its owner alone, and clears away what killed processes left of theirs.
    ///
    /// - Parameter replacing: whether a file that stands in the place will go.
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`.
    func create(replacing: Bool = false) throws {
        remove()
        FileInMaking.clearAwayDrafts(of: place)
        guard replacing || !isTaken else { throw BookError.alreadyExists(path: place) }
        try FileBook.createFile(draft, for: place)
    }

    /// Also by a link that leads nowhere.
    private var isTaken: Bool {
        var status = stat()
        return lstat(place, &status) == 0
    }

    /// Gives the draft its name, on the disk itself.
    ///
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`, `.failed`.
    func settle(replacing: Bool = false) throws {
        try sync()
        if replacing {
            guard rename(draft, place) == 0 else { throw failure() }
        } else if link(draft, place) == 0 {
            // A second name, which no other file can have had before.
            unlink(draft)
        } else {
            // Where the file system knows no second names.
            guard errno != EEXIST, !isTaken else { throw BookError.alreadyExists(path: place) }
            guard rename(draft, place) == 0 else { throw failure() }
        }
        try FileInMaking.syncFolder(of: place)
    }

    /// The log of a book that is gone would be taken for one of the book that is to have its place. It may hold the
    /// last that was written there, so that it stays, under another name.
    func setAsideLogs() throws {
        guard !isTaken else { return }
        unlink(place + "-shm")
        let log = place + "-wal"
        guard FileIdentity(log) != nil else { return }
        let other = place + ".gone-\(getpid())-wal"
        guard rename(log, other) == 0 else { throw failure() }
    }

    /// Whether all of a book's file is in it, and nothing in a log next to it.
    static func isWithoutLog(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) != 0 || status.st_size == 0
    }

    /// Runs work on the draft. Errors speak of the place.
    func translatingErrors<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try FileStore.translatingErrors(at: draft, work)
        } catch let error as BookError {
            throw speaking(error)
        }
    }

    /// An error of the draft as one of the place: people don't know the other name.
    func speaking(_ error: BookError) -> BookError {
        switch error {
        case .diskFull(draft): isFull
        case .failed(draft, let why): .failed(path: place, why: why)
        case .cannotCreate(draft, let why): .cannotCreate(path: place, why: why)
        case .readOnly(draft): .readOnly(path: place)
        case .notPermitted(draft): .notPermitted(path: place)
        case .busy(draft): .busy(path: place)
        case .damaged(draft, let why): .damaged(path: place, why: why)
        default: error
        }
    }

    /// That there is no room: for another in the place of a file, or for one that hasn't been there.
    private var isFull: BookError { isTaken ? .diskFull(path: place) : .noRoom(path: place) }

    private func failure() -> BookError { .cannotCreate(path: place, why: String(cString: strerror(errno))) }

    /// Removes the draft with all that SQLite kept next to it.
    func remove() { FileInMaking.remove(draft) }

    static func remove(_ path: String) { for file in FileBook.files(of: path) + [path + "-journal"] { unlink(file) } }

    /// Removes the drafts of a file that killed processes left.
    static func clearAwayDrafts(of place: String) {
        clearAway(in: NewFile.folder(of: place), beginning: (place as NSString).lastPathComponent + mark)
    }

    /// Removes the drafts of processes that are no more.
    ///
    /// - Parameter start: how the names of the files in question begin.
    static func clearAway(in folder: String, beginning start: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(start) {
            guard let mark = name.range(of: FileInMaking.mark, options: .backwards),
                let process = pid_t(name[mark.upperBound...].prefix { $0.isNumber }), kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            unlink((folder as NSString).appendingPathComponent(name))
        }
    }

    /// Brings the draft to the disk itself.
    private func sync() throws {
        let file = open(draft, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BookError.failed(path: place, why: String(cString: strerror(errno))) }
        defer { close(file) }
        guard fsync(file) == 0 else {
            throw errno == ENOSPC
                ? isFull : BookError.failed(path: place, why: String(cString: strerror(errno)))
        }
    }

    /// A name is to survive a power cut as well.
    static func syncFolder(of path: String) throws {
        do {
            try NewFile.sync(folderOf: path)
        } catch {
            throw error.isDiskFull ? BookError.diskFull(path: path) : BookError.failed(path: path, why: error.reason)
        }
    }
}
