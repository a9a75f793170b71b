import FileStore
import Foundation
import Terminal

/// Notices when another program commits to the book: an inotify watch on its write-ahead log, and no polling.
///
/// The log is touched once before the commit can be seen, so the book is asked again shortly after.
final class BookWatch {
    let descriptor: Int32
    private let book: FileBook
    private var known: Int64
    /// When to ask again, in nanoseconds of `MonotonicClock`.
    private(set) var askAgain: UInt64?
    private static let pause: UInt64 = 50_000_000

    /// nil where the system has no watch to give: then changes show on the next key.
    init?(_ book: FileBook) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        self.book = book
        known = (try? book.changes()) ?? 0
        inotify_add_watch(descriptor, book.path + "-wal", UInt32(IN_MODIFY))
    }

    deinit { close(descriptor) }

    /// Whether another connection has committed since the last time. To be asked when the descriptor is ready.
    func hasChanged() -> Bool {
        drain()
        let now = (try? book.changes()) ?? known
        guard now != known else {
            askAgain = askAgain == nil ? MonotonicClock.now + BookWatch.pause : nil
            return false
        }
        known = now
        askAgain = nil
        return true
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
