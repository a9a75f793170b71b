/// What one part of the ledger came to in each of some periods, and its sales day by day, in one currency.
public struct LedgerTotals: Hashable, Sendable {
    /// One for each period.
    public var periods: [LedgerFigures]
    /// Invoices less credit notes by the number of the day on which they were issued, in minor units.
    public var sales: [Int32: Int64] = [:]

    /// Nothing in so many periods.
    public init(periods count: Int) { periods = Array(repeating: LedgerFigures(), count: count) }

    /// Adds another part of the ledger.
    public mutating func add(_ other: LedgerTotals) {
        for (place, figures) in zip(periods.indices, other.periods) { periods[place].add(figures) }
        sales.merge(other.sales) { $0.saturatingAdd($1) }
    }
}
