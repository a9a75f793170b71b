import GRDB
import Receivables

/// Compares the staged items with the book's in one merge, both in the order of their key.
struct ItemMerge {
    let db: Database
    let extract: Extract
    let items: ItemSpool
    let rules: Rules

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
    }

    /// Gives every change, in the order of the key.
    func run(_ take: (Change) throws -> Void) throws -> Tally {
        var tally = Tally()
        let dueDates = try DueDates(db, rules: rules)
        let refused = try HeldItems(staged: db)
        var staged = try items.records()
        let stored = try RawStatement(
            db, "SELECT \(StoredItem.columns) FROM item ORDER BY account, company, number")
        var storedIsThere = try stored.step()
        func missing() throws {
            if extract.isFull, extract.kind == .openItems, stored.int(8) != 0 {
                if !items.parts.contain(company: stored.text(1), source: stored.text(12)) {
                    tally.elsewhere += 1
                } else if refused.hold(stored), !(refused.isEverything && extract.isForced) {
                    tally.held += 1
                } else {
                    try take(.missing(StoredItem(stored)))
                }
            }
            storedIsThere = try stored.step()
        }

        let last = KeptRecord()
        while let record = try staged.next() {
            if let before = last.record, before.order(to: record) == 0 {
                tally.note(
                    StagedItem(record, due: try dueDates.due(of: record)), after: StagedItem(before, due: try dueDates.due(of: before)))
                continue
            }
            last.keep(record)
            let due = try dueDates.due(of: record)
            if due.from != .stated { tally.dueSources[due.from, default: 0] += 1 }
            var place = storedIsThere ? order(stored, record) : 1
            while place < 0 {
                try missing()
                place = storedIsThere ? order(stored, record) : 1
            }
            guard place == 0 else {
                try take(.new(NewItem(record, due: due)))
                continue
            }
            if isUnchanged(stored, record, due: due.day) {
                tally.unchanged += 1
            } else if stored.currency(6) != record.currency {
                let number = stored.text(2)
                tally.rejects.append(
                    RowProblem(
                        line: record.line, column: "currency",
                        reason: "\(number) is in \(stored.currency(6)) in the book, in \(record.currency) here"))
            } else {
                try take(.changed(StoredItem(stored), StagedItem(record, due: due)))
            }
            storedIsThere = try stored.step()
        }
        while storedIsThere { try missing() }
        return tally
    }

    /// −1 where the book's item comes first, 0 where it is the same one, 1 where the book's comes later.
    private func order(_ stored: RawStatement, _ record: ItemRecord) -> Int {
        let (ours, theirs) = (stored.int(0), record.account)
        if ours != theirs { return ours < theirs ? -1 : 1 }
        let byCompany = stored.bytes(1).order(to: record.company)
        return byCompany != 0 ? byCompany : stored.bytes(2).order(to: record.number)
    }

    /// Nearly all rows of a daily extract are: so neither becomes a value of its own.
    ///
    /// - Parameter stored: of `StoredItem.columns`.
    private func isUnchanged(_ stored: RawStatement, _ record: ItemRecord, due: Day) -> Bool {
        guard stored.int(7) == record.amount, stored.day(3) == record.issued, stored.day(4) == due,
            stored.bytes(6).order(to: record.currencyCode) == 0,
            record.purchaseOrder.isEmpty || stored.bytes(11).order(to: record.purchaseOrder) == 0,
            !record.onceDisputed || stored.int(10) != 0,
            extract.kind != .openItems || stored.bytes(12).order(to: record.source) == 0
        else { return false }
        if let open = record.open { return stored.int(8) == open }
        if let settled = record.settled { return stored.int(8) == 0 && stored.optionalDay(9) == settled }
        // A history without a date for it: not settled as far as it knows.
        return stored.int(8) != 0 || record.amount == 0
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
