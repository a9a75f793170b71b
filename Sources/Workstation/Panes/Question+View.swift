import Terminal

extension Question {
    func draw(on canvas: inout Canvas) {
        let shown = lines.flatMap { Line($0).wrapped(to: canvas.columns, limit: 3) }
        let room = max(0, canvas.rows - 2)
        for (row, line) in shown.prefix(room).enumerated() { canvas.put(line, row: row + 1, width: canvas.columns) }
        canvas.put(
            Line(Question.yesKeys, .key).then(" \(yes)   ").then("Esc", .key).then(" back"),
            row: min(shown.count, room) + (shown.count + 2 < canvas.rows ? 2 : 1))
    }
}
