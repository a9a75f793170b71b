import Exchange
import Foundation
import Receivables
import Terminal

/// All reminders that are due, one after the other: each payer is looked at again right before it is written to, so
/// that what came in meanwhile counts.
package struct ReminderRun {
    private let sender: MessageSender
    private let moment: Moment
    private let collectors: [String]
    private let json: Bool

    /// Makes a run for the accounts of some collectors; none means everyone's.
    package init(_ sender: MessageSender, moment: Moment, collectors: [String], json: Bool) {
        self.sender = sender
        self.moment = moment
        self.collectors = collectors
        self.json = json
    }

    private struct Row {
        let payer: AccountNumber
        let name: String
        var message: MessageSender.Composed?
        var leftOut: LeftOut?
        /// The user's own program could not take it.
        var trouble: String?
        var isSent = false
    }

    /// Sends them, or shows what would be sent. Throws `BookError`, `TemplateError`.
    package func run(dryRun: Bool) throws {
        var rows: [Row] = []
        var end: (any Error)?
        for payer in try sender.book.remindable(at: moment, of: collectors.isEmpty ? nil : collectors) {
            do {
                if let row = try row(payer, dryRun: dryRun) { rows.append(row) }
            } catch {
                // What was sent before stands, and is listed.
                end = error
                break
            }
        }
        try show(rows, dryRun: dryRun)
        if let end { throw end }
        if rows.contains(where: { $0.trouble != nil }) { throw CommandFailure(.someRefused, "") }
    }

    private func row(_ payer: AccountNumber, dryRun: Bool) throws -> Row? {
        let dossier = try sender.book.dossier(of: payer, asOf: moment)
        var row = Row(payer: payer, name: dossier.facts.name)
        switch try sender.remind(dossier, id: ProcessContext.newID()) {
        case .notDue: return nil
        case .leftOut(let why): row.leftOut = why
        case .ready(let message):
            guard !dryRun else {
                row.message = message
                return row
            }
            switch try sender.send(message) {
            case .stale: row.leftOut = .changed
            case .recorded(_, let why):
                row.message = message
                row.trouble =
                    """
                    The message to \(message.record.to) is recorded, and goes into the outbox as soon as that can \
                    be written. \(why)
                    """
            case .sent:
                row.message = message
                do {
                    row.isSent = try sender.handOver(
                        message.mail.id, to: message.record.to, subject: message.mail.subject)
                } catch {
                    row.trouble = CommandFailure.sentence(error)
                }
            }
        }
        return row
    }

    private func show(_ rows: [Row], dryRun: Bool) throws {
        let sent = rows.filter { $0.message != nil }
        let left = rows.filter { $0.leftOut != nil }
        if json {
            try Output.show(
                .object([
                    "sent": .array(sent.compactMap { $0.message?.json }),
                    "leftOut": .array(
                        left.map {
                            [
                                "account": .string($0.payer.text), "name": .string($0.name),
                                "why": .string($0.leftOut?.text ?? ""),
                            ]
                        }.map(JSONValue.object)),
                ]))
        } else {
            Output.show((sent.map(line) + left.map(line)).map { Line($0) })
        }
        for row in rows { if let trouble = row.trouble { Output.say(trouble) } }
        let taken = sent.count { $0.isSent }
        let verb = dryRun ? MailSentences.wouldBeSent : MailSentences.written(sent.count, sent: taken)
        let why = Dictionary(grouping: left) { LeftOut.brief($0.leftOut?.text ?? "") }.map {
            (text: $0.key, count: $0.value.count)
        }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        let rest =
            left.isEmpty ? "." : MailSentences.leftOut(why.map { "\($0.count) \($0.text)" })
        Output.say("\(sent.count)/\(rows.count) \(verb)\(rest)")
    }

    private func line(_ row: Row) -> String {
        let who = "\(row.payer.text)  \(row.name)"
        guard let message = row.message else { return "\(MailSentences.leftOut)  \(who)  \(row.leftOut?.text ?? "")" }
        let money = message.record.amounts.map(\.withCurrency).joined(separator: ", ")
        return "\(message.record.kind.title)  \(who)  \(message.record.to)  \(money)"
    }
}
