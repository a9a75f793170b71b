import Terminal
import Workstation

/// Readings that are put off, so that a key is shown before them.
struct PendingQueries {
    /// Words that are being typed, to be looked for once no more key has come.
    private var find: Query?
    /// Rows that the cursor comes near to, to be read once the screen shows where it is, and when.
    private var rows: (query: Query, due: UInt64)?

    /// The terminal shows a picture once this program sleeps: reading on at once would hold it back as long.
    private static let readAfter: UInt64 = 3_000_000

    /// When the rows are to be read, in nanoseconds of `MonotonicClock`.
    var deadline: UInt64? { rows?.due }

    /// - Returns: whether it is put off.
    mutating func postpone(_ query: Query) -> Bool {
        switch query {
        // Of words that are typed faster than they are looked for, only the last are.
        case .find: find = query
        // Rows that follow those that are there.
        case .queue(let page) where page.offset > 0: rows = (query, MonotonicClock.now + PendingQueries.readAfter)
        default: return false
        }
        return true
    }

    mutating func takeFind() -> Query? {
        defer { find = nil }
        return find
    }

    mutating func takeRows() -> Query? {
        defer { rows = nil }
        return rows?.query
    }
}
