import ArgumentParser
import FileStore
import Foundation
import Receivables
import Runtime
import Telephony

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a checked copy of the book.")

    @Argument(help: "The copy's file; it must not exist.")
    var target: String
    @OptionGroup var options: BookOptions

    func run() throws {
        try options.openFile().backup(to: target)
        Output.say(DoneSentences.copied(to: target))
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the book's place; the old book is kept next to it.")

    @Argument(help: "The backup.")
    var source: String
    @Flag(help: "Also while other programs have the book open: what they write then is refused, and waits there.")
    var force = false
    @OptionGroup var options: BookOptions

    func run() throws {
        let kept = try FileBook.restore(
            source, to: options.path, keepingOldAs: ProcessContext.newID().prefix(8).description, force: force,
            telephones: Telephony.parser)
        Output.say(
            DoneSentences.restored(options.path, kept: kept)
        )
    }
}
