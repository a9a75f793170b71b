import Terminal

/// The import page as rows: questions first, then what can be set, the columns, and what would come of it.
struct ImportRows {
    struct Row {
        var line: Line
        var target: ImportTarget?
    }

    private(set) var rows: [Row] = []
    private let page: ImportPage
    private let width: Int
    private let arrow: String

    init(_ page: ImportPage, width: Int, theme: Theme) {
        self.page = page
        self.width = max(20, width)
        arrow = theme.glyphs[.arrow]
        guard let look = page.look else { return }
        addTrouble(look, theme)
        for text in look.head { add(Line(text, .muted)) }
        if !look.summary.isEmpty { add(Line(look.summary, .strong)) }
        addSettings()
        addColumns(look)
        addTable(look)
        add(ImportSentences.whatWouldChange, look.changes)
        add(ImportSentences.refused, look.refusals)
        add(ImportSentences.noted, look.notices)
    }

    private mutating func addTrouble(_ look: ImportLook, _ theme: Theme) {
        if let question = look.question {
            add(Line("\(theme.glyphs[.question]) ", .alert).then(question.text, .strong))
            for answer in question.answers {
                add(Line("  \(arrow) ", .key).then(answer.words), .answer(question.subject, answer.key))
            }
            if let asked { addSetting(asked) }
        }
        if let problem = look.problem { add(theme.mark(.alert).then(" ").then(problem, .alert)) }
    }

    private mutating func addSettings() {
        addTitle(ImportSentences.howItIsRead)
        // What is asked above is not repeated below.
        for setting in ImportSetting.allCases where setting != asked && canBeSaid(setting) { addSetting(setting) }
    }

    /// Only workbooks have sheets, and most have one; of UTF-8 nobody asks how it is encoded; signs are asked for where
    /// they are in doubt.
    private func canBeSaid(_ setting: ImportSetting) -> Bool {
        switch setting {
        case .sheet: (page.look?.sheets.count ?? 0) > 1 || page.request.settings[.sheet] != nil
        case .encoding: page.look?.encodings.isEmpty == false || page.request.settings[.encoding] != nil
        case .signs: page.request.settings[.signs] != nil
        default: true
        }
    }

    /// The setting that the page asks for in words of one's own.
    private var asked: ImportSetting? {
        guard let question = page.look?.question, question.answers.isEmpty,
            case .setting(let setting) = question.subject
        else { return nil }
        return setting
    }

    private mutating func addSetting(_ setting: ImportSetting) {
        let said = page.request.settings[setting]
        let words = setting.choices(in: page.look).first { $0.key == said }?.words ?? said
        var line = Line(setting.title.padding(10), .muted)
        if let words { line += Line(words, .strong) } else { line += Line(unsaid(setting)) }
        rows.append(Row(line: line, target: .setting(setting)))
    }

    private func unsaid(_ setting: ImportSetting) -> String {
        setting == .kind && page.look?.kind.isEmpty == false
            ? "\(page.look?.kind ?? ""), \(setting.unsaid)" : setting.unsaid
    }

    private mutating func addColumns(_ look: ImportLook) {
        guard !look.columns.isEmpty else { return }
        addTitle(ImportSentences.columns)
        let room = min(24, look.columns.map { CellWidth.of($0.header) }.max() ?? 0)
        for column in look.columns {
            let isAside = page.meaning(of: column) == nil
            var line = Line(column.header, isAside ? .muted : .normal).padded(to: room)
            line += Line(" \(arrow) ", .muted).then(page.words(of: column), isAside ? .muted : .strong)
            if page.request.meanings[column.header] != nil { line += Line(" (\(ImportSentences.yourChoice))", .muted) }
            if !column.convention.isEmpty { line += Line("  \(column.convention)", .muted) }
            rows.append(Row(line: line, target: .column(column.header)))
        }
    }

    private mutating func addTable(_ look: ImportLook) {
        guard !look.rows.isEmpty else { return }
        addTitle(ImportSentences.rowsAsUnderstood(look.rows.count))
        let cells = [[ImportSentences.line] + look.titles] + look.rows.map { [String($0.line)] + $0.texts }
        let used = cells[0].indices.filter { place in
            cells.dropFirst().contains { $0.indices.contains(place) && !$0[place].isEmpty }
        }
        let widths = cells[0].indices.map { place in
            min(24, cells.map { CellWidth.of($0.indices.contains(place) ? $0[place] : "") }.max() ?? 0)
        }
        guard used.reduce(0, { $0 + widths[$1] + 2 }) <= width else { return addStacked(look) }
        for (number, row) in cells.enumerated() {
            var line = Line()
            for place in used where row.indices.contains(place) {
                let isFigure = place == 0 || look.figures.contains(place - 1)
                line += Line(row[place], number == 0 || place == 0 ? .muted : .normal)
                    .padded(to: widths[place], isFigure ? .right : .left).then("  ")
            }
            rows.append(Row(line: line, target: nil))
        }
    }

    /// Where a table is too wide, each row in sentences.
    private mutating func addStacked(_ look: ImportLook) {
        for row in look.rows {
            let parts = zip(look.titles, row.texts).filter { !$1.isEmpty }.map { "\($0) \($1)" }
            add(Line("\(ImportSentences.line) \(row.line): ", .muted).then(parts.joined(separator: ", ")))
        }
    }

    private mutating func add(_ title: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        addTitle(title)
        for text in texts { add(Line(text)) }
    }

    private mutating func addTitle(_ title: String) {
        if !rows.isEmpty { rows.append(Row(line: Line(), target: nil)) }
        rows.append(Row(line: Line(title, .title), target: nil))
    }

    /// On as many rows as it takes; the cursor stands on the first.
    private mutating func add(_ line: Line, _ target: ImportTarget? = nil) {
        for (place, part) in line.wrapped(to: width, limit: 12).enumerated() {
            rows.append(Row(line: part, target: place == 0 ? target : nil))
        }
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
