import Receivables
import Terminal

/// Finding an account as one types. With nothing typed it lists what is parked.
struct FindPane: Sendable {
    let purpose: Purpose
    var field = LineEditor()
    private(set) var found: [Found] = []
    var cursor = ListCursor()

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
    var text: [String]?
    var scroll = Scroll()

    init(_ purpose: Purpose) { self.purpose = purpose }

    static let limit = 50

    var words: String { field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// - Parameter parked: the drafts put aside, shown newest first while nothing is typed.
    func rows(parked: [Draft], unreadable: [UnreadableDraft]) -> [Row] {
        words.isEmpty ? parked.reversed().map(Row.draft) + unreadable.map(Row.unreadable) : found.map(Row.account)
    }

    /// Answers to words that are no longer there come too late.
    mutating func show(_ found: [Found], words: String) {
        guard words == self.words else { return }
        self.found = found
        cursor = ListCursor()
    }

    mutating func clear() {
        found = []
        cursor = ListCursor()
    }
}
