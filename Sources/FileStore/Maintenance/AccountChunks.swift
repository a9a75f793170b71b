import Synchronization

/// The ids of a book's accounts, in chunks that several threads share out among themselves.
final class AccountChunks: Sendable {
    /// The highest id.
    let last: Int64
    private let given = Atomic<Int64>(0)
    private static let size: Int64 = 500

    init(last: Int64) { self.last = last }

    /// - Returns: nil once all were given out.
    func next() -> ClosedRange<Int64>? {
        let end = given.add(AccountChunks.size, ordering: .relaxed).newValue
        let start = end - AccountChunks.size + 1
        return start <= last ? start...end : nil
    }
}
