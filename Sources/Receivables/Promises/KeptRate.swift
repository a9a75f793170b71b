/// How well promises were kept, in one currency (DOMAIN.md §4, "Kept rate").
public struct KeptRate: Hashable, Sendable {
    /// The currency of `promised` and `came`; promises in others are left out.
    public let currency: Currency
    /// Promises of which the full amount came in the window.
    public private(set) var kept = 0
    /// Promises of which some came in the window.
    public private(set) var partlyKept = 0
    /// Promises of which nothing came in the window.
    public private(set) var broken = 0
    /// Promises that another one replaced before their window was over.
    public private(set) var renegotiated = 0
    /// Minor units promised, and come in their windows.
    public private(set) var promised: Int64 = 0
    /// Minor units that came in the windows of those promises.
    public private(set) var came: Int64 = 0

    /// How many promises have a verdict that counts.
    public var judged: Int { kept + partlyKept + broken + renegotiated }

    /// Kept ÷ judged; nil where none was judged.
    public var byCount: Double? { judged == 0 ? nil : Double(kept) / Double(judged) }

    /// Money in the window ÷ promised; nil where nothing was.
    public var byAmount: Double? { promised == 0 ? nil : Double(came) / Double(promised) }

    /// Those whose window closed from `first` to `last`; void and unverified ones stay outside.
    public init(_ promises: [JudgedPromise], in currency: Currency, from first: Day, to last: Day) {
        self.currency = currency
        for promise in promises
        where promise.currency == currency && (first...max(first, last)).contains(promise.windowEnd) {
            switch promise.verdict {
            case .kept: kept += 1
            case .partlyKept: partlyKept += 1
            case .broken: broken += 1
            case .renegotiated: renegotiated += 1
            case .pending, .dueNotVerified, .void: continue
            }
            promised = promised.saturatingAdd(promise.expected)
            came = came.saturatingAdd(promise.came)
        }
    }
}
