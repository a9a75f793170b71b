import Receivables

/// A window on the queue: some hundreds of rows around the cursor, whatever the book holds.
struct QueuePane: Sendable {
    private(set) var rows: [QueueRow] = []
    /// By place in `rows`: cleared where a row there becomes another one.
    var pictures = RowPictures()
    var part = QueuePart.calls
    /// Whose accounts; nil until the book has said whose there are.
    var scope: QueueScope?
    /// Those whose accounts they are; nil for everybody's.
    var people: [String]?
    /// Rows of the whole queue above `rows`.
    private(set) var base = 0
    private(set) var total = 0
    /// The day for which the order on screen holds.
    private(set) var rankedDay: Day?
    /// Up to when money was known on that day.
    private(set) var cashKnownTo: Day?
    var cursor = ListCursor()
    /// Dealt with since the queue was read, with what came of it: marked, and kept in place.
    private(set) var done: [AccountNumber: String] = [:]
    /// Put off or pinned since then.
    private(set) var marks: [AccountNumber: RowMark] = [:]
    /// Entries in the book when the queue was read, with our own since.
    private(set) var knownEntries: Int64 = 0
    /// Entries of others since, and whether the order was made again.
    private(set) var changes = Changes.none
    private(set) var isLoading = false
    /// Whether the whole window is being read again, rather than a page more.
    private(set) var isBeingRead = false

    enum Changes: Sendable, Hashable {
        case none
        case entries(Int64)
        case ranking
    }

    static let pageSize = 30
    /// Rows kept at most.
    private static let most = 400
    /// How near to an end of the window the cursor may come before more is read.
    private static let margin = 10

    var selected: QueueRow? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }
    private var isEndLoaded: Bool { base + rows.count >= total }

    /// Asks for the queue from its top.
    ///
    /// - Parameter rows: how many are wanted at first.
    mutating func query(at moment: Moment, rows: Int = QueuePane.pageSize) -> QueueQuery {
        isLoading = true
        isBeingRead = true
        return narrowed(QueueQuery(moment: moment, limit: max(1, rows), acceptsStale: true))
    }

    /// Asks for the rows that the cursor is about to reach, or nil where they are there.
    ///
    /// - Parameter margin: how near to an end of the window the cursor may come before more is read.
    mutating func queryForMore(at moment: Moment, margin: Int = QueuePane.margin) -> QueueQuery? {
        guard !isLoading, !rows.isEmpty else { return nil }
        var query = narrowed(QueueQuery(moment: moment, limit: QueuePane.pageSize, acceptsStale: true))
        if cursor.index >= rows.count - margin, !isEndLoaded {
            // Who is dealt with has left the stored order, mostly; who came twice is left out.
            query.offset = base + rows.count - left
        } else if cursor.index < margin, base > 0 {
            query.offset = max(0, base - QueuePane.pageSize)
            query.limit = base - query.offset
        } else {
            return nil
        }
        isLoading = true
        return query
    }

    /// Of the rows that are there, those that no longer stand in the stored order.
    private var left: Int { rows.count { done[$0.payer] != nil } }

    private func narrowed(_ query: QueueQuery) -> QueueQuery {
        var query = part.narrowed(query)
        query.people = people
        return query
    }

    /// Takes a page in, above or below the rows that are there, or as the whole window.
    mutating func show(_ page: QueuePage, _ query: QueueQuery, isWhole: Bool) {
        isLoading = false
        total = page.total + (isWhole ? 0 : left)
        if isWhole {
            isBeingRead = false
            rows = page.rows
            pictures.clear()
            base = 0
            rankedDay = page.day
            cashKnownTo = page.cashKnownTo
            return
        }
        let known = Set(rows.map(\.payer))
        let fresh = page.rows.filter { !known.contains($0.payer) }
        if query.offset >= base {
            rows += fresh
            // Nothing new came although more was promised: the book has moved; `R` reads it again.
            if fresh.isEmpty { total = base + rows.count }
        } else {
            rows.insert(contentsOf: fresh, at: 0)
            pictures.clear()
            cursor.shift(-fresh.count)
            base = query.offset == 0 ? 0 : max(0, base - fresh.count)
        }
        trim()
    }

    /// Lets go of what is furthest from the cursor.
    private mutating func trim() {
        let excess = rows.count - QueuePane.most
        guard excess > 0 else { return }
        if cursor.index > rows.count / 2 {
            rows.removeFirst(excess)
            pictures.clear()
            base += excess
            cursor.shift(excess)
        } else {
            rows.removeLast(excess)
            pictures.clear()
        }
    }

    /// The book could not answer; the next movement asks again.
    mutating func loadingFailed() {
        isLoading = false
        isBeingRead = false
    }

    /// Forgets what was passed and done: the queue is being read again.
    mutating func reset() {
        done = [:]
        marks = [:]
        changes = .none
        cursor = ListCursor()
    }

    /// - Parameter outcome: what came of it, in a word or two.
    mutating func markDone(_ payer: AccountNumber, _ outcome: String) {
        done[payer] = outcome
        knownEntries += 1
    }

    mutating func recordAct(_ act: Act, words: String, on payer: AccountNumber) {
        marks[payer] = RowMark(isPin: act == .pin(true), words: words)
        knownEntries += 1
        pictures.clear()
    }

    mutating func unmark(_ payer: AccountNumber?) {
        if let payer { done[payer] = nil }
        knownEntries += 1
    }

    /// Compares the book with what was read from it.
    mutating func compare(_ book: BookState) {
        if let rankedDay, let now = book.rankedDay, now != rankedDay {
            changes = .ranking
        } else if book.entries > knownEntries {
            changes = .entries(book.entries - knownEntries)
        }
    }

    mutating func isUpToDate(with book: BookState) {
        knownEntries = book.entries
        changes = .none
    }

    /// What came of a batch, once no one is left in it: `broken promises: 3 dealt with: 2 promised, 1 no answer`.
    var summary: String? {
        guard part != .calls, base == 0, isEndLoaded, next(from: 0, mayCall: { _ in true }) == nil else { return nil }
        let outcomes = rows.compactMap { done[$0.payer] }
        guard !outcomes.isEmpty else { return nil }
        let counts = outcomes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return QueueSentences.partIsDone(part.title, count: outcomes.count, words.joined(separator: ", "))
    }

    /// The next row from a place on that is not done and may be called.
    func next(from start: Int, mayCall: (QueueRow) -> Bool) -> Int? {
        rows.indices.first { place in
            let payer = rows[place].payer
            let isPutOff = marks[payer].map { !$0.isPin } ?? false
            return place >= start && done[payer] == nil && !isPutOff && mayCall(rows[place])
        }
    }
}

extension Act {
    /// What came of it, in a word or two.
    var outcome: String {
        switch self {
        case .call(let call): call.result.rawValue
        default: QueueSentences.noted
        }
    }
}
