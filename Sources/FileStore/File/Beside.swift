import Dispatch
import GRDB
import Synchronization

/// Reading over a connection of its own, so that a second processor helps with what takes long.
///
/// It counts only as long as it sees the state of the first connection: the journal ends at the same place, and whatever
/// changes facts writes to it.
enum Beside {
    /// - Parameter head: where the journal ends for the first connection.
    /// - Returns: nil where the book has moved on, or can't be opened once more.
    fileprivate static func read<Result>(_ file: String, seeing head: Int64, _ work: (Database) throws -> Result) throws -> Result? {
        var configuration = FileBook.configuration()
        configuration.readonly = true
        guard let book = try? DatabaseQueue(path: file, configuration: configuration) else { return nil }
        return try book.read { db in
            guard try EntryTable.head(db).seq == head else { return nil }
            return try work(db)
        }
    }

    /// One answer, which is waited for.
    final class Answer<Made: Sendable>: Sendable {
        private let group = DispatchGroup()
        private let outcome = Mutex<Result<Made?, any Error>>(.success(nil))

        init(_ file: String, seeing head: Int64, _ work: @escaping @Sendable (Database) throws -> Made) {
            DispatchQueue.global().async(group: group) { [self] in
                let result = Result { try Beside.read(file, seeing: head, work) }
                outcome.withLock { $0 = result }
            }
        }

        /// - Returns: nil where the book had moved on.
        func wait() throws -> Made? {
            group.wait()
            return try outcome.withLock { try $0.get() }
        }
    }

    /// Pieces of an answer, a few of which are made ahead.
    final class Pieces<Piece: Sendable>: Sendable {
        private struct State {
            var made: [Piece] = []
            /// How it ended: whether what was read counts.
            var end: Result<Bool, any Error>?
            var isUnwanted = false
        }

        private struct Unwanted: Error {}

        private let state = Mutex(State())
        private let ready = DispatchSemaphore(value: 0)
        private let room = DispatchSemaphore(value: 0)

        /// - Parameter work: hands over one piece after the other.
        init(_ file: String, seeing head: Int64, ahead: Int = 4, _ work: @escaping @Sendable (Database, (Piece) throws -> Void) throws -> Void) {
            for _ in 0..<ahead { room.signal() }
            DispatchQueue.global().async { [self] in
                let result = Result { try Beside.read(file, seeing: head) { db in try work(db, handOver) } != nil }
                state.withLock { $0.end = result }
                ready.signal()
            }
        }

        private func handOver(_ piece: Piece) throws {
            room.wait()
            try state.withLock { state in
                if state.isUnwanted { throw Unwanted() }
                state.made.append(piece)
            }
            ready.signal()
        }

        /// - Returns: no piece at the end; and whether that is because the book had moved on, before the first.
        func next() throws -> (piece: Piece?, isOther: Bool) {
            ready.wait()
            return try state.withLock { state in
                guard state.made.isEmpty else {
                    room.signal()
                    return (state.made.removeFirst(), false)
                }
                // The end is found again by whoever asks again.
                ready.signal()
                return (nil, try !(state.end?.get() ?? true))
            }
        }

        /// Nobody asks for more.
        func stop() {
            state.withLock { $0.isUnwanted = true }
            room.signal()
        }
    }
}
