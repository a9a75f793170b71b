import FileStore
import Foundation
import Terminal

/// Notices when another program commits to the book: an inotify watch on its write-ahead log, and no polling.
///
/// The log is touched before the commit can be seen, by as long as the disk takes: so the book is asked again
/// shortly after, and twice more.
final class BookWatch {
    let descriptor: Int32
    private let book: FileBook
    private var known: Int64
    /// When to ask again, in nanoseconds of `MonotonicClock`.
    private(set) var askAgain: UInt64?
    /// Those of `pauses` that have passed since the log was last touched.
    private var asked = 0
    private var mayBeLost = false
    private var isLost = false
    private static let pauses: [UInt64] = [50_000_000, 200_000_000, 1_000_000_000]

    /// nil where the system has no watch to give: then changes show on the next key.
    init?(_ book: FileBook) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        self.book = book
        known = (try? book.changes()) ?? 0
        inotify_add_watch(descriptor, book.log, UInt32(IN_MODIFY | IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB))
        inotify_add_watch(descriptor, book.path, UInt32(IN_MOVE_SELF | IN_ATTRIB))
    }

    static let lost =
        """
        The book or its log was moved, removed or replaced: nothing is saved into it any more. Leave and open it \
        again.
        """

    /// Whether the file is no longer the book, since it was last touched; true once.
    func hasLostItsBook() -> Bool {
        guard mayBeLost, !isLost else { return false }
        mayBeLost = false
        isLost = !((try? book.isInPlace()) ?? true)
        return isLost
    }

    deinit { close(descriptor) }

    /// Whether another connection has committed since the last time. To be asked when the descriptor is ready.
    func hasChanged() -> Bool {
        if drain() {
            asked = 0
            mayBeLost = true
        }
        let now = (try? book.changes()) ?? known
        guard now != known else {
            askAgain = asked < BookWatch.pauses.count ? MonotonicClock.now + BookWatch.pauses[asked] : nil
            asked += 1
            return false
        }
        known = now
        askAgain = nil
        mayBeLost = true
        return true
    }

    /// Whether the log was touched since the last time.
    private func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var isTouched = false
        while read(descriptor, &buffer, buffer.count) > 0 { isTouched = true }
        return isTouched
    }
}
