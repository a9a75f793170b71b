import ArgumentParser
import Receivables
import Runtime

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Comment on a call; its caller sees the comment.",
        discussion: "`duly journal --kind call` lists calls with their numbers.")

    @Argument(help: "The call, by its number in the journal.")
    var call: Int64
    @Option(help: "What was good, and what could be better.")
    var text: String
    @OptionGroup var options: BookOptions

    func validate() throws {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError(ArgumentSentences.commentNeedsText)
        }
        guard options.asOf == nil else {
            throw ValidationError(ArgumentSentences.commentedToday)
        }
    }

    func run() throws {
        let book = try options.open()
        var query = JournalQuery(limit: 1)
        query.before = call + 1
        guard let entry = try book.journal(query).first, entry.seq == call else {
            throw CommandFailure(.notFound, RefusalSentences.noSuchEntry(call))
        }
        guard case .call = entry.act, let payer = entry.payer else {
            throw CommandFailure(.usage, RefusalSentences.notACall(call))
        }
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        let comment = NewEntry(
            id: ProcessContext.newID(), payer: payer, at: moment.at, day: moment.day, author: ProcessContext.author,
            text: text, act: .review(ReviewRecord(entry: call, author: entry.author)))
        guard case .saved(let seq) = try book.record([comment], seen: nil) else { return }
        Output.say(DoneSentences.commented(seq, on: entry.author))
    }
}
