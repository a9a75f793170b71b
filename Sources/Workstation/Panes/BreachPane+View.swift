import Receivables
import Terminal

extension BreachPane {
    /// The rules in the way, the usual reasons with their keys, and a line for another.
    func draw(on canvas: inout Canvas) {
        let usual = BrokenRules.usualReasons.enumerated().reduce(Line()) { line, reason in
            line.then("\(reason.offset + 1)", .key).then(" \(reason.element)   ")
        }
        let below = usual.wrapped(to: canvas.columns)
        var row = 0
        for breach in breaches {
            for line in mark(canvas).then(breach.text, .soon).wrapped(to: canvas.columns, limit: 2)
            where row < canvas.rows - 1 - below.count {
                canvas.put(line, row: row, width: canvas.columns)
                row += 1
            }
        }
        canvas.draw(field, label: Line("Why call?  ", .key), row: row, hasKeyboard: true)
        for (place, line) in below.enumerated() { canvas.put(line, row: row + 1 + place, width: canvas.columns) }
    }

    private func mark(_ canvas: Canvas) -> Line {
        let mark = canvas.theme.mark(.soon)
        return mark.isEmpty ? mark : mark.then(" ")
    }
}
