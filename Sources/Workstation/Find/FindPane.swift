import Receivables
import Terminal

/// Finding an account as one types. With nothing typed it lists what is parked.
struct FindPane: Overlay {
    let purpose: Purpose
    private(set) var field = LineEditor()
    private var found: [Found] = []
    private(set) var cursor = ListCursor()

    enum Purpose: Sendable, Hashable {
        case open
        /// Somebody is on the line; Esc takes up again what was parked for it.
        case inbound(parked: String?)
    }

    enum Row: Sendable, Hashable {
        case draft(Draft)
        case account(Found)
        case unreadable(UnreadableDraft)
    }

    /// A draft that can't be read, shown as text in place of the list.
    private(set) var text: [String]?
    private(set) var scroll = Scroll()

    init(_ purpose: Purpose) { self.purpose = purpose }

    private static let limit = 50
    /// Characters of a draft that can't be read.
    private static let textShown = 100_000

    var words: String { field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// What was found; while nothing is typed, the drafts put aside, the newest first.
    func rows(in state: State) -> [Row] {
        guard words.isEmpty else { return found.map(Row.account) }
        return state.parked.reversed().map(Row.draft) + state.unreadableDrafts.map(Row.unreadable)
    }

    /// Whether it asks who is on the line.
    var isInbound: Bool { if case .inbound = purpose { true } else { false } }

    func title(in state: State) -> String {
        switch purpose {
        case .open: FindSentences.find
        case .inbound: FindSentences.whoIsCalling
        }
    }

    func hints(in state: State) -> [OverlayHint] { [OverlayHint("Enter", HintSentences.opens), .back] }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if let text { return press(key, reading: text, in: state) }
        if key == .escape { return .closes { [purpose] in $0.leaveFind(purpose) } }
        let rows = rows(in: state)
        if key == .enter { return rows.indices.contains(cursor.index) ? pick(rows[cursor.index], in: state) : .stays }
        if let movement = Movement(key) {
            cursor.move(movement, count: rows.count, height: state.overlayListRows)
            return .stays
        }
        let before = words
        guard field.handle(key) else { return nil }
        return .stays(words == before ? [] : search())
    }

    mutating func paste(_ text: String, in state: State) -> [Effect] {
        field.paste(text)
        return search()
    }

    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? {
        guard case .loaded(.found(let found, let words)) = event else { return nil }
        // Answers to words that are no longer there come too late.
        guard words == self.words else { return .stays }
        self.found = found
        cursor = ListCursor()
        return .stays
    }

    /// A draft that can't be read, as text.
    private mutating func press(_ key: Key, reading text: [String], in state: State) -> OverlayResponse {
        if key == .escape || key == .character("q") {
            self.text = nil
        } else if let movement = Movement(readingKey: key) {
            scroll.move(movement, count: text.count, height: state.overlayPageRows)
        }
        return .stays
    }

    private mutating func search() -> [Effect] {
        guard words.isEmpty else { return [.load(.find(words, limit: FindPane.limit))] }
        found = []
        cursor = ListCursor()
        return []
    }

    private mutating func pick(_ row: Row, in state: State) -> OverlayResponse {
        switch row {
        case .unreadable(let draft):
            let words = [FindSentences.draftUnreadable(draft.file, draft.reason), ""]
            // What is longer than a note ever was is read with another program.
            let lines = draft.text.prefix(FindPane.textShown)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            text = (words + lines.map(String.init)).flatMap { Line($0).wrapped(to: state.overlayWidth).map(\.plain) }
            scroll = Scroll()
            return .stays
        case .draft(let draft):
            return .closes { $0.open(draft.account, name: draft.name, then: .resume(draft.id)) }
        case .account(let found):
            let after = isInbound ? AfterOpening.inboundCall : .show
            return .closes { $0.open(found.account, name: found.name, then: after) }
        }
    }
}
