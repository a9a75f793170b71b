import Exchange
import Glibc
import Receivables
import Terminal

extension MessageSender {
    enum Reminder {
        case notDue
        case leftOut(LeftOut)
        case ready(Composed)
    }

    /// The reminder that a payer is due, worded.
    func remind(_ dossier: Dossier, id: String) throws -> Reminder {
        switch dossier.reminder() {
        case .failure(.notDue): .notDue
        case .failure(.leftOut(let why)): .leftOut(why)
        case .success(let (content, contact, address)):
            .ready(try compose(content, dossier, (contact, address), id: id))
        }
    }

    /// Runs the user's own program for a message of the outbox, where there is one, and waits for it.
    ///
    /// - Returns: whether it was sent; false where there is no program, or another one has the message.
    /// - Throws: a sentence that says where the message is.
    package func handOver(_ id: String, to address: String, subject: String) throws -> Bool {
        guard canMail, let file = try handOver(id) else { return false }
        guard let arguments = hook(to: address, subject: subject, file: file) else { return false }
        var mask = sigset_t()
        sigemptyset(&mask)
        do {
            let handing = try MailHook(arguments, mask: mask)
            handing.wait()
            if handing.hasFailed {
                try giveBack(id)
                throw CommandFailure(
                    .someRefused, MailSentences.notTaken(handing.name, to: address))
            }
            // A mail command may have moved the file itself.
            _ = try markSent(id)
            return true
        } catch let error as TerminalError {
            try giveBack(id)
            throw CommandFailure(.someRefused, MailSentences.isInOutbox("\(error)", to: address))
        }
    }
}

extension MessageSender.Composed {
    /// For `duly draft --json`.
    package var json: JSONValue {
        .object([
            "account": .string(payer.text), "kind": .string(record.kind.rawValue), "to": .string(record.to),
            "contact": .string(record.contact), "subject": .string(mail.subject), "body": .string(mail.body),
            "items": .array(record.items.map { .string($0.number) }),
            "amounts": .array(
                record.amounts.map { .object(["currency": .string($0.currency.code), "amount": .string($0.decimal)]) }),
            "step": record.step.map { .integer(Int64($0)) } ?? .null,
        ])
    }
}
