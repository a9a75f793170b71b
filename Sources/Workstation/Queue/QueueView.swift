import Receivables
import Terminal

/// The queue on screen: two lines a row, and what has changed since it was read.
struct QueueView {
    let state: State

    init(_ state: State) { self.state = state }

    private var queue: QueuePane { state.queue }
    private var theme: Theme { state.desk.theme }

    func draw(on canvas: inout Canvas) {
        guard !queue.rows.isEmpty else {
            canvas.put(
                queue.isLoading ? Line(CommonWords.reading, .muted) : Line(QueueSentences.noOneToCall, .muted), row: 0,
                column: 1)
            drawChanges(on: &canvas)
            return
        }
        let top = QueueView.hasHeading(width: canvas.columns) ? 1 : 0
        if top > 0 { drawHeading(on: &canvas) }
        for (place, index) in visible(in: canvas.size).enumerated() {
            var openings: [String: String?] = [:]
            let picture =
                queue.pictures[index, width: canvas.columns] ?? picture(of: index, width: canvas.columns, &openings)
            draw(picture, at: top + place * 2, index, on: &canvas)
        }
        drawChanges(on: &canvas)
    }

    static func hasHeading(width: Int) -> Bool { width >= QueueColumns.leastPane }

    private func drawHeading(on canvas: inout Canvas) {
        let amount = Line(QueueSentences.toCollectColumn, .muted).padded(to: QueueView.figureColumns, .right)
        canvas.put(Line(QueueSentences.nameColumn, .muted), row: 0, column: RowPicture.lead)
        canvas.putRight(amount + QueueColumns.heading.then("  "), row: 0, end: canvas.columns)
    }

    /// The rows in sight.
    func visible(in size: Size) -> Range<Int> {
        let height = PaneLayout.queueRows(in: size)
        var cursor = queue.cursor
        cursor.go(to: cursor.index, count: queue.rows.count, height: height)
        return cursor.top..<max(cursor.top, min(queue.rows.count, cursor.top + height))
    }

    private func draw(_ picture: RowPicture, at line: Int, _ index: Int, on canvas: inout Canvas) {
        let isSelected = index == queue.cursor.index
        var column = canvas.put(picture.cell, row: line)
        if isSelected { column = canvas.put(" \(theme.glyphs[.pointer])", .key, row: line, column: column) }
        canvas.put(picture.head, row: line, column: RowPicture.lead)
        canvas.put(picture.why, row: line + 1, column: RowPicture.lead)
        guard isSelected else { return }
        if state.focus == .queue {
            canvas.within(Rect(row: line, columns: canvas.columns, rows: 1)) { $0.restyle(row: 0, .selected) }
        }
        if state.place == .queue { canvas.placeCursor(row: line, column: RowPicture.lead - 1) }
    }

    /// - Parameters:
    ///   - width: columns of the pane.
    ///   - openings: when the zones met so far open; what is worked out is kept there for the rows to come.
    func picture(of index: Int, width: Int, _ openings: inout [String: String?]) -> RowPicture {
        let row = queue.rows[index]
        let isDone = queue.done[row.payer] != nil
        let opens = isDone || row.appointment != nil ? nil : opening(of: row, &openings)
        let isDim = isDone || opens != nil
        let figure = Line(QueueView.figure(row, base: state.rules.base), isDim ? .muted : .strong)
        let amounts =
            QueueView.hasHeading(width: width)
            ? figure.padded(to: QueueView.figureColumns, .right)
                + QueueColumns.line(row, today: state.today, isDim: isDim)
            : figure
        let tail = amounts.then(" ") + mark(row, isDone: isDone).padded(to: 1)
        let cell = row.standing.cell
        let room = max(0, width - RowPicture.lead)
        let name = Line(row.name, isDim ? .muted : .normal)
            .padded(to: max(0, room - tail.width - 1), ellipsis: theme.glyphs[.ellipsis])
        // What the caller did to the row is said before its reasons, and hides none of them.
        let hand = isDone ? nil : queue.marks[row.payer]?.words
        let leads = [opens.map(QueueSentences.opens(at:)), hand].compactMap(\.self)
        let lead = Line(leads.joined(separator: " \(theme.glyphs[.bullet]) "), .soon)
        let why = isDone ? QueueSentences.dealtWith : QueueView.why(row, room: room)
        let between = lead.isEmpty || why.isEmpty ? "" : " \(theme.glyphs[.bullet]) "
        return RowPicture(
            cell: Line(cell.title, isDim ? .muted : cell == .now ? .overdue : .normal).padded(to: 5, .right),
            head: name.then(" ") + tail,
            why: lead.then(between, .muted).then(why, .muted).truncated(to: room, ellipsis: theme.glyphs[.ellipsis]))
    }

    /// The reasons, as far as there is room.
    ///
    /// - Parameter room: cells; what lies beyond them is not written at all.
    static func why(_ row: QueueRow, room: Int) -> String {
        guard row.appointment == nil else { return QueueTable.why(row) }
        var why = ""
        for reason in row.standing.reasons where CellWidth.of(why) <= room {
            why += (why.isEmpty ? "" : "; ") + reason.text
        }
        return why
    }

    /// When a row that may not be called now opens, on our clock.
    private func opening(of row: QueueRow, _ known: inout [String: String?]) -> String? {
        if let known = known[row.zone] { return known }
        let hours = CallingHours(zone: row.zone, at: state.now, rules: state.rules, offset: state.desk.offset)
        var opening: String?
        if case .closed(let opens) = hours {
            let local = state.local(opens)
            opening = local.day == state.today ? local.time.text : "\(local.day.weekday.short) \(local.time.text)"
        }
        known[row.zone] = .some(opening)
        return opening
    }

    /// Room for `1,234,567 GBP+`.
    private static let figureColumns = 13

    /// The money at stake; its currency where it is not the book's.
    private static func figure(_ row: QueueRow, base: Currency) -> String {
        guard let figures = row.standing.figures.first else { return "" }
        let amount = figures.money(\.stake).roundedToMajor
        return amount + (figures.currency == base ? "" : " \(figures.currency.code)")
            + (row.standing.figures.count > 1 ? "+" : "")
    }

    private func mark(_ row: QueueRow, isDone: Bool) -> Line {
        if isDone { return Line(theme.glyphs[.check], .good) }
        if state.parked.contains(where: { $0.account == row.payer }) { return Line(theme.glyphs[.marked], .soon) }
        if row.appointment != nil { return Line(theme.glyphs[.clock], .soon) }
        if row.standing.isBroken { return theme.mark(.alert) }
        return row.standing.reasons.contains { $0.rule == .followUpDue } ? theme.mark(.overdue) : Line()
    }

    private func drawChanges(on canvas: inout Canvas) {
        let key = state.desk.bindings.label(of: .reload)
        let text: String
        switch queue.changes {
        case .none: return
        case .entries(let count): text = QueueSentences.changes(count, key: key)
        case .ranking: text = QueueSentences.rankedAgain(key: key)
        }
        canvas.put((theme.mark(.soon).then(" ")).then(text, .soon), row: canvas.rows - 1, column: 1)
    }
}
