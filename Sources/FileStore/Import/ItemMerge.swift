import GRDB
import Receivables

/// Compares the staged items with the book's in one merge, both in the order of their key.
struct ItemMerge {
    let db: Database
    let extract: Extract
    let rules: Rules

    /// A difference between the extract and the book.
    enum Change {
        case new(StagedItem)
        case changed(StoredItem, StagedItem)
        /// Open in the book and no longer in a full extract.
        case missing(StoredItem)
    }

    /// What a merge found apart from the changes.
    struct Tally {
        var unchanged = 0
        var repeated = 0
        var rejects: [RowProblem] = []
        var dueSources: [DueSource: Int] = [:]
        /// Open, and of a company code or source system that the extract doesn't contain.
        var elsewhere = 0
        /// Open, and named in rows that can't be used, as far as anybody can tell.
        var held = 0
    }

    /// Gives every change, in the order of the key.
    func run(_ take: (Change) throws -> Void) throws -> Tally {
        var tally = Tally()
        let dueDates = try DueDates(db, rules: rules)
        let parts = try LedgerParts(staged: db)
        let refused = try HeldItems(staged: db)
        let staged = try RawStatement(
            db, "SELECT \(StagedItem.columns) FROM temp.staged_item ORDER BY account, company, number, line")
        let stored = try RawStatement(
            db, "SELECT \(StoredItem.columns) FROM item ORDER BY account, company, number")
        var storedIsThere = try stored.step()
        func missing() throws {
            if extract.isFull, extract.kind == .openItems, stored.int(8) != 0 {
                if !parts.contain(company: stored.text(1), source: stored.text(12)) {
                    tally.elsewhere += 1
                } else if refused.hold(stored), !(refused.isEverything && extract.isForced) {
                    tally.held += 1
                } else {
                    try take(.missing(StoredItem(stored)))
                }
            }
            storedIsThere = try stored.step()
        }

        var last: StagedItem?
        while try staged.step() {
            let row = try StagedItem(staged, dueDates: dueDates)
            if let last, isSameKey(last, row) {
                tally.note(row, after: last)
                continue
            }
            last = row
            if row.dueFrom != .stated { tally.dueSources[row.dueFrom, default: 0] += 1 }
            while storedIsThere, order(stored, row) < 0 { try missing() }
            if storedIsThere, order(stored, row) == 0 {
                let before = StoredItem(stored)
                storedIsThere = try stored.step()
                if isUnchanged(before, row) {
                    tally.unchanged += 1
                } else if before.currency != row.currency {
                    tally.rejects.append(
                        RowProblem(
                            line: row.line, column: "currency",
                            reason: "\(row.number) is in \(before.currency) in the book, in \(row.currency) here"))
                } else {
                    try take(.changed(before, row))
                }
            } else {
                try take(.new(row))
            }
        }
        while storedIsThere { try missing() }
        return tally
    }

    private func isSameKey(_ left: StagedItem, _ right: StagedItem) -> Bool {
        left.account == right.account && left.company == right.company && left.number == right.number
    }

    private func order(_ stored: RawStatement, _ row: StagedItem) -> Int {
        if stored.int(0) != row.account { return stored.int(0) < row.account ? -1 : 1 }
        var company = row.company
        let byCompany = company.withUTF8 { stored.bytes(1).order(to: $0) }
        if byCompany != 0 { return byCompany }
        var number = row.number
        return number.withUTF8 { stored.bytes(2).order(to: $0) }
    }

    private func isUnchanged(_ before: StoredItem, _ row: StagedItem) -> Bool {
        guard before.issued == row.issued, before.due == row.due, before.amount == row.amount,
            before.currency == row.currency, before.purchaseOrder == row.purchaseOrder || row.purchaseOrder.isEmpty,
            before.onceDisputed || !row.onceDisputed,
            before.source == row.source || extract.kind != .openItems
        else { return false }
        if let open = row.open { return before.open == open }
        if let settled = row.settled { return before.open == 0 && before.closed == settled }
        // A history without a date for it: not settled as far as it knows.
        return before.open != 0 || before.amount == 0
    }
}

extension ItemMerge.Tally {
    fileprivate mutating func note(_ row: StagedItem, after first: StagedItem) {
        if row.saysTheSame(as: first) {
            repeated += 1
        } else {
            rejects.append(
                RowProblem(
                    line: row.line, column: "",
                    reason: "\(row.number) stands on line \(first.line) already, with other figures"))
        }
    }
}
