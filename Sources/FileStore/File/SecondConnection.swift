import Dispatch
import GRDB
import Synchronization

/// Reading over a connection of its own, so that a second processor helps with what takes long.
///
/// It counts only as long as it sees the state of the first connection: the journal ends at the same place, and
/// whatever changes facts writes to it.
enum SecondConnection {
    /// - Parameter head: the hash with which the journal ends for the first connection.
    /// - Returns: nil where the book has moved on, or can't be opened once more.
    fileprivate static func read<Result>(_ file: String, seeing head: [UInt8], _ work: (Database) throws -> Result)
        throws -> Result?
    {
        var configuration = FileBook.configuration()
        configuration.readonly = true
        guard let book = try? DatabaseQueue(path: file, configuration: configuration) else { return nil }
        return try book.read { db in
            guard try EntryTable.head(db).hash == head else { return nil }
            return try work(db)
        }
    }

    /// One answer, which is waited for.
    final class Answer<Made: Sendable>: Sendable {
        private let group = DispatchGroup()
        private let outcome = Mutex<Result<Made?, any Error>>(.success(nil))

        init(_ file: String, seeing head: [UInt8], _ work: @escaping @Sendable (Database) throws -> Made) {
            DispatchQueue.global().async(group: group) { [self] in
                let result = Result { try SecondConnection.read(file, seeing: head, work) }
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
        private let pieces: Handover<Piece, Bool>

        /// - Parameter work: hands over one piece after the other.
        init(
            _ file: String, seeing head: [UInt8], ahead: Int,
            _ work: @escaping @Sendable (Database, (Piece) throws -> Void) throws -> Void
        ) {
            pieces = Handover(ahead: ahead) { handOver in
                try SecondConnection.read(file, seeing: head) { db in try work(db, handOver) } != nil
            }
        }

        /// - Returns: no piece at the end; and whether that is because the book had moved on, before the first.
        func next() throws -> (piece: Piece?, isOther: Bool) {
            if let piece = pieces.next() { return (piece, false) }
            return (nil, try !pieces.end())
        }

        /// No one asks for more.
        func stop() { pieces.stop() }
    }
}
