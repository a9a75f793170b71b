import FileStore
import Receivables
import Workstation

/// Messages for the workstation: worded, listed, sent.
extension Errands {
    func message(_ request: MessageRequest, at moment: Moment) throws -> MessageAnswer {
        guard let posting else { throw BookError.missing(path: "") }
        do {
            let dossier = try posting.book.dossier(of: request.account, asOf: moment)
            return .draft(try posting.compose(request.kind, dossier, items: Set(request.items), id: request.id).draft)
        } catch let problem as MessageProblem {
            return .problem(problem.sentence)
        } catch let error as BookError {
            throw error
        } catch {
            return .problem(Errands.sentence(error))
        }
    }

    func reminders(at moment: Moment, of people: [String]?) throws -> [ReminderRow] {
        guard let posting else { throw BookError.missing(path: "") }
        return try posting.book.remindable(at: moment, of: people).compactMap { payer in
            let dossier = try posting.book.dossier(of: payer, asOf: moment)
            let name = dossier.facts.name
            switch dossier.reminder() {
            case .failure(.notDue): return nil
            case .failure(.leftOut(let why)): return ReminderRow(payer: payer, name: name, leftOut: why.text)
            case .success(let (content, _, address)):
                return ReminderRow(payer: payer, name: name, to: address.text, amounts: content.totals, kind: content.kind)
            }
        }
    }

    /// What became of a message, and the user's own program that it is to be handed to.
    struct Sent {
        var event: SendEvent
        var hook: [String]?
        var to = ""
    }

    /// Sends a message as it was shown; one that would read otherwise by now is shown anew instead.
    func send(_ request: MessageRequest, shown: MessageDraft, at now: Instant) -> Sent {
        trying { posting, moment in
            let dossier = try posting.book.dossier(of: request.account, asOf: moment(now))
            let message = try posting.compose(request.kind, dossier, items: Set(request.items), id: request.id)
            guard message.draft == shown else { return Sent(event: .changed(message.draft)) }
            return try send(message, posting) { .changed(message.draft) }
        }
    }

    /// Sends the reminder that a payer is due now, if it still is.
    func remind(_ payer: AccountNumber, id: String, at now: Instant) -> Sent {
        trying { posting, moment in
            switch try posting.remind(try posting.book.dossier(of: payer, asOf: moment(now)), id: id) {
            case .notDue: return Sent(event: .leftOut(LeftOut.doneSince.text))
            case .leftOut(let why): return Sent(event: .leftOut(why.text))
            case .ready(let message): return try send(message, posting) { .leftOut(LeftOut.changed.text) }
            }
        }
    }

    func takeBack(_ id: String) -> [Event] {
        guard let posting, (try? posting.takeBack(id)) != true else { return [] }
        return [.failed(Workstation.Failure(.other, "Taken back; but the message has left the outbox already."))]
    }

    func unsent() throws -> [UnsentMessage] { try posting?.unsent() ?? [] }

    func letter(_ id: String) throws -> [String] { try posting?.letter(id) ?? [] }

    /// The mail command for a message that waits in the outbox; nil where there is none. Its arguments are nil where
    /// another program has the message.
    func hook(for message: UnsentMessage) -> (arguments: [String]?, to: String)? {
        guard case .message(let record) = message.entry.act, let posting, posting.canMail else { return nil }
        // What was handed over before is sent again because the caller says so.
        let file = message.isHanded ? message.file : try? posting.hand(message.entry.id)
        let arguments = file.flatMap { posting.hook(to: record.to, subject: message.entry.text, file: $0) }
        return (arguments, record.to)
    }

    func giveBack(_ id: String) { try? posting?.giveBack(id) }

    /// - Returns: what is to be said about it.
    func markSent(_ id: String, to address: String, isByHand: Bool) -> MailEvent {
        do {
            let isMoved = try posting?.markSent(id) ?? false
            // A mail command may have moved the file itself.
            guard isMoved || !isByHand else {
                return .failed("The message to \(address) is not in the outbox any more.")
            }
            return isByHand ? .marked(to: address) : .sent(to: address)
        } catch {
            return .failed(Errands.sentence(error))
        }
    }

    private func send(_ message: Posting.Composed, _ posting: Posting, stale: () -> SendEvent) throws -> Sent {
        switch try posting.send(message) {
        case .stale: return Sent(event: stale())
        case .recorded(let file, _):
            // As `duly outbox` lists it once the folder can be written; called failed, it would be sent again.
            let unsent = (try? posting.countUnsent()) ?? 0
            return Sent(
                event: .saved(message.record, OutboxPlace(file: file, unsent: unsent + 1)), to: message.record.to)
        case .sent(let file):
            let handed = posting.canMail ? (try? posting.hand(message.mail.id)) ?? nil : nil
            let hook = handed.flatMap { posting.hook(to: message.record.to, subject: message.mail.subject, file: $0) }
            let place = OutboxPlace(file: file, unsent: (try? posting.countUnsent()) ?? 1, program: hook?.first)
            return Sent(event: .saved(message.record, place), hook: hook, to: message.record.to)
        }
    }

    private func trying(_ work: (Posting, (Instant) throws -> Moment) throws -> Sent) -> Sent {
        guard let posting else { return Sent(event: .failed("There is no book.")) }
        do {
            return try work(posting) { now in
                Moment(at: now, day: World.local(now, zone: try posting.book.rules().zone).day)
            }
        } catch let problem as MessageProblem {
            return Sent(event: .leftOut(problem.sentence))
        } catch {
            return Sent(event: .failed(Errands.sentence(error)))
        }
    }
}

extension Posting.Composed {
    /// As the workstation shows it.
    var draft: MessageDraft {
        MessageDraft(
            record: record, subject: mail.subject,
            lines: mail.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), seen: seen)
    }
}
