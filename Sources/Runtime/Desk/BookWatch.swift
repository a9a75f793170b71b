import Foundation
import Receivables
import Terminal

/// Notices when another program commits to the book, by the book's own descriptor and without polling.
///
/// The descriptor says so before the commit can be seen, by as long as the disk takes: so the book is asked again
/// shortly after, and twice more.
final class BookWatch {
    let descriptor: Int32
    private let book: any Book
    private var known: Int64
    /// When to ask again, in nanoseconds of `MonotonicClock`.
    private(set) var askAgain: UInt64?
    /// Those of `pauses` that have passed since anything was last heard.
    private var asked = 0
    private var mayBeLost = false
    private var isLost = false
    private static let pauses: [UInt64] = [50_000_000, 200_000_000, 1_000_000_000]

    /// nil where there is nothing to watch by: then changes show on the next key.
    init?(_ book: any Book) {
        guard let descriptor = book.changeDescriptor() else { return nil }
        self.descriptor = descriptor
        self.book = book
        known = (try? book.changes()) ?? 0
    }

    static let lost =
        """
        The book or its log was moved, removed or replaced: nothing is saved into it any more. Leave and open it \
        again.
        """

    /// Whether what is written no longer reaches the book, since anything was last heard; true once.
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

    /// Whether anything was heard since the last time.
    private func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var isHeard = false
        while read(descriptor, &buffer, buffer.count) > 0 { isHeard = true }
        return isHeard
    }
}
