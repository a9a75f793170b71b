import GRDB
import Receivables

/// Compares the staged items with the book's in one merge, both in the order of their key.
struct ItemMerge {
    let db: Database
    let extract: Extract
    let items: ItemSpool
    let rules: Rules
    /// As for `StoredItems`.
    let file: String?

    /// A difference between the extract and the book.
    enum Change {
        /// Its record is the spool's, and good until the next change.
        case new(NewItem)
        /// Indirect, because Swift 6.3 with optimisation loses in a copy whether the row states what is open.
        indirect case changed(StoredItem, StagedItem)
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
        /// Whose items were looked at, and what is open of them by those that stay as they were.
        var accounts = ComparedAccounts()
        var kept = OpenItemFingerprints()
    }

    /// Gives every change, in the order of the key.
    func run(_ body: (Change) throws -> Void) throws -> Tally {
        var tally = Tally()
        let dueDates = try DueDates(db, rules: rules)
        let refused = try HeldItems(staged: db, isForced: extract.isForced)
        var staged = try items.records()
        tally.accounts = try ComparedAccounts(extract, stated: items.prints, db)
        let stored = try StoredItems(db, of: tally.accounts, file: file)
        func missing(_ item: ItemRecord) throws {
            if extract.isFull, extract.kind == .openItems, item.open != 0 {
                if !items.parts.contain(item) {
                    tally.elsewhere += 1
                    tally.kept.keep(item)
                } else if refused.hold(item) {
                    tally.held += 1
                    tally.kept.keep(item)
                } else {
                    try body(.missing(StoredItem(item)))
                }
            } else {
                tally.kept.keep(item)
            }
            try stored.advance()
        }

        let last = KeptRecord()
        while let record = try staged.next() {
            guard tally.accounts.contain(record.account) else {
                tally.note(unchanged: record)
                continue
            }
            if let before = last.record, before.order(to: record) == 0 {
                tally.note(
                    StagedItem(record, due: try dueDates.due(of: record)),
                    after: StagedItem(before, due: try dueDates.due(of: before)))
                continue
            }
            last.keep(record)
            let due = try dueDates.due(of: record)
            if due.from != .stated { tally.dueSources[due.from, default: 0] += 1 }
            var place = 1
            while let item = stored.head {
                place = item.order(to: record)
                guard place < 0 else { break }
                try missing(item)
                place = 1
            }
            guard place == 0, let item = stored.head else {
                try body(.new(NewItem(record, due: due)))
                continue
            }
            if isUnchanged(item, record, due: due.day) {
                tally.unchanged += 1
                tally.kept.keep(item)
            } else if item.currency != record.currency {
                tally.rejects.append(
                    RowProblem(
                        line: record.line, column: "currency",
                        reason:
                            """
                            \(String(decoding: item.number, as: UTF8.self)) is in \(item.currency) in the book, \
                            in \(record.currency) here
                            """
                    ))
                tally.kept.keep(item)
            } else {
                try body(.changed(StoredItem(item), StagedItem(record, due: due)))
            }
            try stored.advance()
        }
        while let item = stored.head { try missing(item) }
        return tally
    }

    /// Nearly all rows of a daily extract are: so neither becomes a value of its own.
    private func isUnchanged(_ item: ItemRecord, _ record: ItemRecord, due: Day) -> Bool {
        guard item.amount == record.amount || record.isAmountUnknown, item.issued == record.issued, item.due == due,
            item.currencyCode.order(to: record.currencyCode) == 0,
            record.purchaseOrder.isEmpty || item.purchaseOrder.order(to: record.purchaseOrder) == 0,
            !record.onceDisputed || item.onceDisputed,
            extract.kind != .openItems || item.source.order(to: record.source) == 0
        else { return false }
        if let open = record.open { return item.open == open }
        if let settled = record.settled { return item.open == 0 && item.settled == settled }
        // A history without a date for it: not settled as far as it knows.
        return item.open != 0 || record.amount == 0
    }
}

extension ItemMerge.Tally {
    /// A row of an account that wasn't looked at, which says when the item is due.
    fileprivate mutating func note(unchanged row: ItemRecord) {
        unchanged += 1
        if row.dueFrom != .stated { dueSources[row.dueFrom, default: 0] += 1 }
    }

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
