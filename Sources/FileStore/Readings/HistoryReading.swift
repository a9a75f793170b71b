import GRDB
import Receivables

extension FileBook {
    /// Reads the whole past once, for a backtest.
    ///
    /// - Parameter progress: told how many accounts are read; what it throws ends the reading.
    /// - Throws: `BookError`.
    public func history(progress: Progress) throws -> BookHistory {
        try translatingErrors(at: path) {
            try reading { db in try HistoryReading(db).history(base: rules(db).base, progress: progress) }
        }
    }
}

/// Reads a book's whole past in one sweep: items with their settlements, cash, and what was agreed.
private struct HistoryReading {
    private let db: Database
    private let items: HistoryItemCursor
    private let cash: RawStatement
    private let agreed: AgreedReading
    private let stride: Int

    init(_ db: Database) throws {
        self.db = db
        items = try HistoryItemCursor(db)
        cash = try RawStatement(
            db, "SELECT day, currency, amount, reference FROM cash WHERE account = ? ORDER BY nth")
        agreed = try AgreedReading(db)
        stride = try RankingBasis.sampleStride(db)
    }

    func history(base: Currency, progress: Progress) throws -> BookHistory {
        let count = try AccountTable.count(db)
        let rows = try RawStatement(db, "SELECT id, payer, number FROM account ORDER BY id")
        var accounts: [Int64: [(id: Int64, account: AccountHistory)]] = [:]
        var done = 0
        while try rows.step() {
            let (id, payer) = (rows.int(0), rows.int(1))
            let account = AccountHistory(
                number: AccountNumber(rows.text(2)),
                items: try items.items(of: id, withKeys: agreed.hasCommitments(payer)),
                unapplied: try unapplied(id), isSampled: Int(id).isMultiple(of: stride))
            accounts[payer, default: []].append((id, account))
            done += 1
            if done.isMultiple(of: 1_000) { try progress(done, count) }
        }
        var payers: [PayerHistory] = []
        payers.reserveCapacity(accounts.count)
        // In one order, so that the same book gives the same history.
        for (payer, family) in accounts.sorted(by: { $0.key < $1.key }) {
            guard family.contains(where: { !$0.account.items.isEmpty }) else { continue }
            payers.append(try history(of: payer, family))
        }
        return BookHistory(
            payers: payers, rates: try RateTable.dated(db, base: base),
            cash: try CashKnownTable.read(db, asOf: Day(number: .max)),
            importDays: try importDays(), stride: stride)
    }

    private func history(of payer: Int64, _ family: [(id: Int64, account: AccountHistory)]) throws -> PayerHistory {
        let sorted = family.sorted {
            ($0.id != payer ? 1 : 0, $0.account.number) < ($1.id != payer ? 1 : 0, $1.account.number)
        }
        let number = sorted[0].id == payer ? sorted[0].account.number : try AccountTable.number(of: payer, db)
        return PayerHistory(
            number: number, accounts: sorted.map(\.account),
            agreed: try agreed.history(of: payer, accounts: sorted.map { ($0.id, $0.account.number) }))
    }

    private func unapplied(_ account: Int64) throws -> [UnappliedCash] {
        cash.bind(1, account)
        var found: [UnappliedCash] = []
        while try cash.step() {
            found.append(
                UnappliedCash(
                    day: cash.day(0), amount: Money(minor: cash.int(2), try cash.currency(1)), reference: cash.text(3)))
        }
        return found
    }

    private func importDays() throws -> [Int64: Day] {
        let rows = try RawStatement(db, "SELECT seq, day FROM entry WHERE payer IS NULL")
        var days: [Int64: Day] = [:]
        while try rows.step() { days[rows.int(0)] = rows.day(1) }
        return days
    }
}

/// Reads items with their settlements, account by account as ids rise.
private final class HistoryItemCursor {
    private let items: RawStatement
    private let settlements: RawStatement
    private let excused: [Int64: [ExcusedItems.Key: Day]]
    private var itemIsThere: Bool
    private var settlementIsThere: Bool

    init(_ db: Database) throws {
        items = try RawStatement(
            db,
            """
            SELECT account, company, number, issued, due, currency, amount, CASE WHEN open > 0 THEN NULL ELSE closed END
            FROM item ORDER BY account, company, number
            """)
        settlements = try RawStatement(
            db,
            "SELECT account, company, number, day, kind, amount FROM settlement ORDER BY account, company, number, nth")
        excused = try ExcusedItems.since(db)
        itemIsThere = try items.step()
        settlementIsThere = try settlements.step()
    }

    /// - Parameter withKeys: read what promises and disputes know items by.
    func items(of account: Int64, withKeys: Bool) throws -> [ItemHistory] {
        var found: [ItemHistory] = []
        while itemIsThere, items.int(0) <= account {
            if items.int(0) == account { found.append(try item(withKeys: withKeys)) }
            itemIsThere = try items.step()
        }
        return found
    }

    private func item(withKeys: Bool) throws -> ItemHistory {
        var item = ItemHistory(
            company: withKeys ? items.text(1) : "", number: withKeys ? items.text(2) : "", issued: items.day(3),
            due: items.day(4),
            currency: try items.currency(5), amount: items.int(6), closed: items.optionalDay(7))
        if let keys = excused[items.int(0)] {
            item.excusedSince = keys[ExcusedItems.Key(company: items.text(1), number: items.text(2))]
        }
        while settlementIsThere {
            let order = orderOfSettlement()
            if order > 0 { break }
            if order == 0 { add(to: &item) }
            settlementIsThere = try settlements.step()
        }
        return item
    }

    private func add(to item: inout ItemHistory) {
        let amount = settlements.int(5)
        guard let day = settlements.optionalDay(3) else {
            // Gone before the item was first seen: it was never open here.
            item.amount = item.amount.saturatingAdd(0 - amount)
            return
        }
        let isPayment = settlements.int(4) == Settlement.Kind.payment.rawValue
        item.parts.append(ItemHistory.Part(day: day, amount: amount, isPayment: isPayment))
    }

    /// Whether the settlement stands before (−1), at (0) or after (1) the item.
    private func orderOfSettlement() -> Int {
        let (left, right) = (settlements.int(0), items.int(0))
        if left != right { return left < right ? -1 : 1 }
        let company = settlements.bytes(1).order(to: items.bytes(1))
        return company != 0 ? company : settlements.bytes(2).order(to: items.bytes(2))
    }
}
