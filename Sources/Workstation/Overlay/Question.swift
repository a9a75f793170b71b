import Receivables
import Terminal

/// Something that is asked before it is done.
struct Question: Overlay {
    let title: String
    let lines: [String]
    /// What yes does, in a word or two.
    let yes: String
    let answer: Answer

    /// The keys that say yes, as the screen names them.
    private static let yesKeys = "Enter y"

    enum Answer: Sendable {
        case quit
        case undo(Entry)
        case discard
        /// A message in the outbox was sent by other means.
        case markSent(UnsentMessage)
        /// Records an act on a customer; `words` are said once it is recorded.
        case record(Act, on: AccountNumber, name: String, words: String, text: String)
    }

    func title(in state: State) -> String { title }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint(Question.yesKeys, yes), .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .character("n"), .character("q"), .escape: .closed
        case .character("y"), .enter: .closes { [answer] in $0.carryOut(answer) }
        default: nil
        }
    }

    func draw(on canvas: inout Canvas, in state: State) {
        let shown = lines.flatMap { Line($0).wrapped(to: canvas.columns, limit: 3) }
        let room = max(0, canvas.rows - 2)
        for (row, line) in shown.prefix(room).enumerated() { canvas.put(line, row: row + 1, width: canvas.columns) }
        canvas.put(
            Line(Question.yesKeys, .key).then(" \(yes)   ").then("Esc", .key).then(" \(HintSentences.back)"),
            row: min(shown.count, room) + (shown.count + 2 < canvas.rows ? 2 : 1))
    }
}
