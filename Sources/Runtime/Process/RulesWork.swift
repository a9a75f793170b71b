import Exchange
import Foundation
import Receivables
import Settings
import Terminal

/// Changes the book's rules by an entry, and takes such a change back.
package struct RulesWork {
    /// The book whose rules they are.
    package let book: any Book
    /// Which of the rules: strategy or cadence.
    package let part: RulesFile.Part

    /// Nothing is read yet.
    package init(book: any Book, part: RulesFile.Part) {
        self.book = book
        self.part = part
    }

    /// Puts what a file says into force; everybody is ranked by it in the same transaction.
    package func use(_ path: String) throws {
        let old = try book.rules()
        let new = try read(path, over: old)
        guard new != old else { return Output.say(RuntimeSentences.rulesUnchanged) }
        // What the past says of a new order comes first.
        if new.strategy != old.strategy { Output.show(try BacktestWork(book: book).comparison(with: new.strategy)) }
        let place = try record(.rules(new), text: URL(filePath: path).lastPathComponent)
        Output.say(RuntimeSentences.rulesInForce(entry: place, command: command))
    }

    /// Says what is wrong with a file, or that nothing is; changes nothing.
    package func check(_ path: String) throws {
        let old = try book.rules()
        Output.say(
            try read(path, over: old) == old ? RuntimeSentences.rulesFineAndInForce : RuntimeSentences.rulesFine)
    }

    /// Lists who would rise and fall by a file, and why; changes nothing.
    package func diff(_ path: String, json: Bool) throws {
        let old = try book.rules()
        let new = try read(path, over: old)
        let query = QueueQuery(moment: ProcessContext.moment(zone: old.zone))
        let changes = QueueChange.between(try book.queue(query, by: old).rows, try book.queue(query, by: new).rows)
        guard !json else { return try Output.show(QueueChange.json(changes)) }
        Output.show(changes.prefix(RulesWork.mostChanges).map(RulesWork.line))
        if changes.count > RulesWork.mostChanges {
            Output.say(RuntimeSentences.moreMove(changes.count - RulesWork.mostChanges))
        }
        if changes.isEmpty { Output.say(RuntimeSentences.everyoneStays) }
    }

    private static let mostChanges = 40

    private static func line(_ change: QueueChange) -> Line {
        let places = "\(change.before.map(String.init) ?? "-") \u{2192} \(change.after.map(String.init) ?? "-")"
        return Line(places).padded(to: 14).then(change.name, .strong).then(" \(change.payer.text)", .muted).then(
            "  \(change.why)")
    }

    private func read(_ path: String, over old: Rules) throws -> Rules {
        guard let text = try UserFile.text(of: path) else {
            throw CommandFailure(.notFound, RuntimeSentences.noSuchFile(path))
        }
        return try RulesFile.read(text, name: path, over: old, for: part) {
            ProcessContext.offset($0, ProcessContext.now) != nil
        }
    }

    /// Takes the last change back, whichever of the two commands made it.
    package func undo() throws {
        guard let last = try book.lastChangeOfRules() else {
            throw CommandFailure(.usage, RuntimeSentences.rulesNeverChanged)
        }
        _ = try record(.undo, undoes: last.seq)
        Output.say(
            RuntimeSentences.rulesTakenBack(last))
    }

    /// What is in force, as the file that `use` takes.
    package func show() throws {
        Output.show(SafeText.lines(RulesFile.text(of: try book.rules(), part)).map { Line(String($0)) })
    }

    private var command: String { part == .cadence ? "cadence" : "strategy" }

    private func record(_ act: Act, text: String = "", undoes: Int64? = nil) throws -> Int64 {
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: nil, at: moment.at, day: moment.day, author: ProcessContext.author,
            text: text, act: act, undoes: undoes)
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return 0 }
        return place
    }
}
