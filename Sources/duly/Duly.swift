import ArgumentParser

/// The command: what is not a subcommand opens the workstation.
struct Duly: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duly",
        abstract: "A workstation for accounts-receivable callers.",
        discussion: "Without a subcommand: the workstation on your book.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ImportCommand.self, MorningCommand.self, QueueCommand.self, AccountCommand.self,
            RecordCommand.self, AgeingCommand.self, JournalCommand.self, VerifyCommand.self, BackupCommand.self,
            RestoreCommand.self,
        ],
        defaultSubcommand: DeskCommand.self)

    /// Parses and runs, and leaves with the exit code that fits.
    static func start() -> Never {
        do {
            var command = try parseAsRoot()
            try command.run()
            exit(withError: nil)
        } catch {
            Failure.leave(with: error)
        }
    }
}
