import ArgumentParser
import Exchange
import Foundation
import Receivables
import Runtime
import Workstation

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Replay the past: how much of the delay that followed would the first calls have been about?",
        discussion: """
            Compares the strategy in force with oldest first, largest balance, largest overdue, overdue × days, \
            chance, and a simple model. It shows where delay will be, not what a call changes. Nothing is written.
            """)

    @Option(name: .customLong("book"), help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Option(help: "The first day (else the first month with 90 days and 30 payments before it).")
    var from: String?
    @Option(help: "The last day (else as late as it is known what followed).")
    var to: String?
    @Option(help: "Days from one replayed day to the next.")
    var step: Int = 7
    @Option(parsing: .upToNextOption, help: "How many calls a day; several are compared.")
    var calls: [Int] = [5, 10, 20]
    @Option(help: "Count only what was paid within so many days: hopeless debts earn nothing.")
    var paidWithin: Int?
    @Option(help: "A strategy to compare with the one in force, as `duly strategy` prints it.")
    var strategy: String?
    @Option(help: "Another seed for chance and for intervals.")
    var seed: UInt64 = 1
    @Flag(help: "JSON instead of text.")
    var json = false
    @Flag(help: .hidden)
    var pipe = false

    func validate() throws {
        guard (1...BacktestCommand.longestStep).contains(step) else {
            throw ValidationError(ArgumentSentences.days("--step", upTo: BacktestCommand.longestStep))
        }
        guard calls.allSatisfy({ (1...BacktestCommand.mostCalls).contains($0) }), !calls.isEmpty else {
            throw ValidationError(ArgumentSentences.calls(upTo: BacktestCommand.mostCalls))
        }
        if let paidWithin, !(1...BacktestCommand.longestStep).contains(paidWithin) {
            throw ValidationError(ArgumentSentences.days("--paid-within", upTo: BacktestCommand.longestStep))
        }
        let (first, last) = (try from.map(Day.argument), try to.map(Day.argument))
        if let first, let last, first > last { throw ValidationError(ArgumentSentences.fromAfterTo) }
        if let first, let last, first.distance(to: last) / step > BacktestCommand.mostDays {
            throw ValidationError(
                ArgumentSentences.tooManyDays(first, last, BacktestCommand.mostDays)
            )
        }
    }

    private static let mostCalls = 1_000
    /// A hundred years.
    private static let longestStep = 36_525
    private static let mostDays = 5_000

    func run() throws {
        Interrupt.watch()
        let work = BacktestWork(book: try Books.open(Paths.book(book)))
        let other = try strategy.map { try BacktestWork.strategy(of: $0, over: try work.book.rules()) }
        let settings = BacktestSettings(
            from: try from.map(Day.argument), to: try to.map(Day.argument), step: step, calls: calls,
            paidWithin: paidWithin, seed: seed)
        let result = try work.result(settings, other: other)
        if pipe {
            Output.pipe(ChildWork.answerMark + String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
        } else if json {
            try Output.show(result.json)
        } else {
            Output.show(BacktestTable(result, width: Output.width).lines)
        }
    }
}
