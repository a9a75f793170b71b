import ArgumentParser
import FileStore
import Foundation
import Receivables
import Runtime

struct RedactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Erase a person's words from an entry; what was agreed there stays.",
        discussion: """
            Erased are the note, the reasons of follow-ups, the texts of disputes and feedback; names, numbers, days \
            and amounts \
            stay. Another entry says so, and `duly verify` goes on holding. It can't be taken back.
            """)

    @Argument(help: "The entry's number, as `duly journal` lists it.")
    var entry: Int64
    @OptionGroup var options: BookOptions

    func run() throws {
        let book = try options.openFile()
        let erasure = try book.redact(entry, stamp: ProcessContext.stamp(zone: try book.rules().zone))
        try DraftFolder(DeskOpening.draftFolder(options.path)).delete(erasure.id)
        Output.say(DoneSentences.erased(entry, by: erasure.entry))
        if !erasure.areBytesGone {
            Output.say(
                DoneSentences.tracesAreLeft(entry))
        }
        guard !erasure.elsewhere.isEmpty else { return }
        Output.say(DoneSentences.copiesMayHoldThem)
        for file in erasure.elsewhere { Output.say("  \(file)") }
    }
}
