import Receivables

/// What of the queue is worked: all calls, or a batch or cell of it (DESIGN.md §4).
enum QueuePart: Sendable, Hashable {
    case calls
    case tier(Tier)
    case cell(Cell)
    case smallBalances
    case inWriting
    case missingContact

    static let batches: [QueuePart] = [
        .calls, .tier(.brokenPromise), .tier(.owedToday), .tier(.pinned), .tier(.later), .smallBalances,
        .inWriting, .missingContact,
    ]
    static let matrix: [QueuePart] = [.cell(.now), .cell(.soon), .cell(.quick), .cell(.watch)]

    var title: String {
        switch self {
        case .calls: "all calls"
        case .tier(.brokenPromise): "broken promises"
        case .tier(.owedToday): "owed today"
        case .tier(.pinned): "pinned"
        case .tier(.later): "put off within today"
        case .tier(let tier): "tier \(tier.rawValue)"
        case .cell(let cell): cell.title
        case .smallBalances: "small balances"
        case .inWriting: "in writing only"
        case .missingContact: "missing contact"
        }
    }

    /// Asks for this part.
    func narrowed(_ query: QueueQuery) -> QueueQuery {
        var query = query
        switch self {
        case .calls: break
        case .tier(let tier): query.tier = tier
        case .cell(let cell): query.cell = cell
        case .smallBalances: query.task = .smallBalance
        case .inWriting: query.task = .inWriting
        case .missingContact: query.task = .missingContact
        }
        return query
    }

    func size(in overview: QueueOverview) -> QueueOverview.Part {
        let part: QueueOverview.Part? =
            switch self {
            case .calls: overview.tasks[.call]
            case .tier(let tier): overview.tiers[tier]
            case .cell(let cell): overview.cells[cell]
            case .smallBalances: overview.tasks[.smallBalance]
            case .inWriting: overview.tasks[.inWriting]
            case .missingContact: overview.tasks[.missingContact]
            }
        return part ?? QueueOverview.Part()
    }
}

/// Batches or the matrix, to choose from.
struct PartList: Sendable {
    let parts: [QueuePart]
    /// Nil until the book has answered.
    var overview: QueueOverview?
    var cursor = ListCursor()

    var isMatrix: Bool { parts == QueuePart.matrix }
    /// Behind the batches stand the reminders to send, and those who rest.
    var count: Int { parts.count + (isMatrix ? 0 : 2) }
    var isOnReminders: Bool { !isMatrix && cursor.index == parts.count }
    /// Nil for those who rest.
    var selected: QueuePart? { parts.indices.contains(cursor.index) ? parts[cursor.index] : nil }
}
