import GRDB
import Receivables

/// Writes the differences that a merge found (DOMAIN.md §7, "Extracts leave money behind").
final class ItemChanges {
    private let extract: Extract
    /// When the parts of the ledger were seen before this extract.
    private let days: ExtractDays
    /// The newest day of any settlement before this import.
    private let lastSettlement: Day?
    private let new: NewItems
    private let rewrite: RawStatement
    private let settlements: SettlementTable
    private let cash: CashTable
    private let placed: PlacedCash
    /// Unapplied cash that fell in this extract: what items fell by as much is a matching, no new money.
    private var fallenCash: FallenCashAmounts
    private let seen: Int64
    private(set) var counts = ImportCounts()
    private(set) var amounts: [Currency: ImportAmounts] = [:]
    /// Accounts whose payments changed.
    private(set) var paid: Set<Int64> = []
    /// What is open of accounts by the items that were written.
    private(set) var prints = OpenItemFingerprints()
    /// Items that the book had from another system.
    private(set) var takenOver = 0

    init(
        _ db: Database, extract: Extract, days: ExtractDays, settlements: SettlementTable, cash: CashTable,
        placed: PlacedCash,
        fallenCash: FallenCashAmounts, seen: Int64
    ) throws {
        self.extract = extract
        self.days = days
        lastSettlement = try BookMetadata.day(.lastSettlement, db)
        self.settlements = settlements
        self.cash = cash
        self.placed = placed
        self.fallenCash = fallenCash
        self.seen = seen
        new = try NewItems(db, seen: seen)
        rewrite = try RawStatement(
            db,
            """
            UPDATE item SET issued = ?4, due = ?5, due_from = ?6, amount = ?7, open = ?8, closed = ?9,
                purchase_order = ?10, once_disputed = ?11, source = ?12
            WHERE account = ?1 AND company = ?2 AND number = ?3
            """)
    }

    /// Writes what still waits to be written.
    func finish() throws { try new.flush() }

    func apply(_ change: ItemMerge.Change) throws {
        switch change {
        case .new(let item): try add(item)
        case .changed(let before, let row): try update(before, row)
        case .missing(let before): try clear(before)
        }
    }

    private func add(_ item: NewItem) throws {
        let (record, open) = (item.record, item.open)
        try new.add(item)
        prints.keep(item)
        counts.itemsNew += 1
        amounts.add(open, to: \.new, in: record.currency)
        guard open != record.amount else { return }
        // What was already settled when an item is first seen has no day, unless the row states it.
        try new.flush()
        try settlements.add(
            Settlement(
                day: record.settled, kind: record.amount < 0 ? .matching : .payment, isStated: record.settled != nil,
                amount: record.amount - open),
            to: item.key, isNewItem: true)
        if record.settled != nil { paid.insert(record.account) }
    }

    private func update(_ before: StoredItem, _ row: StagedItem) throws {
        // Money that payments files state for days after the extract's: the extract can't know of it.
        let later = try paidAfterwards(key(row))
        // What is open by the settlements known so far, under the amount that the item has now.
        let amount = row.amount(before: before)
        let known = before.open + (amount - before.amount)
        let target = open(by: row, later: later, before, known: known)
        if let settled = row.settled, before.open != 0 || before.closed != settled {
            try restate(row, settledOn: settled)
        } else if target < known {
            try settle(known - target, of: before)
        } else if target > known {
            try reopen(target - known, of: before)
        }
        // What was paid of it came so much later, or sooner, than its due day.
        if row.due != before.due { paid.insert(before.account) }
        var after = before
        (after.issued, after.due, after.dueFrom) = (row.issued, row.due, row.dueFrom)
        (after.amount, after.open) = (amount, target)
        after.closed = target == 0 ? row.settled ?? (later == 0 ? extract.day : before.closed) : nil
        if !row.purchaseOrder.isEmpty { after.purchaseOrder = row.purchaseOrder }
        after.onceDisputed = row.onceDisputed || before.onceDisputed
        if extract.kind == .openItems {
            if !before.source.isEmpty, !row.source.isEmpty, before.source != row.source { takenOver += 1 }
            after.source = row.source
        }
        try put(after)
        counts.itemsUpdated += 1
        amounts.add(target - before.open, to: \.updated, in: row.currency)
    }

    /// What is open by a row; one that doesn't say is settled in full, or as it was.
    private func open(by row: StagedItem, later: Int64, _ before: StoredItem, known: Int64) -> Int64 {
        if let open = row.open { return open - later }
        if row.settled != nil { return 0 }
        return before.open == 0 ? row.amount : known
    }

    private func paidAfterwards(_ key: SettlementTable.Key) throws -> Int64 {
        guard extract.kind == .openItems, let lastSettlement, extract.day < lastSettlement else { return 0 }
        return try settlements.all(of: key).reduce(0) { sum, stored in
            guard stored.settlement.isStated, let day = stored.settlement.day, day > extract.day else { return sum }
            return sum + stored.settlement.amount
        }
    }

    private func clear(_ before: StoredItem) throws {
        try settle(before.open, of: before)
        var after = before
        (after.open, after.closed) = (0, extract.day)
        try put(after)
        counts.itemsCleared += 1
        amounts.add(before.open, to: \.cleared, in: before.currency)
    }

    private func put(_ item: StoredItem) throws {
        rewrite.bind(1, item.account)
        rewrite.bind(2, item.company)
        rewrite.bind(3, item.number)
        rewrite.bind(4, item.issued)
        rewrite.bind(5, item.due)
        rewrite.bind(6, item.dueFrom.rawValue)
        rewrite.bind(7, item.amount)
        rewrite.bind(8, item.open)
        rewrite.bind(9, item.closed)
        rewrite.bind(10, item.purchaseOrder)
        rewrite.bind(11, item.onceDisputed)
        rewrite.bind(12, item.source)
        try rewrite.run()
        prints.keep(item)
    }

    /// A lower open amount is a payment, assumed, on the extract's day; a matching as far as unapplied cash fell.
    private func settle(_ amount: Int64, of item: StoredItem) throws {
        let (key, previous) = (key(item), previous(of: item))
        let matched = item.amount < 0 ? amount : fallenCash.deduct(amount, of: key.account)
        if matched != 0 {
            try settlements.add(
                Settlement(day: extract.day, after: previous, kind: .matching, isStated: false, amount: matched),
                to: key)
        }
        guard amount != matched else { return }
        try settlements.add(
            Settlement(day: extract.day, after: previous, kind: .payment, isStated: false, amount: amount - matched),
            to: key)
        paid.insert(key.account)
        placed.touch(key.account)
    }

    /// A higher open amount takes back what was assumed, and what was matched here without the ERP, newest first;
    /// beyond that it is an adjustment.
    private func reopen(_ amount: Int64, of item: StoredItem) throws {
        let key = key(item)
        try placed.putBack(key.account)
        var rest = amount
        for stored in try settlements.all(of: key).reversed() where rest > 0 {
            let settlement = stored.settlement
            let isMatchedHere = settlement.isStated && settlement.kind == .matching
            guard settlement.amount > 0, !settlement.isStated || isMatchedHere else { continue }
            let part = min(rest, settlement.amount)
            try settlements.lower(stored, by: part, of: key)
            if isMatchedHere {
                try cash.add(
                    Money(minor: part, item.currency), to: key.account, day: settlement.day ?? extract.day,
                    reference: settlement.reference, isListed: .matched)
            }
            rest -= part
            paid.insert(key.account)
        }
        guard rest != 0 else { return }
        try settlements.add(
            Settlement(day: extract.day, after: previous(of: item), kind: .adjustment, isStated: false, amount: -rest),
            to: key)
    }

    /// A history states the day on which the item was settled in full: it takes the place of what was assumed.
    private func restate(_ row: StagedItem, settledOn day: Day) throws {
        let key = key(row)
        try placed.putBack(key.account)
        var stays: Int64 = 0
        for stored in try settlements.all(of: key) {
            let settlement = stored.settlement
            if settlement.isStated, let paid = settlement.day, paid < day {
                stays += settlement.amount
            } else {
                try settlements.lower(stored, by: settlement.amount, of: key)
            }
        }
        paid.insert(row.account)
        guard row.amount != stays else { return }
        try settlements.add(
            Settlement(
                day: day, kind: row.amount < 0 ? .matching : .payment, isStated: true, amount: row.amount - stays),
            to: key)
    }

    private func key(_ row: StagedItem) -> SettlementTable.Key {
        SettlementTable.Key(account: row.account, company: row.company, number: row.number)
    }

    private func key(_ item: StoredItem) -> SettlementTable.Key {
        SettlementTable.Key(account: item.account, company: item.company, number: item.number)
    }

    /// The extract before this one that could show the item: what went away since happened in between. Of two of a day,
    /// the second knows of the day what the first didn't.
    private func previous(of item: StoredItem) -> Day? {
        days.day(of: item).map { min($0, extract.day.advanced(by: -1)) }
    }
}

/// Unapplied cash that an extract shows to have fallen, per account, in minor units.
struct FallenCashAmounts {
    private var left: [Int64: Int64] = [:]

    mutating func add(_ amount: Int64, of account: Int64) { left[account, default: 0] += amount }

    /// Takes up to `amount` of what fell.
    mutating func deduct(_ amount: Int64, of account: Int64) -> Int64 {
        guard amount > 0, let available = left[account], available > 0 else { return 0 }
        let part = min(amount, available)
        left[account] = available - part
        return part
    }
}
