import Receivables
import Terminal

/// The wrap-up on screen: results by key, what the note's lines agree, the next action, how the record fares.
struct WrapUpView {
    let wrapUp: WrapUp
    let note: NotePane
    let state: State

    init(_ wrapUp: WrapUp, _ note: NotePane, state: State) {
        self.wrapUp = wrapUp
        self.note = note
        self.state = state
    }

    private var theme: Theme { state.desk.theme }
    private var need: AgreementKind? { wrapUp.need(besides: note.facts) }
    private var question: String? { wrapUp.question(about: note.text) }
    /// What stands before the field for what the result needs; nil where it needs nothing more.
    private var needLabel: String? {
        need.map { $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst() + "  " }
            ?? question.map { _ in "\(WrapUpSentences.noteField)  " }
    }

    func draw(on canvas: inout Canvas) {
        if case .stale(_, let newer) = wrapUp.phase {
            drawNewer(newer, on: &canvas)
            return
        }
        let hasRoomForWith = hasRoomForWith(canvas.rows)
        let lines = noteLines(on: canvas)
        let below = min(canvas.rows - 1, (hasRoomForWith ? 4 : 3) + (needLabel == nil ? 0 : 1) + lines.count)
        let (top, bottom) = canvas.bounds.cutTop(min(canvas.rows - below, resultRows(canvas) + 1))
        canvas.within(top) { drawResults(on: &$0) }
        canvas.within(bottom) { fields in
            for (row, line) in lines.enumerated() { fields.put(line, row: row, width: fields.columns) }
            var row = lines.count
            if let needLabel {
                fields.draw(wrapUp.need, label: Line(needLabel, .key), row: row, hasKeyboard: wrapUp.field == .need)
                row += 1
            }
            fields.draw(
                wrapUp.when, label: Line("\(WrapUpSentences.nextField)  ", .key), row: row,
                hasKeyboard: wrapUp.field == .when, width: 24)
            fields.draw(
                wrapUp.why, label: Line("\(WrapUpSentences.whyField)   ", .key), row: row + 1,
                hasKeyboard: wrapUp.field == .why)
            row += 2
            if hasRoomForWith {
                fields.draw(
                    wrapUp.with, label: Line("\(WrapUpSentences.withField)  ", .key), row: row,
                    hasKeyboard: wrapUp.field == .with)
                row += 1
            }
            for (place, line) in status.wrapped(to: fields.columns).enumerated() { fields.put(line, row: row + place) }
        }
    }

    /// Two rows of results, three fields, one line of status.
    private static let leastRows = 6

    /// On the smallest screens a result and a day matter more than a name.
    private func hasRoomForWith(_ rows: Int) -> Bool { note.call != nil && rows > 10 }

    // MARK: Results

    private func drawResults(on canvas: inout Canvas) {
        guard note.call != nil else {
            canvas.put(Line(WrapUpSentences.noteWithoutCall, .muted), row: 0, width: canvas.columns)
            return
        }
        let all = CallResult.allCases
        let columns = resultColumns(canvas), perColumn = resultRows(canvas)
        let chosen = wrapUp.choice.flatMap { all.firstIndex(of: $0) }
        let first = min(max(0, (chosen ?? 0) % perColumn - canvas.rows + 1), max(0, perColumn - canvas.rows))
        let width = canvas.columns / columns
        for (place, result) in all.enumerated() {
            let row = place % perColumn - first
            guard (0..<canvas.rows).contains(row) else { continue }
            let isChosen = place == chosen
            let line = Line(isChosen ? theme.glyphs[.pointer] : " ", .key).then(String(result.key), .key)
                .then(" \(result.title)", isChosen ? .selected : .normal)
            canvas.put(line, row: row, column: place / perColumn * width, width: width - 1)
        }
        guard wrapUp.field == .result else { return }
        let place = chosen ?? 0
        canvas.placeCursor(row: place % perColumn - first, column: place / perColumn * width)
    }

    private static let columnWidth = 31

    private func resultColumns(_ canvas: Canvas) -> Int { max(1, min(3, canvas.columns / WrapUpView.columnWidth)) }

    private func resultRows(_ canvas: Canvas) -> Int {
        guard note.call != nil else { return 1 }
        let columns = resultColumns(canvas)
        return (CallResult.allCases.count + columns - 1) / columns
    }

    // MARK: Lines and status

    /// What the structured lines agree; those not understood are named. They are whole where that leaves room for all
    /// results, else a row each; where not all have room, the last row counts the rest: nothing is left out in silence.
    private func noteLines(on canvas: Canvas) -> [Line] {
        let rows = max(0, canvas.rows - WrapUpView.leastRows)
        let shown = note.lines.map { line in
            switch line.reading {
            case .understood: NoteView.reading(line, theme)
            case .notRecorded: Line("\(theme.glyphs[.question]) \(WrapUpSentences.textOnly): ", .soon).then(line.text)
            }
        }
        let whole = shown.flatMap { $0.wrapped(to: canvas.columns) }
        if whole.count <= rows - resultRows(canvas) { return whole }
        guard shown.count > rows, rows > 0 else { return shown.prefix(rows).map { $0 } }
        let rest = note.lines.dropFirst(rows - 1)
        let unread = rest.filter { if case .notRecorded = $0.reading { true } else { false } }.count
        let more = WrapUpSentences.moreLines(rest.count, textOnly: unread)
        return shown.prefix(rows - 1) + [Line("\(theme.glyphs[.more]) \(more)", .soon)]
    }

    private var status: Line {
        switch wrapUp.phase {
        case .choosing(let problem?): theme.mark(.alert).then(" ").then(problem, .alert)
        case .choosing(nil): reading
        case .waiting(_, until: .busy): theme.mark(.soon).then(" \(WrapUpSentences.waitingAndKept)", .soon)
        case .waiting(_, until: .replaced):
            theme.mark(.alert).then(" " + DeskSentences.notSaved(DeskSentences.bookWasReplaced), .alert)
        case .waiting(_, until: nil): Line(WrapUpSentences.recording, .muted)
        case .stale: Line()
        }
    }

    /// What the fields were understood as, with both clocks.
    private var reading: Line {
        if wrapUp.field == .with, let name = state.withCompletion { return Line("Tab ", .key).then(name) }
        if need != nil, wrapUp.when.isEmpty || wrapUp.field == .need { return neededReading }
        if let question, wrapUp.field == .need { return Line("\(theme.glyphs[.question]) \(question)", .soon) }
        guard !wrapUp.when.isEmpty else {
            return note.facts.isEmpty
                ? Line() : Line(WrapUpSentences.nextActionIsInNote, .muted)
        }
        let context = state.noteContext
        switch context.step(when: wrapUp.when.text, why: wrapUp.why.text) {
        case .failure(let problem): return Line("\(theme.glyphs[.question]) \(problem.sentence)", .soon)
        case .success(let step):
            guard let time = step.time else {
                let warnings = context.rules.calendar.isBusinessDay(step.day) ? [] : [NoteSentences.notAWorkingDay]
                return self.step(step.day.full, warnings, on: step.day, context)
            }
            let agreed = context.agreed(LocalTime(day: step.day, time: time))
            return self.step(context.sentence(agreed), context.warnings(agreed), on: step.day, context)
        }
    }

    /// A step as it was understood; a warning stands in place of the tick, as on the note's lines.
    private func step(_ shown: String, _ warnings: [String], on day: Day, _ context: NoteContext) -> Line {
        let line = NoteView.reading(shown, warnings: warnings, theme)
        return line + load(day) + beside(context)
    }

    /// What is planned for the day already.
    private func load(_ day: Day) -> Line {
        let target = state.desk.targets.calls
        guard let words = state.planned.words(for: day, of: target) else { return Line() }
        return Line("  \(words)", state.planned.isFull(day, of: target) ? .soon : .muted)
    }

    /// What comes before the next action: a number that was not dialled yet. Else what the cadence asks for after this
    /// call, whatever is planned beside it.
    private func beside(_ context: NoteContext) -> Line {
        guard let choice = wrapUp.choice else { return Line() }
        if note.call?.direction == .outbound, let next = state.nextNumber(after: choice, against: note.broke) {
            return Line("  \(CallSentences.nextNumber) \(next.contact.name) \(next.number.brief)", .soon)
        }
        guard let step = context.step(after: choice) else { return Line() }
        return Line("  \(WrapUpSentences.cadence(step.brief))", .muted)
    }

    /// What stands in the field that the result needs.
    private var neededReading: Line {
        switch wrapUp.neededFact(besides: note.facts, in: state.noteContext) {
        case .success(let understood): Line("\(theme.glyphs[.check]) \(understood.shown)", .good)
        case .failure(let problem):
            Line("\(theme.glyphs[.question]) \(asked(problem))", .soon)
        case nil: Line()
        }
    }

    private func asked(_ problem: NoteLineProblem) -> String {
        let words = wrapUp.need.text.split(whereSeparator: \.isWhitespace)
        let choices = problem.choices(in: words, contact: state.noteContext.contact)
        if wrapUp.need.isEmpty, choices.isEmpty { return need?.asks ?? "" }
        return choices.isEmpty ? problem.sentence : NoteSentences.enterChooses(problem.sentence)
    }

    // MARK: Others were here

    private func drawNewer(_ newer: [Entry], on canvas: inout Canvas) {
        canvas.put(Line(WrapUpSentences.notRecordedYet, .alert), row: 0, width: canvas.columns)
        var row = 2
        for entry in newer.suffix(max(1, canvas.rows - 4)) {
            let first = entry.text.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
            let line = Line("\(state.whenText(entry.at)) ", .muted).then(State.words(for: entry), .strong).then(first)
            canvas.put(line, row: row, width: canvas.columns)
            row += 1
        }
        canvas.put(
            Line("Enter", .key).then(" \(WrapUpSentences.recordsYours)   ").then("Esc", .key).then(
                " \(HintSentences.backToNote)"),
            row: min(row + 1, canvas.rows - 1), width: canvas.columns)
    }
}
