import Glibc
import Receivables
import Terminal
import Workstation

/// Messages on their way out: the reminders of a batch that are still to be sent, and the user's own programs at work on
/// what was.
final class Outgoing {
    private let errands: Errands
    private let mask: sigset_t
    /// One at a time, so that keys are heard between them.
    private var toRemind: [(id: String, payer: AccountNumber)] = []
    private var handing: [Handing] = []

    /// Programs that may be at work on messages at the same time.
    private static let handingAtOnce = 4

    /// - Parameter mask: the signals that those programs start with.
    init(_ errands: Errands, mask: sigset_t) {
        self.errands = errands
        self.mask = mask
    }

    func send(_ request: MessageRequest, shown: MessageDraft) -> [Event] {
        hand(errands.send(request, shown: shown, at: World.now), id: request.id)
    }

    /// Puts a reminder behind those that are still to be sent.
    func remind(_ payer: AccountNumber, id: String) { toRemind.append((id, payer)) }

    /// Whether a reminder waits, and may go.
    var mayRemind: Bool { !toRemind.isEmpty && handing.count < Outgoing.handingAtOnce }

    /// Sends the next reminder, where one may go.
    func remindNext() -> [Event] {
        guard mayRemind else { return [] }
        let (id, payer) = toRemind.removeFirst()
        return hand(errands.remind(payer, id: id, at: World.now), id: id)
    }

    /// What became of the programs that are over.
    func hearPrograms() -> [Event] {
        let over = handing.filter(\.isOver)
        handing.removeAll { program in over.contains { $0 === program } }
        return over.filter(\.hasFailed).map {
            .failed(Workstation.Failure(.other, "\($0.name) did not take a message; it is in the outbox."))
        }
    }

    /// Hands a message that has been sent to the user's own program, where there is one.
    private func hand(_ sent: Errands.Sent, id: String) -> [Event] {
        guard let arguments = sent.hook else { return [.sent(id: id, sent.event)] }
        do {
            handing.append(try Handing(arguments, mask: mask))
            return [.sent(id: id, sent.event)]
        } catch {
            return [.sent(id: id, sent.event), .failed(Workstation.Failure(.other, "\(error). The message is in the outbox."))]
        }
    }
}
