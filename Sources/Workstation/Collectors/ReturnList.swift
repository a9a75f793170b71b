import Receivables
import Terminal

/// What colleagues did on one's accounts while they covered, the newest first.
struct ReturnList: Overlay {
    /// Nil until the book has answered.
    private var rows: [Covered]?
    private var cursor = ListCursor()

    init(rows: [Covered]? = nil) { self.rows = rows }

    private var selected: Covered? { rows.flatMap { $0.indices.contains(cursor.index) ? $0[cursor.index] : nil } }

    func title(in state: State) -> String { CollectorSentences.whileYouWereAway }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint("Enter", HintSentences.opens), .move, .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if key == .enter, let row = selected, let payer = row.entry.payer { return .opens(payer, name: row.name) }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: rows?.count ?? 0, height: state.overlayListRows)
        return .stays
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.returns(let rows, _)) = event else { return nil }
        self.rows = rows
        return .stays
    }

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        guard let rows else {
            canvas.put(Line(CommonWords.reading, .muted), row: 0)
            return
        }
        guard !rows.isEmpty else {
            canvas.put(
                Line(CollectorSentences.noOneWorkedYourAccounts, .muted), row: 0, width: canvas.columns)
            return
        }
        let words = selected?.entry.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let (top, below) = canvas.bounds.cutBottom(canvas.rows > 6 ? 2 : 0)
        canvas.within(top) { list in
            list.drawList(count: rows.count, cursor) { ReturnTable.line(rows[$0], today: state.today) }
        }
        canvas.within(below) { _ = $0.put(Line(words, .muted), row: 1, width: $0.columns) }
    }
}

extension State {
    /// Asked once the first screen is up: what colleagues did, for who was covered, and what they say.
    func loadReturns() -> [Effect] {
        guard let book, book.covers.contains(where: { isSamePerson($0.colleague, desk.author) && $0.from <= today })
        else { return [commentsQuery(isAsked: false)] }
        return [.load(.returns(desk.author, isAsked: false)), commentsQuery(isAsked: false)]
    }

    mutating func showReturns() -> [Effect] {
        overlay = ReturnList()
        return [.load(.returns(desk.author, isAsked: true))]
    }

    /// At a start the page comes by itself, as long as there is something newer than what one has done oneself.
    mutating func offerReturns(_ rows: [Covered]) {
        if !rows.isEmpty, overlay == nil, note == nil { overlay = ReturnList(rows: rows) }
    }
}
