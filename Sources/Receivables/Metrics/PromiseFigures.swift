/// Promises of a period in one currency: what was promised in it, and what became of those whose window closed in it.
public struct PromiseFigures: Hashable, Sendable {
    /// Promises made in the period.
    public var made = 0
    /// What they came to, in minor units.
    public var promised: Int64 = 0
    /// Of the promises whose window closed in the period: all came in time.
    public var kept = 0
    /// Some came in time.
    public var partlyKept = 0
    /// Nothing came in time.
    public var broken = 0
    /// Another promise took their place.
    public var renegotiated = 0
    /// What had to come under them, in minor units.
    public var expected: Int64 = 0
    /// What came in time, at most what was promised.
    public var came: Int64 = 0

    /// No promises.
    public init() {}

    /// Kept ÷ judged.
    public var byCount: CountedRate {
        CountedRate(kept, of: kept + partlyKept + broken + renegotiated, else: .noPromises)
    }

    /// Money in time ÷ promised, in per cent. Money above a promise never raises it.
    public var byAmount: Figure { Ratios.share(came, of: expected, else: .noPromises) }

    /// Adds promises of another part of the book.
    public mutating func add(_ other: PromiseFigures) {
        made += other.made
        promised = promised.saturatingAdd(other.promised)
        kept += other.kept
        partlyKept += other.partlyKept
        broken += other.broken
        renegotiated += other.renegotiated
        expected = expected.saturatingAdd(other.expected)
        came = came.saturatingAdd(other.came)
    }

    /// Counts a promise as far as it was made, or its window closed, in the period.
    ///
    /// - Parameter convert: turns an amount of a day into the currency of the figures.
    mutating func add(_ judged: JudgedPromise, in period: Period, _ convert: (Int64, Day) -> Int64) {
        if period.contains(judged.promise.made) {
            made += 1
            promised = promised.saturatingAdd(convert(judged.promise.amount.minor, judged.promise.made))
        }
        guard period.contains(judged.windowEnd) else { return }
        switch judged.verdict {
        case .kept: kept += 1
        case .partlyKept: partlyKept += 1
        case .broken: broken += 1
        case .renegotiated: renegotiated += 1
        case .pending, .dueNotVerified, .void: return
        }
        expected = expected.saturatingAdd(convert(judged.expected, judged.windowEnd))
        came = came.saturatingAdd(convert(min(judged.came, judged.expected), judged.windowEnd))
    }
}
