import Foundation
import GRDB
import Receivables

/// Which file a path leads to: by its device and its number there. As long as a file is open, no other gets its number.
struct FileIdentity: Equatable {
    private let device: UInt64
    private let number: UInt64

    /// nil where the path leads nowhere.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}

extension FileBook {
    /// Whether the path still leads to the book that was opened: it doesn't once the file was moved away or another was
    /// put in its place, or a backup was restored into it.
    public func isInPlace() throws -> Bool {
        guard !isRehearsal else { return true }
        return try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in try filesAreInPlace && holdsItsGeneration(db) }
        }
    }

    /// To be asked within a write transaction, when no one else can restore anything.
    func checkIsInPlace(_ db: Database) throws {
        try checkFileIsInPlace()
        guard try holdsItsGeneration(db) else { throw BookError.replaced(path: path) }
    }

    /// To be asked once more when a transaction has been committed: the file may have been moved meanwhile.
    func checkFileIsInPlace() throws {
        guard filesAreInPlace else { throw BookError.replaced(path: path) }
    }

    /// What is written into a log that was removed is lost with this program.
    private var filesAreInPlace: Bool {
        FileIdentity(path) == identity && (logIdentity == nil || FileIdentity(log) == logIdentity)
    }

    private func holdsItsGeneration(_ db: Database) throws -> Bool {
        try BookMetadata.get(.generation, db) == generation
    }
}
