import Terminal

// The import page, on the whole screen.
extension ImportPage {
    func draw(on canvas: inout Canvas, in state: State) {
        let isNaming = if case .naming = step { true } else { false }
        if isNaming {
            canvas.draw(field, label: Line("\(ImportSentences.file) ", .key), row: 0, hasKeyboard: true)
        } else {
            canvas.put(
                Line("\(ImportSentences.file) ", .muted).then(request.path, .strong), row: 0, width: canvas.columns)
            canvas.putRight(Line(looking == nil ? "" : readingText, .soon), row: 0, end: canvas.columns)
        }
        canvas.within(canvas.bounds.cutTop(ImportPage.headRows).rest) { drawStep(on: &$0, in: state) }
    }

    private var readingText: String {
        let (done, total) = progress
        return " "
            + DeskSentences.isUnderWay(ImportSentences.reading, percent: total > 0 ? min(100, done * 100 / total) : nil)
    }

    private func drawStep(on canvas: inout Canvas, in state: State) {
        switch step {
        case .naming:
            let row = drawProblem(on: &canvas, row: 0)
            canvas.put(
                Line(ImportSentences.whatCanBeImported, .muted), row: row,
                width: canvas.columns)
            if let completion { draw(completion, on: &canvas, from: row + 1) }
        case .choosing(let chooser): draw(chooser, on: &canvas)
        case .saving(let field):
            let row = drawProblem(on: &canvas, row: 0)
            canvas.draw(field, label: Line("\(ImportSentences.profileName) ", .key), row: row, hasKeyboard: true)
            for (place, line) in Line(ImportSentences.whatAProfileDoes, .muted)
                .wrapped(to: canvas.columns).enumerated()
            {
                canvas.put(line, row: row + 2 + place)
            }
        case .importing: canvas.put(Line(state.work?.text ?? "\(DeskSentences.importing)\u{2026}", .strong), row: 0)
        case .adjusting, .keeping:
            var row = drawProblem(on: &canvas, row: 0)
            if let message = message {
                canvas.put(
                    canvas.theme.mark(.good).then(canvas.theme[.good].mark.isEmpty ? "" : " ").then(message, .good),
                    row: row, width: canvas.columns)
                row += 1
            }
            canvas.within(canvas.bounds.cutTop(row).rest) { list in
                let rows = ImportRows(self, width: list.columns - 1, theme: list.theme).rows
                list.drawList(count: rows.count, cursor) { rows[$0].line }
                if rows.isEmpty, looking != nil {
                    list.put(Line("\(DeskSentences.readingFile)\u{2026}", .muted), row: 0)
                }
            }
        }
    }

    /// The names to choose from, without their folder.
    private func draw(_ completion: PathCompletion, on canvas: inout Canvas, from top: Int) {
        guard completion.matches.count != 1 else { return }
        if completion.matches.isEmpty {
            canvas.put(Line(ImportSentences.noFileBeginsLikeThis, .muted), row: top, width: canvas.columns)
        }
        let folder = completion.typed.lastIndex(of: "/").map { completion.typed[...$0].count } ?? 0
        let names = completion.matches.map { String($0.dropFirst(folder)) }
        let room = max(0, canvas.rows - top)
        for (place, name) in names.prefix(room).enumerated() {
            let isLast = place == room - 1 && names.count > room
            let line = isLast ? Line(ImportSentences.andMore(names.count - place), .muted) : Line(name)
            canvas.put(line, row: top + place, width: canvas.columns)
        }
    }

    /// - Returns: the row below.
    private func drawProblem(on canvas: inout Canvas, row: Int) -> Int {
        guard let problem = problem else { return row }
        let lines = canvas.theme.mark(.alert).then(" ").then(problem, .alert).wrapped(to: canvas.columns, limit: 4)
        for (place, line) in lines.enumerated() { canvas.put(line, row: row + place) }
        return row + lines.count
    }

    private func draw(_ chooser: ImportChooser, on canvas: inout Canvas) {
        canvas.draw(chooser.field, label: Line("\(chooser.target.title): ", .key), row: 0, hasKeyboard: true)
        let matches = chooser.matches
        if matches.isEmpty { canvas.put(Line(ImportSentences.nothingMatches, .muted), row: 1) }
        if chooser.isTyped, chooser.field.isEmpty { canvas.put(Line(ImportSentences.aCodeSuchAsEUR, .muted), row: 1) }
        canvas.within(canvas.bounds.cutTop(2).rest) { list in
            list.drawList(count: matches.count, chooser.cursor) { Line(matches[$0].words) }
        }
    }

    // MARK: Its list

    /// The rows of the list at the width of the screen.
    func rows(in state: State) -> [ImportRows.Row] {
        ImportRows(self, width: state.wholeOverlaySize.columns - 1, theme: state.desk.theme).rows
    }

    /// Rows of the list on screen.
    static func listRows(in state: State) -> Int { max(1, state.size.rows - ImportPage.rowsAround) }

    /// The file's name.
    private static let headRows = 1
    /// Status, footer, frame and head.
    private static let rowsAround = 4 + headRows
}
