/// What a part of the ledger came to in a period, in minor units of one currency. Sums alone, so that months add up to
/// a year and collectors to the whole.
public struct LedgerFigures: Hashable, Sendable {
    /// Receivables at the end of the day before the period: open items, credits included, less unapplied cash.
    public var begin: Int64 = 0
    /// Receivables at the end of the period.
    public var end: Int64 = 0
    /// Of the open items at the end those that aren't past due, credits included.
    public var endCurrent: Int64 = 0
    /// Open invoices at the end.
    public var open: Int64 = 0
    /// Those of them that are overdue.
    public var overdue: Int64 = 0
    /// Those that are more than 60 days overdue.
    public var over60: Int64 = 0
    /// Those that are more than 90 days overdue.
    public var over90: Int64 = 0
    /// Σ open × days overdue.
    public var overdueDays: Int128 = 0
    /// Written off in the period.
    public var writtenOff: Int64 = 0
    /// Payments on invoices, by their value day.
    public var paid: Int64 = 0
    /// Σ paid × days after the due day; an early payment counts as 0.
    public var paidDaysLate: Int128 = 0
    /// Σ paid × days after the invoice's day.
    public var paidDays: Int128 = 0
    /// Payments first seen in the period that a file stated, less what went back.
    public var collectedStated: Int64 = 0
    /// Payments first seen in the period that an extract implied.
    public var collectedAssumed: Int64 = 0
    /// Of all of them what came after a contact, not because of it.
    public var collectedAfterContact: Int64 = 0

    /// Nothing.
    public init() {}

    /// All payments first seen in the period.
    public var collected: Int64 { collectedStated.saturatingAdd(collectedAssumed) }

    /// Adds what another part of the ledger came to in the same period.
    public mutating func add(_ other: LedgerFigures) {
        for path in LedgerFigures.amounts {
            self[keyPath: path] = self[keyPath: path].saturatingAdd(other[keyPath: path])
        }
        overdueDays += other.overdueDays
        paidDaysLate += other.paidDaysLate
        paidDays += other.paidDays
    }

    private static var amounts: [WritableKeyPath<LedgerFigures, Int64>] {
        [
            \.begin, \.end, \.endCurrent, \.open, \.overdue, \.over60, \.over90, \.writtenOff, \.paid,
            \.collectedStated, \.collectedAssumed, \.collectedAfterContact,
        ]
    }
}
