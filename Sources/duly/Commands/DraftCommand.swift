import ArgumentParser
import Exchange
import Files
import Foundation
import Receivables
import Runtime
import Settings
import Terminal

struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "A message ready to send (.eml), or all reminders that are due.",
        discussion: """
            Without --send nothing is recorded. The words are templates: your own in \
            \(Paths.configurationFolder)/templates \
            (NAME.txt, NAME.de.txt) go before those that ship: \(MessageTemplates.names.joined(separator: ", ")).
            """)

    @Argument(help: "The account's number.")
    var number: String?
    @OptionGroup var options: BookOptions
    @Option(help: ArgumentHelp(MessageKind.allCases.map(\.rawValue).joined(separator: ", ") + "."))
    var kind: String?
    @Option(help: "Only this item, by its number or the end of it; may be given again.")
    var item: [String] = []
    @Option(help: "The address, where it is not the contact's.")
    var to: String?
    @Option(help: "The file to write; it must not exist. By default stdout.")
    var output: String?
    @Flag(help: "Of a statement, the list alone as CSV.")
    var csv = false
    @Flag(help: "Put it into the outbox, and record it.")
    var send = false
    @Option(help: "reminders: all that are due, written into the outbox and recorded.")
    var batch: String?
    @Flag(name: .customLong("dry-run"), help: "Only list what a batch would send, and whom it leaves out.")
    var dryRun = false
    @Option(help: "Of a batch, only the accounts of this collector; may be given again.")
    var collector: [String] = []

    func validate() throws {
        if let batch, batch != "reminders" {
            throw ValidationError(ArgumentSentences.onlyReminders(batch))
        }
        guard (number == nil) == (batch != nil) else {
            throw ValidationError(ArgumentSentences.numberOrBatch)
        }
        if batch != nil, kind != nil || !item.isEmpty || to != nil || output != nil {
            throw ValidationError(ArgumentSentences.optionsOfOneAccount)
        }
        if csv, kind != MessageKind.statement.rawValue || send || options.json {
            throw ValidationError(ArgumentSentences.csvOfStatement)
        }
        if batch == nil, dryRun || !collector.isEmpty {
            throw ValidationError(ArgumentSentences.optionsOfABatch)
        }
        if send, output != nil {
            throw ValidationError(ArgumentSentences.sendOrOutput)
        }
        if options.asOf != nil, send || (batch != nil && !dryRun) {
            throw ValidationError(ArgumentSentences.sentToday)
        }
    }

    func run() throws {
        let book = try options.open()
        let sender = MessageSender(book, settings: try UserConfiguration.settings())
        let moment = try options.moment(book)
        guard let number else {
            return try ReminderRun(sender, moment: moment, collectors: collector, json: options.json).run(
                dryRun: dryRun)
        }
        try draft(AccountNumber(number), sender, moment)
    }

    private func draft(_ number: AccountNumber, _ sender: MessageSender, _ moment: Moment) throws {
        guard let kind = MessageKind(rawValue: kind ?? "") else {
            throw ValidationError(
                ArgumentSentences.whichKind)
        }
        let dossier = try sender.book.dossier(of: number, asOf: moment)
        let message: MessageSender.Composed
        do {
            message = try sender.compose(
                kind, dossier, items: try items(of: dossier), to: to, id: ProcessContext.newID())
        } catch let problem as MessageProblem {
            throw CommandFailure(
                problem.isAboutAddress ? .usage : .notFound, RefusalSentences.nothingToDraft(number, problem.sentence))
        }
        guard send else { return try show(message) }
        switch try sender.send(message) {
        case .stale: throw CommandFailure(.busy, RefusalSentences.someoneWasFaster(number))
        case .recorded(let file, let why):
            throw CommandFailure(
                .readOrWriteFailed,
                RefusalSentences.recordedNotInOutbox(file, "\(why)")
            )
        case .sent(let file):
            Output.say(DoneSentences.recordedAndWritten(file))
            try handOver(message, sender)
        }
    }

    /// It is recorded by now, so that no error may read as if it had to be sent again.
    private func handOver(_ message: MessageSender.Composed, _ sender: MessageSender) throws {
        do {
            let isSent = try sender.handOver(message.mail.id, to: message.record.to, subject: message.mail.subject)
            guard !isSent else { return Output.say(DoneSentences.sent) }
        } catch {
            let status = (error as? CommandFailure)?.status ?? .readOrWriteFailed
            throw CommandFailure(
                status,
                RefusalSentences.recordedNotHanded(CommandFailure.sentence(error))
            )
        }
        Output.say(DoneSentences.inOutbox(unsent: try? sender.countUnsent()))
    }

    private func items(of dossier: Dossier) throws -> Set<ItemKey> {
        try ItemArguments.keys(item, of: ItemLookup(of: dossier.facts))
    }

    private func show(_ message: MessageSender.Composed) throws {
        if csv {
            let list = Listing.statement(message.statement).csv
            if let output { return try NewFile.write(list, to: output, readers: .sharersOfTheFolder) }
            return Output.show(data: list)
        }
        if message.mail.from == nil {
            Output.say(DoneSentences.noSender)
        }
        if let output {
            try NewFile.write(message.mail.text, to: output, readers: .sharersOfTheFolder)
        } else if options.json {
            try Output.show(message.json)
        } else {
            Output.show(data: message.mail.text)
        }
    }
}

extension MessageProblem {
    fileprivate var isAboutAddress: Bool { if case .invalidAddress = self { true } else { false } }
}
