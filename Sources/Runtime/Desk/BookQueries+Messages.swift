import Receivables
import Workstation

/// Messages for the workstation: worded, listed, sent.
extension BookQueries {
    func message(_ request: MessageRequest, at moment: Moment) throws -> MessageAnswer {
        guard let sender else { throw BookError.missing(path: "") }
        do {
            let dossier = try sender.book.dossier(of: request.account, asOf: moment)
            return .draft(
                try sender.compose(
                    request.kind, dossier, items: Set(request.items), words: request.words, id: request.id
                ).draft)
        } catch let problem as MessageProblem {
            return .problem(problem.sentence)
        } catch let error as BookError {
            throw error
        } catch {
            return .problem(BookQueries.sentence(error))
        }
    }

    func reminders(at moment: Moment, of people: [String]?) throws -> [ReminderRow] {
        guard let sender else { throw BookError.missing(path: "") }
        return try sender.book.remindable(at: moment, of: people).compactMap { payer in
            let dossier = try sender.book.dossier(of: payer, asOf: moment)
            let name = dossier.facts.name
            switch dossier.reminder() {
            case .failure(.notDue): return nil
            case .failure(.leftOut(let why)): return ReminderRow(payer: payer, name: name, leftOut: why.text)
            case .success(let (content, _, address)):
                return ReminderRow(
                    payer: payer, name: name, to: address.text, amounts: content.totals, kind: content.kind)
            }
        }
    }

    /// What became of a message, and the user's own program that it is to be handed to.
    struct Sent {
        var event: SendEvent
        var hook: [String]?
        var to = ""
    }

    /// Sends a message as it was shown; one that would read otherwise by now is shown again instead.
    func send(_ request: MessageRequest, shown: MessageDraft, at now: Instant) -> Sent {
        trying { sender, moment in
            let dossier = try sender.book.dossier(of: request.account, asOf: moment(now))
            let message = try sender.compose(
                request.kind, dossier, items: Set(request.items), words: request.words, id: request.id)
            guard message.draft == shown else { return Sent(event: .changed(message.draft)) }
            return try send(message, sender) { .changed(message.draft) }
        }
    }

    /// Sends the reminder that a payer is due now, if it still is.
    func remind(_ payer: AccountNumber, id: String, at now: Instant) -> Sent {
        trying { sender, moment in
            switch try sender.remind(try sender.book.dossier(of: payer, asOf: moment(now)), id: id) {
            case .notDue: return Sent(event: .leftOut(LeftOut.doneSince.text))
            case .leftOut(let why): return Sent(event: .leftOut(why.text))
            case .ready(let message): return try send(message, sender) { .leftOut(LeftOut.changed.text) }
            }
        }
    }

    func takeBack(_ id: String) -> [Event] {
        guard let sender, (try? sender.takeBack(id)) != true else { return [] }
        return [.failed(Workstation.EffectFailure(.other, MailSentences.takenBackButSent))]
    }

    func unsent() throws -> [UnsentMessage] { try sender?.unsent() ?? [] }

    func letter(_ id: String) throws -> [String] { try sender?.letter(id) ?? [] }

    /// The mail command for a message that waits in the outbox; nil where there is none. Its arguments are nil where
    /// another program has the message.
    func hook(for message: UnsentMessage) -> (arguments: [String]?, to: String)? {
        guard case .message(let record) = message.entry.act, let sender, sender.canMail else { return nil }
        // What was handed over before is sent again because the caller says so.
        let file = message.isHanded ? message.file : try? sender.handOver(message.entry.id)
        let arguments = file.flatMap { sender.hook(to: record.to, subject: message.entry.text, file: $0) }
        return (arguments, record.to)
    }

    func giveBack(_ id: String) { try? sender?.giveBack(id) }

    /// - Returns: what is to be said about it.
    func markSent(_ id: String, to address: String, isByHand: Bool) -> MailEvent {
        do {
            let isMoved = try sender?.markSent(id) ?? false
            // A mail command may have moved the file itself.
            guard isMoved || !isByHand else {
                return .failed(MailSentences.leftOutbox(to: address))
            }
            return isByHand ? .marked(to: address) : .sent(to: address)
        } catch {
            return .failed(BookQueries.sentence(error))
        }
    }

    private func send(_ message: MessageSender.Composed, _ sender: MessageSender, stale: () -> SendEvent) throws -> Sent
    {
        switch try sender.send(message) {
        case .stale: return Sent(event: stale())
        case .recorded(let file, _):
            // As `duly outbox` lists it once the folder can be written; called failed, it would be sent again.
            let unsent = (try? sender.countUnsent()) ?? 0
            return Sent(
                event: .saved(message.record, OutboxPlace(file: file, unsent: unsent + 1)), to: message.record.to)
        case .sent(let file):
            let handed = sender.canMail ? (try? sender.handOver(message.mail.id)) ?? nil : nil
            let hook = handed.flatMap { sender.hook(to: message.record.to, subject: message.mail.subject, file: $0) }
            let place = OutboxPlace(file: file, unsent: (try? sender.countUnsent()) ?? 1, program: hook?.first)
            return Sent(event: .saved(message.record, place), hook: hook, to: message.record.to)
        }
    }

    private func trying(_ work: (MessageSender, (Instant) throws -> Moment) throws -> Sent) -> Sent {
        guard let sender else { return Sent(event: .failed(RuntimeSentences.noBook)) }
        do {
            return try work(sender) { now in
                Moment(at: now, day: ProcessContext.local(now, zone: try sender.book.rules().zone).day)
            }
        } catch let problem as MessageProblem {
            return Sent(event: .leftOut(problem.sentence))
        } catch {
            return Sent(event: .failed(BookQueries.sentence(error)))
        }
    }
}

extension MessageSender.Composed {
    /// As the workstation shows it.
    var draft: MessageDraft {
        MessageDraft(
            record: record, subject: mail.subject,
            lines: mail.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), seen: seen)
    }
}
