import ArgumentParser
import FileStore
import Foundation
import Receivables
import Runtime
import Telephony

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write every table of the book as CSV and JSON into a new folder.",
        discussion: "`duly rebuild` makes a book from it again. The files are readable by you alone.")

    @Option(name: .customLong("to"), help: "The folder; it must not exist.")
    var folder: String
    @OptionGroup var options: BookOptions

    func run() throws {
        let book = try options.openFile()
        var target = try ExportFolder(creating: folder)
        do {
            let contents = try book.export(to: &target)
            try target.finish(contents)
            Output.say(
                DoneSentences.exported(contents.rows.count, rows: contents.rows.values.reduce(0, +), to: folder))
        } catch {
            target.remove()
            throw error
        }
    }
}

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make a book from the folder that `duly export` has written.")

    @Option(name: .customLong("from"), help: "The folder.")
    var folder: String
    @Option(help: "The new book's file; it must not exist.")
    var book: String

    func run() throws {
        Interrupt.watch()
        let progress = ProgressLine(DoneSentences.rebuilding)
        let proof = try FileBook.rebuild(
            book, from: try ExportFolder.Tables(folder), named: folder, telephones: Telephony.parser,
            progress: progress.show)
        progress.end()
        Output.say(DoneSentences.rebuilt(book, entries: "\(proof.entries)"))
    }
}
