import Receivables

/// What the staged items are in all, added up as they come: asking the table for it would go through it once more for
/// each question.
struct StagedItems {
    private(set) var count = 0
    /// Rows that don't say when they are due.
    private(set) var withoutDue = 0
    /// Rows of which some was settled before they came.
    private(set) var partlySettled = 0
    private(set) var dueSources: [DueSource: Int] = [:]
    private(set) var open: [Currency: ImportAmounts] = [:]
    /// Accounts with rows that say when they were settled.
    private(set) var paid: Set<Int64> = []
    private(set) var lastSettlement: Day?

    mutating func add(_ row: ItemRow, account: Int64) {
        count += 1
        if row.due == nil { withoutDue += 1 }
        if row.dueFrom != .stated { dueSources[row.dueFrom, default: 0] += 1 }
        // As stated; without that all of it, unless the row says when it was settled.
        let left = row.open ?? (row.settled == nil ? row.amount : 0)
        if left != row.amount { partlySettled += 1 }
        open.add(left, to: \.new, in: row.currency)
        guard let settled = row.settled else { return }
        paid.insert(account)
        lastSettlement = latest(lastSettlement, settled)
    }
}
