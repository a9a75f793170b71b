import Receivables

@testable import Workstation

// Messages of the book in memory: facts without a template's words.
extension FakeBook {
    func message(_ request: MessageRequest) -> MessageAnswer {
        guard let dossier = dossiers.first(where: { $0.facts.payer == request.account }) else {
            return .problem("no such account")
        }
        guard let (contact, address) = dossier.correspondent(for: request.kind) else {
            return .problem("there is no e-mail address on file")
        }
        do {
            let content = try dossier.content(
                of: request.kind, chosen: Set(request.items), step: dossier.step(for: request.kind))
            let lines =
                ["Dear \(contact.name),", ""] + content.asked.map { "\($0.item.number)  \($0.amount.withCurrency)" }
                + content.apart.map { "apart: \($0.item.number)" }
            var record = dossier.record(of: content, to: address, contact: contact)
            record.changes = request.words.map {
                MessageRecord.changes(from: lines.joined(separator: "\n"), to: $0.joined(separator: "\n"))
            }
            return .draft(
                MessageDraft(
                    record: record, subject: "\(content.kind.title): \(content.name)", lines: request.words ?? lines,
                    seen: dossier.seen))
        } catch {
            return .problem(error.sentence)
        }
    }

    var reminders: [ReminderRow] {
        dossiers.compactMap { dossier in
            switch dossier.reminder() {
            case .failure(.notDue): nil
            case .failure(.leftOut(let why)):
                ReminderRow(payer: dossier.facts.payer, name: dossier.facts.name, leftOut: why.text)
            case .success(let (content, _, address)):
                ReminderRow(
                    payer: dossier.facts.payer, name: dossier.facts.name, to: address.text, amounts: content.totals,
                    kind: content.kind)
            }
        }
    }

    mutating func send(_ record: MessageRecord, id: String, to payer: AccountNumber) -> [Event] {
        if !sendOutcomes.isEmpty { return [.sent(id: id, sendOutcomes.removeFirst())] }
        add(.message(record), id: id, to: payer)
        return [.sent(id: id, .saved(record, OutboxPlace(file: "/outbox/\(id).eml", unsent: 1)))]
    }

    var unsent: [UnsentMessage] {
        let undone = Set(journal.compactMap(\.undoes))
        return journal.filter { entry in
            guard case .message = entry.act else { return false }
            return !sentMessages.contains(entry.id) && !undone.contains(entry.seq)
        }.map { entry in
            let name = dossiers.first { $0.facts.payer == entry.payer }?.facts.name ?? ""
            return UnsentMessage(entry: entry, name: name, file: "/outbox/\(entry.id).eml")
        }
    }

    mutating func outbox(_ act: OutboxAct, _ message: UnsentMessage) -> [Event] {
        guard case .message(let record) = message.entry.act else { return [] }
        sentMessages.insert(message.entry.id)
        return [.mailed(act == .send ? .sent(to: record.to) : .marked(to: record.to))]
    }

    mutating func remind(_ payer: AccountNumber, id: String) -> [Event] {
        guard let dossier = dossiers.first(where: { $0.facts.payer == payer }) else {
            return [.sent(id: id, .failed("gone"))]
        }
        switch dossier.reminder() {
        case .failure(.notDue): return [.sent(id: id, .leftOut(LeftOut.doneSince.text))]
        case .failure(.leftOut(let why)): return [.sent(id: id, .leftOut(why.text))]
        case .success(let (content, contact, address)):
            return send(dossier.record(of: content, to: address, contact: contact), id: id, to: payer)
        }
    }
}
