import ArgumentParser
import Exchange
import Receivables
import Runtime

struct MorningCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "morning", abstract: "Rank the day and back the book up; harmless to repeat.")

    @OptionGroup var options: BookOptions
    @Flag(name: .customLong("no-backup"), help: "Only rank.")
    var withoutBackup = false

    @Flag(help: .hidden)
    var pipe = false

    func run() throws {
        Interrupt.watch()
        let book = try options.openFile()
        let moment = try options.moment(book)
        let progress = ProgressLine(DoneSentences.ranking)
        try book.rankAll(for: moment.day, progress: progress.show)
        progress.end()
        let page = try book.queue(QueueQuery(moment: moment, limit: 0))
        Output.say(DoneSentences.ranked(moment.day, toCall: page.total))
        let file = withoutBackup ? nil : try book.rotateBackups(on: moment.day)
        if let file {
            Output.say(DoneSentences.backedUp(to: file))
        } else if !withoutBackup {
            Output.say(DoneSentences.backupExists(moment.day))
        }
        guard options.json else { return }
        try Output.show([
            "day": .string(moment.day.iso), "toCall": .integer(Int64(page.total)),
            "backup": file.map { .string($0) } ?? .null,
        ])
    }
}
