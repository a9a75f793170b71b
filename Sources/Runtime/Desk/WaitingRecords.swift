import Receivables
import Terminal

/// Records that wait for another program to let go of the book.
struct WaitingRecords {
    private var records: [(entry: NewEntry, seen: Int64?, due: UInt64)] = []

    private static let retryAfter: UInt64 = 250_000_000

    /// When the next try is due, in nanoseconds of `MonotonicClock`.
    var deadline: UInt64? { records.map(\.due).min() }

    mutating func add(_ entry: NewEntry, seen: Int64?) {
        records.append((entry, seen, MonotonicClock.now + WaitingRecords.retryAfter))
    }

    mutating func remove(_ id: String) { records.removeAll { $0.entry.id == id } }

    /// Takes one out that is to be tried again.
    mutating func takeDue(_ now: UInt64) -> (entry: NewEntry, seen: Int64?)? {
        guard let place = records.firstIndex(where: { $0.due <= now }) else { return nil }
        let due = records.remove(at: place)
        return (due.entry, due.seen)
    }
}
