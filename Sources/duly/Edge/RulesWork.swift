import FileStore
import Foundation
import Receivables
import Settings
import Terminal

/// Changes the book's rules by an entry, and takes such a change back.
struct RulesWork {
    let book: FileBook
    let part: RulesFile.Part

    /// Puts what a file says into force; everybody is ranked by it in the same transaction.
    func use(_ path: String) throws {
        guard access(path, F_OK) == 0 else { throw Failure(.notFound, "\(path): no such file.") }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingsError(file: path, line: nil, reason: "it can't be read as UTF-8 text")
        }
        let old = try book.rules()
        let new = try RulesFile.read(text, name: path, over: old, for: part) { World.offset($0, World.now) != nil }
        guard new != old else { return Output.say("These rules are in force already; nothing was changed.") }
        let place = try record(.rules(new), text: URL(filePath: path).lastPathComponent)
        Output.say("In force with entry \(place), and everybody is ranked by it. `duly \(command) undo` takes it back.")
    }

    /// Takes the last change back, whichever of the two commands made it.
    func undo() throws {
        guard let last = try book.lastChangeOfRules() else {
            throw Failure(.usage, "The rules were never changed; there is nothing to take back.")
        }
        _ = try record(.undo, undoes: last.seq)
        Output.say("The rules are again as before entry \(last.seq) of \(last.day.long), \(last.author)" + (last.text.isEmpty ? "." : ": \(last.text)."))
    }

    /// What is in force, as the file that `use` takes.
    func show() throws {
        Output.show(SafeText.lines(RulesFile.text(of: try book.rules(), part)).map { Line(String($0)) })
    }

    private var command: String { part == .cadence ? "cadence" : "strategy" }

    private func record(_ act: Act, text: String = "", undoes: Int64? = nil) throws -> Int64 {
        let moment = World.moment(zone: try book.rules().zone)
        let entry = NewEntry(
            id: World.newID(), payer: nil, at: moment.at, day: moment.day, author: World.author, text: text, act: act, undoes: undoes)
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return 0 }
        return place
    }
}
