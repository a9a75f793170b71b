import Dispatch
import Synchronization

/// Pieces of something that a second thread makes while this one takes them. A few are made ahead, never more.
final class Handover<Piece: Sendable, End: Sendable>: Sendable {
    private struct State {
        var made: [Piece] = []
        var end: Result<End, any Error>?
        var isUnwanted = false
    }

    private struct Unwanted: Error {}

    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)
    private let making = DispatchGroup()

    /// - Parameters:
    ///   - ahead: how many pieces may wait to be taken.
    ///   - make: hands over one piece after the other, and says how it ended.
    init(ahead: Int, _ make: @escaping @Sendable (_ handOver: (Piece) throws -> Void) throws -> End) {
        for _ in 0..<ahead { room.signal() }
        DispatchQueue.global().async(group: making) { [self] in
            let end = Result { try make(handOver) }
            state.withLock { $0.end = end }
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

    /// nil at the end.
    func next() -> Piece? {
        ready.wait()
        let piece = state.withLock { $0.made.isEmpty ? nil : $0.made.removeFirst() }
        // The end is found again by the next call.
        if piece == nil { ready.signal() } else { room.signal() }
        return piece
    }

    /// How it ended, once there is no piece left.
    func end() throws -> End {
        making.wait()
        guard let end = state.withLock({ $0.end }) else { throw Unwanted() }
        return try end.get()
    }

    /// No one asks for more; what is being made now is not left to itself.
    func stop() {
        state.withLock { $0.isUnwanted = true }
        room.signal()
        making.wait()
    }
}
