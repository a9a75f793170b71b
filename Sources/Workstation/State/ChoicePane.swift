import Receivables

/// What a line of the note, or a field of the wrap-up, may mean: chosen by a digit.
struct ChoicePane: Sendable {
    let question: String
    let choices: [Choice]
    let place: Target
    var cursor = ListCursor()

    /// Where the words stand that the choice completes.
    enum Target: Sendable, Hashable {
        /// A line of the note, counted from 0.
        case note(line: Int)
        /// What the result needs.
        case need
        /// When the next action is.
        case when
        /// Whom they spoke to.
        case with
    }

    init?(_ question: String, _ choices: [Choice], at place: Target) {
        guard !choices.isEmpty else { return nil }
        // The choices stand below it.
        self.question = question.firstIndex(of: "?").map { String(question[...$0]) } ?? question
        self.choices = choices
        self.place = place
    }

    /// The keys of the choices, in their order; what lies beyond them is reached with the arrows.
    static let keys = Array("1234567890")

    func choice(at key: Character) -> Choice? {
        ChoicePane.keys.firstIndex(of: key).flatMap { choices.indices.contains($0) ? choices[$0] : nil }
    }

    var selected: Choice? { choices.indices.contains(cursor.index) ? choices[cursor.index] : nil }

    /// `1-9`
    var keysShown: String { choices.count == 1 ? "1" : "1-\(min(9, choices.count))" }
}
