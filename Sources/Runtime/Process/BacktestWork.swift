import Foundation
import Receivables
import Settings
import Terminal
import Workstation

/// Replays a book's past, and says how far it is.
package struct BacktestWork {
    /// The book whose past is replayed.
    package let book: any Book

    /// Nothing is read yet.
    package init(book: any Book) { self.book = book }

    /// - Parameter other: a strategy to compare with the one in force.
    /// - Throws: `Interrupted`, `BookError`.
    package func result(_ settings: BacktestSettings = BacktestSettings(), other: Strategy? = nil) throws
        -> BacktestResult
    {
        let reading = ProgressLine(RuntimeSentences.readingPast, unit: RuntimeSentences.accounts)
        let history = try book.history { done, total in
            // A workstation that reads along sees one whole: a quarter of it is reading.
            try Output.isPiped ? reading.show(done * 25 / max(1, total), 100) : reading.show(done, total)
        }
        reading.end()
        let replaying = ProgressLine(RuntimeSentences.replaying, unit: RuntimeSentences.days)
        let result = try Backtest(history: history, rules: try book.rules(), other: other, settings: settings).run {
            done, total in
            try Output.isPiped ? replaying.show(25 + done * 75 / max(1, total), 100) : replaying.show(done, total)
        }
        replaying.end()
        return result
    }

    /// What a strategy would have done next to the one in force, in a few lines; none where there is no past to replay.
    func comparison(with other: Strategy) throws -> [Line] {
        // A large book is replayed every fourth week: a day of it takes half a second.
        let isLarge = try book.about().accounts > BacktestWork.manyAccounts
        return StrategyComparison(try result(BacktestSettings(step: isLarge ? 28 : 7), other: other)).lines
    }

    private static let manyAccounts = 20_000

    /// The strategy of a file as `duly strategy` prints it; what the file leaves out is as it is in force.
    package static func strategy(of path: String, over rules: Rules) throws -> Strategy {
        guard let text = try UserFile.text(of: path) else {
            throw CommandFailure(.notFound, RuntimeSentences.noSuchFile(path))
        }
        return try RulesFile.read(text, name: path, over: rules, for: .strategy) {
            ProcessContext.offset($0, ProcessContext.now) != nil
        }
        .strategy
    }
}
