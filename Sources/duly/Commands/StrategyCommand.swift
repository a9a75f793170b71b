import ArgumentParser
import Exchange
import Receivables
import Runtime

struct StrategyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy",
        abstract: "The rules in force: what ranks, what limits, calendars; `use FILE` changes them.",
        discussion: """
            Alone it prints them as TOML; change that and give it back with `use FILE`. What a file leaves out stays \
            as it is. A \
            change is an entry of the journal, ranks everyone in the same transaction, and `undo` takes the last one \
            back. \
            `check FILE` only says what is wrong with a file; `diff FILE` lists who would rise and fall by it, and why.
            """)

    @Argument(help: ArgumentHelp("Nothing, `check FILE`, `diff FILE`, `use FILE`, or `undo`.", valueName: "words"))
    var words: [String] = []
    @Option(name: .customLong("book"), help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Flag(help: "JSON instead of TOML.")
    var json = false

    func run() throws {
        let work = RulesWork(book: try Books.open(Paths.book(book)), part: .strategy)
        switch (words.first, words.count) {
        case (nil, _): json ? try Output.show(work.book.rules().strategyJSON) : try work.show()
        case ("check", 2): try work.check(words[1])
        case ("diff", 2): try work.diff(words[1], json: json)
        case ("use", 2): try work.use(words[1])
        case ("undo", 1): try work.undo()
        default:
            throw ValidationError(
                """
                `duly strategy` shows the rules, `check FILE` and `diff FILE` look at others, `use FILE` changes \
                them, `undo` takes that back.
                """
            )
        }
    }
}
