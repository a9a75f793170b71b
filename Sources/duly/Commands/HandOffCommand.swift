import ArgumentParser
import Exchange
import Files
import Foundation
import Receivables
import Runtime
import Settings
import Terminal

struct HandOffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handoff",
        abstract: "What others have to do: disputes by department, cash, master data, credit control.",
        discussion: """
            A department's disputes whose answer is due or past; for cash application claimed payments not found, \
            unmatched cash, payments applied elsewhere; for master data wrong and changed numbers; for credit control \
            promises broken again, defaulted plans, accounts over their limit. A department fills in the last two \
            columns of its CSV (valid, not valid, withdrawn, or answered and a text) and sends it back: `duly import` \
            and `--answers` take it in.
            """)

    @Argument(help: "A department, cash, master-data or credit-control; else all.")
    var recipient: [String] = []
    @OptionGroup var options: BookOptions
    @Flag(help: "Disputes whose answer isn't due yet as well.")
    var all = false
    @Flag(help: "CSV instead of text, with two columns to be answered in.")
    var csv = false
    @Flag(help: "A message with the CSV attached, ready to be sent (.eml).")
    var draft = false
    @Option(
        help: "With --draft: to whom, as an address or Name <address>; may be given again.",
        transform: HandOffCommand.mailbox)
    var to: [MailMessage.Mailbox] = []
    @Option(help: "The file to write; it must not exist. By default stdout.")
    var output: String?
    @Option(help: "Take in a list that came back answered.")
    var answers: String?
    @Flag(name: .customLong("dry-run"), help: "With --answers: say what would change, and change nothing.")
    var dryRun = false

    private static func mailbox(_ text: String) throws -> MailMessage.Mailbox {
        guard let mailbox = MailMessage.Mailbox(text) else {
            throw ValidationError(ArgumentSentences.anAddress)
        }
        return mailbox
    }

    func validate() throws {
        guard answers != nil || !dryRun else { throw ValidationError(ArgumentSentences.dryRunOfAnswers) }
        if answers != nil, options.asOf != nil {
            throw ValidationError(ArgumentSentences.answeredToday)
        }
        if answers != nil, !recipient.isEmpty || csv || draft || all || output != nil {
            throw ValidationError(ArgumentSentences.answersWithoutList)
        }
        if draft, csv || options.json { throw ValidationError(ArgumentSentences.draftIsAMessage) }
        if draft, recipient.isEmpty {
            throw ValidationError(
                ArgumentSentences.messageNeedsRecipient)
        }
        if !to.isEmpty, !draft { throw ValidationError(ArgumentSentences.toOfDraft) }
    }

    func run() throws {
        if let answers { return try importAnswers(answers) }
        let book = try options.open()
        let moment = try options.moment(book)
        let named = recipient.isEmpty ? nil : HandOff(named: recipient.joined(separator: " "))
        let cases = try book.handOffs(HandOffQuery(moment: moment, recipient: named, all: all))
        let none = named.map { DoneSentences.nothingWaits(for: $0.title) } ?? DoneSentences.nothingWaits
        if draft, cases.isEmpty { return Output.say(none) }
        if draft, let named {
            return try show(message(HandOffMail(for: named, cases, at: moment), zone: book.rules().zone).text)
        }
        let list = Listing.handOff(cases)
        if options.json {
            try Output.show(list.json(asOf: moment.day, cashTo: try book.cashKnownTo(asOf: moment.day)))
        } else if csv {
            try show(list.csv)
        } else {
            Output.show(list.withoutAnswers(), none: none)
        }
    }

    private func message(_ mail: HandOffMail, zone: String) throws -> MailMessage {
        mail.message(
            id: ProcessContext.newID(), from: try UserConfiguration.settings().from, to: to,
            offset: ProcessContext.offset(zone, mail.moment.at) ?? 0)
    }

    private func show(_ text: String) throws {
        guard let output else { return Output.show(data: text) }
        try NewFile.write(text, to: output, readers: .sharersOfTheFolder)
        Output.say(DoneSentences.written(to: output))
    }

    private func importAnswers(_ file: String) throws {
        let flags = (dryRun ? ["--dry-run"] : []) + (options.json ? ["--json"] : [])
        var command: any ParsableCommand = try ImportCommand.parse(
            [file, "--kind", ExtractKind.answers.rawValue, "--book", options.path] + flags)
        try command.run()
    }
}
