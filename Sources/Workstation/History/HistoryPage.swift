import Receivables
import Terminal

/// All that happened with a customer on one time line: filtered by kind with one key, searched as one types, notes
/// folded to two lines.
struct HistoryPage: Overlay {
    private let dossier: Dossier
    /// The item that it is about; nil for all of them.
    private let item: String?
    private var timeline: Timeline
    private var kind: Timeline.Kind?
    private var field = LineEditor()
    private var isSearching = false
    private var cursor = ListCursor()
    private var opened: Set<Int> = []

    /// - Parameter item: shows only what has to do with the item of that number.
    init(_ dossier: Dossier, item: String? = nil) {
        self.dossier = dossier
        self.item = item
        timeline = Timeline(dossier)
    }

    /// The keys of the kinds; `a` shows all.
    private static let keys: [(key: Character, kind: Timeline.Kind)] = [
        ("c", .calls), ("m", .messages), ("p", .promises), ("d", .disputes), ("l", .plans), ("y", .payments),
        ("n", .notes), ("x", .corrections),
    ]

    func title(in state: State) -> String {
        let what = kind?.rawValue ?? HintSentences.all
        return HistorySentences.history(of: item ?? dossier.facts.name) + " \(state.desk.theme.glyphs[.bullet]) \(what)"
    }

    func hints(in state: State) -> [OverlayHint] {
        if isSearching {
            return [
                OverlayHint("Enter", HistorySentences.toTheList), OverlayHint("Esc", HistorySentences.endsTheSearch),
            ]
        }
        return [
            OverlayHint("Enter", HistorySentences.unfolds), OverlayHint("/", HistorySentences.searches),
            OverlayHint("a", HintSentences.all),
            .back,
        ]
    }

    // MARK: Keys

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if isSearching { return pressInField(key, in: state) }
        let rows = rows(width: state.overlayWidth - 1, state.desk.theme)
        switch key {
        case .enter:
            if rows.list.indices.contains(cursor.index) {
                let place = rows.list[cursor.index].event
                if opened.remove(place) == nil { opened.insert(place) }
            }
            return .stays
        case .character("/"): isSearching = true
        case .character("a"): choose(nil)
        case .character(let letter) where HistoryPage.keys.contains { $0.key == letter }:
            choose(HistoryPage.keys.first { $0.key == letter }?.kind)
        default:
            guard let movement = Movement(readingKey: key) else { return closed(by: key) }
            cursor.move(movement, count: rows.list.count, height: height(in: state))
        }
        return .stays
    }

    private mutating func choose(_ kind: Timeline.Kind?) {
        self.kind = kind
        cursor = ListCursor()
    }

    private mutating func pressInField(_ key: Key, in state: State) -> OverlayResponse? {
        switch key {
        case .escape:
            field = LineEditor()
            isSearching = false
        case .enter, .down: isSearching = false
        default: guard field.handle(key) else { return nil }
        }
        cursor = ListCursor()
        return .stays
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        if isSearching { field.paste(text) }
        return []
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.receipts(let receipts, let payer)) = event, payer == dossier.facts.payer else { return nil }
        var whole = dossier
        whole.receipts = receipts
        timeline = Timeline(whole)
        return .stays
    }

    // MARK: Drawing

    /// Rows of the list: the field takes one, the line of the summary another.
    private func height(in state: State) -> Int { max(1, state.overlayPageRows - (itemLine == nil ? 1 : 2)) }

    /// How many there are, and the keys of the kinds.
    private func summary(_ count: Int) -> Line {
        let all = Line("\(count)  ", .muted).then("a", .key).then(
            " \(HintSentences.all)", kind == nil ? .strong : .muted)
        return HistoryPage.keys.reduce(all) { line, entry in
            line.then("  \(entry.key)", .key).then(" \(entry.kind.rawValue)", entry.kind == kind ? .strong : .muted)
        }
    }

    /// What an item is, where the page is about one.
    private var itemLine: Line? {
        guard let item, let found = dossier.openItems.first(where: { $0.number == item }) else { return nil }
        let today = dossier.moment.day
        let amount = found.open == found.amount ? nil : Money(minor: found.amount, found.currency).grouped
        return Line(
            HistorySentences.issued(found.issued.brief(today: today), due: found.due.brief(today: today)) + ", ", .muted
        )
        .then(found.openMoney.withCurrency, .strong).then(" " + HistorySentences.open(of: amount), .muted)
    }

    private func rows(width: Int, _ theme: Theme) -> HistoryRows {
        let words = field.text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        return HistoryRows(
            timeline.events.enumerated().filter { _, event in
                kind.map(event.kinds.contains) ?? true && item.map(event.concerns(item:)) ?? true
            }, dossier, opened: opened, words: words, width: width, theme)
    }

    func draw(on canvas: inout Canvas, in state: State) {
        let theme = canvas.theme
        let rows = rows(width: canvas.columns - 1, theme)
        if isSearching || !field.isEmpty {
            canvas.draw(field, label: Line("/", .key), row: 0, hasKeyboard: isSearching)
        } else {
            canvas.put(summary(rows.count), row: 0, width: canvas.columns)
        }
        if let itemLine { canvas.put(itemLine, row: 1, width: canvas.columns) }
        canvas.within(canvas.bounds.cutTop(itemLine == nil ? 1 : 2).rest) { list in
            guard !rows.list.isEmpty else {
                list.put(Line(HistorySentences.nothingOfThatKind, .muted), row: 0, width: list.columns)
                return
            }
            list.drawList(count: rows.list.count, cursor) { rows.list[$0].line }
        }
    }
}

extension State {
    /// The history of the customer; while the items are on screen, of the one under the cursor.
    mutating func showHistory() -> [Effect] {
        guard let open = account.open else { return [] }
        var item: String?
        if focus == .account, let items = open.items, items.items.indices.contains(items.cursor.index) {
            item = items.items[items.cursor.index].number
        }
        overlay = HistoryPage(open.dossier, item: item)
        return [.load(.receipts(open.payer, upTo: today))]
    }
}
