import Receivables
import Terminal

/// The question, and what there is to choose from, each behind its key.
struct ChoiceView {
    let pane: ChoicePane

    init(_ pane: ChoicePane) { self.pane = pane }

    func draw(on canvas: inout Canvas) {
        let question = Line(pane.question, .strong).wrapped(to: canvas.columns)
        for (row, line) in question.enumerated() { canvas.put(line, row: row, width: canvas.columns) }
        canvas.within(canvas.bounds.cutTop(question.count + 1).rest) { list in
            list.drawList(count: pane.choices.count, pane.cursor) { place in
                let key = ChoicePane.keys.indices.contains(place) ? String(ChoicePane.keys[place]) : " "
                return Line("\(key) ", .key).then(pane.choices[place].shown)
            }
        }
    }
}
