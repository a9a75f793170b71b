import ArgumentParser
import Exchange
import Receivables
import Runtime
import Workstation

struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Whom to call, in order, and why.")

    @OptionGroup var options: BookOptions
    @Option(help: "At most so many rows.")
    var limit: Int?
    @Option(help: "A part instead of all calls: \(QueueCommand.batches).")
    var batch: String?
    @Flag(help: "Also list who rests, until when, and why.")
    var later = false
    @Flag(help: "Everyone with something to ask for, by the worth of a call alone; rows say where each stands.")
    var everyone = false
    @Option(help: "Only the accounts of this collector; may be given again.")
    var collector: [String] = []
    @Flag(help: "Only your accounts and those you cover.")
    var mine = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(ArgumentSentences.limitFromZero) }
        if everyone, batch != nil || later {
            throw ValidationError(ArgumentSentences.everyoneAlone)
        }
        if let batch, QueuePart(named: batch) == nil {
            throw ValidationError(ArgumentSentences.noSuchBatch(batch, known: QueueCommand.batches))
        }
    }

    private static let batches = QueuePart.named.map(\.name).joined(separator: ", ")

    func run() throws {
        let book = try options.open()
        let moment = try options.moment(book)
        let part = batch.flatMap { QueuePart(named: $0) } ?? .calls
        var query = part.narrowed(QueueQuery(moment: moment, limit: limit, later: later))
        query.everyone = everyone
        if mine {
            query.people =
                [ProcessContext.author] + (try book.about().covered(by: ProcessContext.author, on: moment.day))
        }
        if !collector.isEmpty { query.people = (query.people ?? []) + collector }
        let page = try book.queue(query)
        if options.json {
            try Output.show(page.json(withLater: later))
        } else {
            Output.show(QueueTable(page, width: Output.width).lines)
        }
    }
}
