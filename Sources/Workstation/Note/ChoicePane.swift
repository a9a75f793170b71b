import Receivables
import Terminal

/// What a line of the note, or a field of the wrap-up, may mean: chosen by a digit.
struct ChoicePane: Overlay {
    private let question: String
    private let choices: [Choice]
    private let target: Target
    private var cursor = ListCursor()

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

    init?(_ question: String, _ choices: [Choice], at target: Target) {
        guard !choices.isEmpty else { return nil }
        // The choices stand below it.
        self.question = question.firstIndex(of: "?").map { String(question[...$0]) } ?? question
        self.choices = choices
        self.target = target
    }

    /// The keys of the choices, in their order; what lies beyond them is reached with the arrows.
    private static let keys = Array("1234567890")

    private func choice(at key: Character) -> Choice? {
        ChoicePane.keys.firstIndex(of: key).flatMap { choices.indices.contains($0) ? choices[$0] : nil }
    }

    private var selected: Choice? { choices.indices.contains(cursor.index) ? choices[cursor.index] : nil }

    /// `1-9`
    private var keysShown: String { choices.count == 1 ? "1" : "1-\(min(9, choices.count))" }

    // A wish not to be called, or a hold, is for one customer: it is named.
    func title(in state: State) -> String { NoteSentences.whichOne(of: state.note?.name ?? "") }

    func hints(in state: State) -> [OverlayHint] {
        [OverlayHint(keysShown, HintSentences.chooses), OverlayHint("Enter", HintSentences.choosesTheSelected), .back]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        // The line stays as it is, and the note goes on below it.
        case .escape: return goingOn { _ in [] }
        case .enter: return selected.map(choosing) ?? .stays
        // Another line begins: the one in question stays as it is.
        case .character("/"): return goingOn { $0.typeBelowOverlay(key) }
        case .character(let letter): return choice(at: letter).map(choosing) ?? .closes { $0.typeBelowOverlay(key) }
        case .backspace: return .closes { $0.typeBelowOverlay(key) }
        default:
            guard let movement = Movement(key) else { return nil }
            cursor.move(movement, count: choices.count, height: state.overlayListRows)
            return .stays
        }
    }

    /// It closes, and the note goes on in a new line if the question was about one of its lines.
    private func goingOn(_ then: @escaping (inout State) -> [Effect]) -> OverlayResponse {
        guard case .note = target else { return .closes(then) }
        return .closes { state in
            state.type(.enter)
            return then(&state)
        }
    }

    private func choosing(_ choice: Choice) -> OverlayResponse {
        .closes { [target] in $0.complete(target, with: choice) }
    }

    func draw(on canvas: inout Canvas, in state: State) {
        let question = Line(question, .strong).wrapped(to: canvas.columns)
        for (row, line) in question.enumerated() { canvas.put(line, row: row, width: canvas.columns) }
        canvas.within(canvas.bounds.cutTop(question.count + 1).rest) { list in
            list.drawList(count: choices.count, cursor) { index in
                let key = ChoicePane.keys.indices.contains(index) ? String(ChoicePane.keys[index]) : " "
                return Line("\(key) ", .key).then(choices[index].shown)
            }
        }
    }
}
