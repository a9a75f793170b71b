/// What of the queue is worked: all calls, or a batch or cell of it (ARCHITECTURE.md §4).
public enum QueuePart: Sendable, Hashable {
    case calls
    case tier(Tier)
    case cell(MatrixCell)
    case smallBalances
    case inWriting
    case missingContact
    /// A broken promise that misses too little to head the queue: a batch to work or write to on the same day.
    case smallerBrokenPromises
    /// Calling has gone on for long enough: for the supervisor.
    case decisions
    /// Calls because one was agreed, where nothing is at stake: they keep a good customer one.
    case relationship

    /// The batches in the order in which the workstation lists them.
    public static let batches: [QueuePart] = [
        .calls, .tier(.brokenPromise), .smallerBrokenPromises, .tier(.owedToday), .tier(.pinned), .tier(.later),
        .smallBalances,
        .inWriting, .missingContact, .relationship, .decisions,
    ]
    /// The four cells of the matrix, the most pressing first.
    public static let matrix: [QueuePart] = [.cell(.now), .cell(.soon), .cell(.quick), .cell(.watch)]

    /// As the workstation lists it, in lower case.
    public var title: String {
        switch self {
        case .calls: "all calls"
        case .tier(.brokenPromise): "broken promises"
        case .smallerBrokenPromises: "smaller broken promises"
        case .decisions: "to decide"
        case .tier(.owedToday): "owed today"
        case .tier(.pinned): "pinned"
        case .tier(.later): "put off within today"
        case .tier(let tier): "tier \(tier.rawValue)"
        case .cell(let cell): cell.title
        case .smallBalances: "small balances"
        case .inWriting: "in writing only"
        case .missingContact: "missing contact"
        case .relationship: "relationship calls"
        }
    }

    /// As scripts write it: `small-balances`.
    public var name: String { title.lowercased().split(separator: " ").joined(separator: "-") }

    /// Finds a batch or a cell by its name or the beginning of it, if no other begins so; case, spaces, `-` and `_`
    /// aside.
    public init?(named text: String) {
        func plain(_ name: String) -> String { name.lowercased().filter(\.isLetter) }
        let wanted = plain(text)
        let found = QueuePart.named.filter { plain($0.title).hasPrefix(wanted) }
        guard !wanted.isEmpty,
            let part = found.first(where: { plain($0.title) == wanted }) ?? (found.count == 1 ? found[0] : nil)
        else { return nil }
        self = part
    }

    /// All that `init(named:)` knows.
    public static let named = batches.filter { $0 != .calls } + matrix

    /// Asks for this part.
    public func narrowed(_ query: QueueQuery) -> QueueQuery {
        var query = query
        switch self {
        case .calls: break
        case .tier(let tier): query.tier = tier
        case .cell(let cell): query.cell = cell
        case .smallBalances: query.task = .smallBalance
        case .inWriting: query.task = .inWriting
        case .missingContact: query.task = .missingContact
        case .decisions: query.task = .decision
        case .smallerBrokenPromises:
            query.tier = .byScore
            query.isBroken = true
        case .relationship:
            query.tier = .byScore
            query.isWithoutStake = true
        }
        return query
    }

    /// How many payers and how much money the part holds.
    public func size(in overview: QueueOverview) -> QueueOverview.Part {
        let part: QueueOverview.Part? =
            switch self {
            case .calls: overview.tasks[.call]
            case .tier(let tier): overview.tiers[tier]
            case .cell(let cell): overview.cells[cell]
            case .smallBalances: overview.tasks[.smallBalance]
            case .inWriting: overview.tasks[.inWriting]
            case .missingContact: overview.tasks[.missingContact]
            case .decisions: overview.tasks[.decision]
            case .smallerBrokenPromises: overview.smallerBroken
            case .relationship: overview.relationships
            }
        return part ?? QueueOverview.Part()
    }
}
