import Terminal

/// The first start: what Duly is, and two ways in.
struct WelcomePage {
    let welcome: Welcome
    let work: Work?

    init(_ welcome: Welcome, work: Work?) {
        self.welcome = welcome
        self.work = work
    }

    func draw(on canvas: inout Canvas) {
        let inside = canvas.bounds.inset(columns: 2, rows: canvas.rows >= 14 ? 1 : 0)
        canvas.within(inside) { page in
            page.put(Line(StatusSentences.noBookYet, .title), row: 0)
            var row = 2
            switch welcome.stage {
            case .choosing:
                row = choices(from: row, on: &page)
            case .working: page.put(Line(work?.text ?? StatusSentences.working, .strong), row: row)
            }
            if let problem = welcome.problem {
                let lines = (page.theme.mark(.alert).then(" ").then(problem, .alert)).wrapped(
                    to: page.columns, limit: 4)
                for (place, line) in lines.enumerated() { page.put(line, row: row + 1 + place) }
            }
        }
    }

    private func choices(from row: Int, on page: inout Canvas) -> Int {
        page.put(
            Line("i", .key).then("  \(StatusSentences.importFirst)"), row: row,
            width: page.columns)
        page.put(Line("d", .key).then("  \(StatusSentences.lookAroundFirst)"), row: row + 1, width: page.columns)
        page.put(Line("q", .key).then("  \(StatusSentences.leaveWithoutBook)"), row: row + 2, width: page.columns)
        page.placeCursor(row: row, column: 0)
        return row + 3
    }
}
