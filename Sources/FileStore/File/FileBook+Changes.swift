import Foundation
import GRDB
import Receivables

extension FileBook {
    /// Moves on when another connection has committed since it was last asked, and never for our own commits.
    public func changes() throws -> Int64 {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
        }
    }

    /// An inotify watch on the write-ahead log, which every commit writes, and on the file itself. The log is touched
    /// before the commit can be seen, by as long as the disk takes.
    ///
    /// - Returns: nil where the system has no watch to give. Who asks closes the descriptor.
    public func changeDescriptor() -> Int32? {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        inotify_add_watch(descriptor, log, UInt32(IN_MODIFY | IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB))
        inotify_add_watch(descriptor, path, UInt32(IN_MOVE_SELF | IN_ATTRIB))
        return descriptor
    }
}
