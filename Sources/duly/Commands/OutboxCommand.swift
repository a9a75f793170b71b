import ArgumentParser
import Exchange
import Foundation
import Receivables
import Runtime
import Terminal
import Workstation

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Messages that are recorded and not sent yet.",
        discussion: """
            Without an option it lists them. A message is sent when the mail command of config.toml takes it, or when \
            you \
            say that you sent its file yourself. In the workstation :outbox does the same, and deletes.
            """)

    @OptionGroup var options: BookOptions
    @Flag(help: "Hand all of them to the mail command.")
    var send = false
    @Option(name: .customLong("mark-sent"), help: "The id of a message that you sent yourself; may be given again.")
    var markSent: [String] = []

    func validate() throws {
        if options.asOf != nil { throw ValidationError(ArgumentSentences.outboxIsNow) }
    }

    func run() throws {
        let sender = MessageSender(try options.open(), settings: try UserConfiguration.settings())
        for id in markSent {
            guard try sender.markSent(id) else {
                throw CommandFailure(.notFound, RefusalSentences.noSuchMessage(id))
            }
            Output.say(DoneSentences.markedAsSent(id))
        }
        if send { return try sendAll(sender) }
        if markSent.isEmpty { try list(try sender.unsent()) }
    }

    private func sendAll(_ sender: MessageSender) throws {
        guard sender.canMail else { throw CommandFailure(.usage, RefusalSentences.noMailCommand) }
        var (sent, failed) = (0, 0)
        // What was handed over before may have been sent: only the user can say.
        for message in try sender.unsent() where !message.isHanded {
            guard case .message(let record) = message.entry.act else { continue }
            do {
                let isSent = try sender.handOver(message.entry.id, to: record.to, subject: message.entry.text)
                if isSent { sent += 1 }
            } catch let failure as CommandFailure where failure.status == .someRefused {
                Output.say(failure.sentence)
                failed += 1
            }
        }
        Output.say(DoneSentences.sent(sent, failed: failed))
        if failed > 0 { throw ExitCode(Status.someRefused.rawValue) }
    }

    private func list(_ messages: [UnsentMessage]) throws {
        if options.json {
            return try Output.show(
                .array(
                    messages.map { message in
                        [
                            "id": .string(message.entry.id), "account": .string(message.entry.payer?.text ?? ""),
                            "name": .string(message.name), "day": .string(message.entry.day.iso),
                            "message": .string(message.entry.act.plainText ?? ""), "file": .string(message.file),
                            "handed": .bool(message.isHanded),
                        ]
                    }))
        }
        Output.show(
            messages.map { message in
                let handed = message.isHanded ? ", " + DoneSentences.handedNotKnownSent : ""
                let what = (message.entry.act.plainText ?? "") + handed
                return Line("\(message.entry.day.short)  \(message.name)  \(what)  \(message.file)")
            })
        Output.say(DoneSentences.unsent(messages.count))
    }
}
