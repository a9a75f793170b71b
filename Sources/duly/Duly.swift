import ArgumentParser
import Runtime
import Terminal

/// The command: what is not a subcommand opens the workstation.
struct Duly: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duly",
        abstract: "A workstation for accounts-receivable callers.",
        discussion: "Without a subcommand: the workstation on your book.",
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ImportCommand.self, MorningCommand.self, QueueCommand.self, AccountCommand.self,
            RecordCommand.self, HoldCommand.self, ReleaseCommand.self, ContactRulesCommand.self, CoverCommand.self,
            CadenceCommand.self, StrategyCommand.self, RateCommand.self, SalesCommand.self, MetricsCommand.self,
            BacktestCommand.self, MergeCommand.self,
            MatchCommand.self, PromisesCommand.self, DisputesCommand.self, PlansCommand.self,
            FollowUpsCommand.self, AnswerCommand.self, DecideCommand.self, HandOffCommand.self, AgeingCommand.self,
            PlacementCommand.self, JournalCommand.self, VerifyCommand.self, BackupCommand.self, DraftCommand.self,
            OutboxCommand.self,
            DeskCommand.self, RestoreCommand.self, RedactCommand.self, ExportCommand.self, RebuildCommand.self,
            ScreenCommand.self, KeysCommand.self, ThemesCommand.self, TrackCommand.self,
            ReviewCommand.self,
        ],
        defaultSubcommand: DeskCommand.self)

    /// A word that is no command would reach the default one, which takes none.
    private static func checkCommand(_ words: ArraySlice<String>) throws {
        // Also one that help is asked for: the parser would help with all of them.
        guard let word = words.first == "help" ? words.dropFirst().first : words.first, !word.hasPrefix("-"),
            word != "help"
        else { return }
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word) else { return }
        let shown = names.filter { $0 != DeskCommand.configuration.commandName }
        let advice =
            Nearest.name(to: word, among: shown).map { RefusalSentences.didYouMean($0) }
            ?? RefusalSentences.thereAre(shown.sorted())
        throw CommandFailure(.usage, RefusalSentences.noSuchCommand(word, advice))
    }

    /// A command whose words are as they should be: finding it by name takes a third of the time that the parser takes
    /// to look at everything. Whatever asks for help or can't be read is left to the parser of all, which says why.
    private static func spokenPlainly(_ words: ArraySlice<String>) -> (any ParsableCommand)? {
        let forTheParserOfAll: Set = ["help", "-h", "--help", "--version"]
        guard let name = words.first,
            !words.contains(where: {
                forTheParserOfAll.contains($0) || $0.hasPrefix("--generate-") || $0.hasPrefix("---")
            }),
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == name })
        else { return nil }
        return try? type.parseAsRoot(Array(words.dropFirst()))
    }

    /// Parses and runs, and leaves with the exit code that fits.
    static func start() -> Never {
        Output.prepare()
        do {
            // The workstation on one's own book needs no parser, which would take as long as the book.
            if CommandLine.arguments.count == 1 {
                try DeskCommand.work(path: Paths.book(nil))
                CommandFailure.leave(.done)
            }
            try checkCommand(CommandLine.arguments.dropFirst())
            var command = try spokenPlainly(CommandLine.arguments.dropFirst()) ?? parseAsRoot()
            try command.run()
            CommandFailure.leave(.done)
        } catch {
            CommandFailure.leave(with: error)
        }
    }
}
