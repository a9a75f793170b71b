import Glibc
import Receivables
import Terminal
import Workstation

/// Messages on their way out: the reminders of a batch that are still to be sent, and the user's own programs at work
/// on what was.
final class SendQueue {
    private let queries: BookQueries
    private let mask: sigset_t
    /// One at a time, so that keys are heard between them.
    private var toRemind: [(id: String, payer: AccountNumber)] = []
    private var handing: [(program: MailHook, id: String, to: String)] = []

    /// Programs that may be at work on messages at the same time.
    private static let handingAtOnce = 4

    /// - Parameter mask: the signals that those programs start with.
    init(_ queries: BookQueries, mask: sigset_t) {
        self.queries = queries
        self.mask = mask
    }

    func send(_ request: MessageRequest, shown: MessageDraft) -> [Event] {
        hand(queries.send(request, shown: shown, at: ProcessContext.now), id: request.id)
    }

    /// Puts a reminder behind those that are still to be sent.
    func remind(_ payer: AccountNumber, id: String) { toRemind.append((id, payer)) }

    /// Whether a reminder waits, and may go.
    var mayRemind: Bool { !toRemind.isEmpty && handing.count < SendQueue.handingAtOnce }

    /// Sends the next reminder, where one may go.
    func remindNext() -> [Event] {
        guard mayRemind else { return [] }
        let (id, payer) = toRemind.removeFirst()
        return hand(queries.remind(payer, id: id, at: ProcessContext.now), id: id)
    }

    /// What became of the programs that are over.
    func hearPrograms() -> [Event] {
        let over = handing.filter(\.program.isOver)
        handing.removeAll { one in over.contains { $0.program === one.program } }
        return over.map { one in
            guard !one.program.hasFailed else {
                queries.giveBack(one.id)
                return .mailed(.failed(MailSentences.notTakenAndListed(one.program.name, to: one.to)))
            }
            return .mailed(queries.markSent(one.id, to: one.to, isByHand: false))
        }
    }

    /// Does what was asked for a message in the outbox.
    func act(_ act: OutboxAct, on message: UnsentMessage) -> [Event] {
        let id = message.entry.id
        guard case .message(let record) = message.entry.act else { return [] }
        switch act {
        case .markSent: return [.mailed(queries.markSent(id, to: record.to, isByHand: true))]
        case .send:
            guard !handing.contains(where: { $0.id == id }) else {
                return [.mailed(.failed(MailSentences.stillSending))]
            }
            guard let hook = queries.hook(for: message) else {
                return [
                    .mailed(
                        .failed(MailSentences.noMailCommand(file: message.file)))
                ]
            }
            return run(hook.arguments, id: id, to: hook.to)
        }
    }

    /// Hands a message that has been sent to the user's own program, where there is one.
    private func hand(_ sent: BookQueries.Sent, id: String) -> [Event] {
        guard let arguments = sent.hook else { return [.sent(id: id, sent.event)] }
        return [.sent(id: id, sent.event)] + run(arguments, id: id, to: sent.to)
    }

    /// - Parameter arguments: nil where another program has the message.
    private func run(_ arguments: [String]?, id: String, to address: String) -> [Event] {
        guard let arguments else {
            return [
                .mailed(
                    .failed(MailSentences.leftOutboxOrTaken(to: address)))
            ]
        }
        do {
            handing.append((try MailHook(arguments, mask: mask), id, address))
            return []
        } catch {
            queries.giveBack(id)
            return [.mailed(.failed(MailSentences.isInOutbox("\(error)", to: address)))]
        }
    }
}
