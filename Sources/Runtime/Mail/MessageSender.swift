import Exchange
import Files
import Foundation
import Receivables
import Settings
import Workstation

/// Words messages, and sends them: a file in the outbox and an entry in the journal, each message at most once.
package final class MessageSender {
    /// The book of whose customers the messages are.
    package let book: any Book
    private let settings: UserSettings
    private let templates: String
    private var outbox: Outbox?

    /// Makes a sender; the outbox is opened when it is first needed.
    package init(_ book: any Book, settings: UserSettings) {
        self.book = book
        self.settings = settings
        templates = Paths.configurationFolder + "/templates"
    }

    /// A message with its words.
    package struct Composed {
        /// The message itself.
        package var mail: MailMessage
        /// What the journal keeps of it.
        package var record: MessageRecord
        /// The newest entry of the payer that it knows of.
        package var seen: Int64
        /// To whom it goes.
        package var payer: AccountNumber
        /// The day of the desk on which it was worded.
        package var day: Day
        /// Empty but for a statement.
        package var statement: AccountStatement
    }

    /// - Parameter words: the body, line by line, in the place of the template's; nil for that.
    /// - Throws: `MessageProblem`, or `TemplateError` where the user's template is wrong.
    package func compose(
        _ kind: MessageKind, _ dossier: Dossier, items: Set<ItemKey> = [], to address: String? = nil,
        words: [String]? = nil, id: String
    ) throws -> Composed {
        let content = try dossier.content(of: kind, chosen: items, step: dossier.step(for: kind))
        return try compose(content, dossier, try recipient(of: kind, dossier, address), words: words, id: id)
    }

    private func recipient(_ address: String, _ dossier: Dossier) throws(MessageProblem) -> (
        contact: Contact, address: EmailAddress
    ) {
        guard let found = EmailAddress(address) else { throw .invalidAddress(address) }
        let known = dossier.contacts.map(\.contact).first { EmailAddress.first(in: $0.email) == found }
        return (known ?? Contact(name: ""), found)
    }

    private func recipient(
        of kind: MessageKind, _ dossier: Dossier, _ address: String?
    ) throws(MessageProblem) -> (contact: Contact, address: EmailAddress) {
        if let address { return try recipient(address, dossier) }
        guard let found = dossier.correspondent(for: kind) else { throw .noAddress(dossier.facts.payer) }
        return found
    }

    /// Words a message whose content and recipient are known.
    ///
    /// - Throws: `TemplateError`; `CommandFailure` where a document can't be enclosed.
    package func compose(
        _ content: MessageContent, _ dossier: Dossier, _ recipient: (contact: Contact, address: EmailAddress),
        words changed: [String]? = nil, id: String
    ) throws -> Composed {
        let code = [recipient.contact.language, content.language].lazy.compactMap { LanguageCode.code(of: $0) }.first
        let (template, language) = try MessageTemplates.template(
            for: content, language: code, own: { (name) throws(TemplateError) in try own(name) })
        var enclosed: [ItemKey: MailMessage.Attachment] = [:]
        if content.kind == .documents {
            let documents = Documents(patterns: settings.attach)
            for line in content.asked { enclosed[line.item] = try documents.document(of: line.item) }
        }
        let words = MessageWords(
            content, in: language, contact: recipient.contact.name,
            author: settings.caller(author: ProcessContext.author).name,
            today: dossier.moment.day, enclosed: enclosed.mapValues(\.name))
        let (subject, templated) = template.filled(words.lines)
        let body = changed.map { $0.joined(separator: "\n") + "\n" } ?? templated
        let zone = dossier.rules.zone
        // A spreadsheet can't use the words, so that a statement goes as a list as well.
        let list =
            content.statement.lines.isEmpty
            ? []
            : [
                MailMessage.Attachment(
                    name: "statement-\(dossier.facts.payer.text)-\(dossier.moment.day.iso).csv", type: .csv,
                    text: Listing.statement(content.statement).csv)
            ]
        let calendar = content.calendar(id: id, in: language, made: dossier.moment.at).map {
            [MailMessage.Attachment(name: "\(content.kind.rawValue).ics", type: .calendar, text: $0.text)]
        }
        let mail = MailMessage(
            id: id, from: settings.from, to: [.init(name: recipient.contact.name, address: recipient.address)],
            subject: subject,
            body: body, attachments: list + (calendar ?? []) + content.asked.compactMap { enclosed[$0.item] },
            at: dossier.moment.at,
            offset: ProcessContext.offset(zone, dossier.moment.at) ?? 0)
        var record = dossier.record(of: content, to: recipient.address, contact: recipient.contact)
        record.changes = changed == nil ? nil : MessageRecord.changes(from: templated, to: body)
        return Composed(
            mail: mail, record: record,
            seen: dossier.seen,
            payer: dossier.facts.payer, day: dossier.moment.day, statement: content.statement)
    }

    /// The user's template of that name; nil only where there is none.
    private func own(_ name: String) throws(TemplateError) -> (text: String, path: String)? {
        let path = templates + "/" + name
        if let text = try UserFile.template(path) { return (text, path) }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: templates)) ?? []
        if let other = names.first(where: { $0.lowercased() == name }) {
            throw TemplateError(
                file: templates + "/" + other, line: 1, reason: MailSentences.templateNeverUsed(name))
        }
        return nil
    }

    /// What became of a message that was to be sent.
    package enum Outcome {
        /// Recorded, and in the outbox as this file.
        case sent(file: String)
        /// Recorded, and on the disk as this file; it goes into the outbox as soon as that can be written.
        case recorded(file: String, why: String)
        /// Somebody has been there since: nothing was written.
        case stale
    }

    /// Sends what was composed: put down, recorded, put into the outbox, handed to the user's own program.
    package func send(_ message: Composed) throws -> Outcome {
        let outbox = try openOutbox()
        let id = message.mail.id
        return try outbox.holding { () -> Outcome in
            try outbox.put(message.mail.text, id: id)
            let entry = NewEntry(
                id: id, payer: message.payer, at: message.mail.at, day: message.day, author: ProcessContext.author,
                text: message.mail.subject,
                act: .message(message.record))
            do {
                guard case .saved = try book.record([entry], seen: message.seen) else {
                    outbox.drop(id)
                    return .stale
                }
            } catch {
                // An error may have come after the commit: what is in the journal was recorded, whatever was said.
                guard let isRecorded = try? book.recorded(among: [id]).contains(id) else {
                    throw CommandFailure(
                        .readOrWriteFailed,
                        """
                        Whether the message was recorded can't be told now: look at `duly outbox` before you send \
                        it again. \(CommandFailure.sentence(error))
                        """
                    )
                }
                guard isRecorded else {
                    outbox.drop(id)
                    throw error
                }
            }
            do {
                return .sent(file: try outbox.release(id))
            } catch {
                return .recorded(file: outbox.waitingFile(of: id), why: CommandFailure.sentence(error))
            }
        }
    }

    /// The user's own program for a message, as arguments; nil where there is none.
    func hook(to address: String, subject: String, file: String) -> [String]? {
        guard !settings.mail.isEmpty else { return nil }
        let facts = ["file": file, "to": address, "subject": subject]
        return Placeholders.arguments(settings.mail, facts)
    }

    /// Takes a message out of the outbox whose entry was taken back; false where it has gone already.
    func takeBack(_ id: String) throws -> Bool { try openOutbox().takeBack(id) }

    /// How many messages wait to be sent.
    package func countUnsent() throws -> Int { try book.recorded(among: openOutbox().unsent()).count }

    /// Messages of this book that were recorded and not sent, the oldest first.
    package func unsent() throws -> [UnsentMessage] {
        let outbox = try openOutbox()
        return try book.messages(among: outbox.unsent()).map { entry, name in
            UnsentMessage(
                entry: entry, name: name, file: outbox.file(of: entry.id), isHanded: outbox.isHanded(entry.id))
        }
    }

    /// The words of a message in the outbox, as lines.
    func letter(_ id: String) throws -> [String] {
        let file = try openOutbox().file(of: id)
        do {
            let bytes = try FileReading.bytes(of: file, most: MessageSender.largest, followsLinks: false)
            return MailReading(String(decoding: bytes, as: UTF8.self)).lines
        } catch {
            guard error.isMissing else { throw CommandFailure(.readOrWriteFailed, error.sentence) }
            throw CommandFailure(.notFound, MailSentences.fileLeftOutbox(file))
        }
    }

    /// Bytes of a message with its documents.
    private static let largest = 256 << 20

    /// Whether a mail command is set.
    package var canMail: Bool { !settings.mail.isEmpty }

    /// - Returns: the message's file while the mail command is at work on it; nil where another program has it.
    package func handOver(_ id: String) throws -> String? { try openOutbox().handOver(id) }

    func giveBack(_ id: String) throws { try openOutbox().giveBack(id) }

    /// - Returns: false where no such message of this book is in the outbox.
    package func markSent(_ id: String) throws -> Bool {
        guard try book.recorded(among: [id]).contains(id) else { return false }
        return try openOutbox().markSent(id)
    }

    private func openOutbox() throws -> Outbox {
        if let outbox { return outbox }
        let opened = try Outbox(book: book.location)
        try opened.holding { try opened.settle(recorded: book.recorded) }
        outbox = opened
        return opened
    }
}
