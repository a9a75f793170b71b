import Receivables
import Terminal

// Words that may mean several things: one digit says which.
extension State {
    /// What Enter asks at the end of a line that could not be read for want of a choice.
    var choiceAtCursor: ChoicePane? {
        guard let note else { return nil }
        let before = note.editor.text.prefix(note.editor.cursor)
        let number = before.count(where: \.isNewline)
        guard let line = note.lines.first(where: { $0.number == number }), before.hasSuffix(line.text) else {
            return nil
        }
        return ChoicePane(line.question, line.choices, at: .note(line: number))
    }

    /// Who goes on typing has no use for the list.
    mutating func typeBelowOverlay(_ key: Key) -> [Effect] {
        if note?.wrapUp != nil { return pressOnWrapUp(key) ?? [] }
        type(key)
        return []
    }

    mutating func complete(_ target: ChoicePane.Target, with choice: Choice) -> [Effect] {
        switch target {
        case .note(let number): completeLine(number, with: choice.words)
        case .need, .when, .with:
            _ = typeOnWrapUp { field in
                field.replaceAll(with: choice.words)
                return true
            }
            return recordWrapUp()
        }
        return []
    }

    /// The words behind the line's name are what was chosen; where that leaves another question, it is asked next.
    private mutating func completeLine(_ number: Int, with words: String) {
        guard let note else { return }
        var lines = note.editor.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
            String.init)
        guard lines.indices.contains(number), let name = lines[number].split(whereSeparator: \.isWhitespace).first
        else { return }
        lines[number] = "\(name) \(words)"
        let end = lines[...number].reduce(0) { $0 + $1.count + 1 } - 1
        let context = noteContext
        _ = self.note?.edit(in: context) { editor in
            editor.replaceAll(with: lines.joined(separator: "\n"))
            editor.moveCursor(to: end)
            return true
        }
        overlay = choiceAtCursor
    }
}

extension State {
    /// What there is to choose from where a wrap-up can't be recorded yet.
    func choice(for problem: WrapUpProblem, in wrapUp: WrapUp, _ note: NotePane) -> ChoicePane? {
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        switch problem {
        case .step(.day(let problem)):
            return ChoicePane(problem.sentence, problem.choices(in: words(wrapUp.when.text)), at: .when)
        case .need:
            guard case .failure(let problem)? = wrapUp.neededFact(besides: note.facts, in: noteContext) else {
                return nil
            }
            // An item's number or an amount begins with a digit as well: who hasn't typed anything yet has to ask for
            // the list.
            var hasNumbers = true
            if case .contact = problem { hasNumbers = false }
            guard !hasNumbers || !wrapUp.need.isEmpty || wrapUp.field == .need else { return nil }
            return ChoicePane(
                problem.sentence, problem.choices(in: words(wrapUp.need.text), contact: noteContext.contact), at: .need)
        case .whoAsked: return ChoicePane(problem.sentence, contactNames.map { Choice($0, words: $0) }, at: .with)
        case .step, .words, .noResult: return nil
        }
    }
}
