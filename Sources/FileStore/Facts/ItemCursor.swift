import GRDB
import Receivables

/// Reads the items, settlements and cash of accounts as they stood at the end of a day.
///
/// Over all accounts in the order of their ids, or over one at a time; the merge is the same. Where the day is
/// not before the newest settlement, `item.open` is right as it stands and settlements are left alone.
final class ItemCursor {
    private let day: Day
    private let items: RawStatement
    private let settlements: RawStatement?
    private let cash: RawStatement
    private let reading: Reading
    private let excused: ExcusedItems?
    private let importDays: ImportDays
    private var itemIsThere = false
    private var settlementIsThere = false
    private var cashIsThere = false

    /// What the cursor gives for one account.
    struct Facts {
        var items: [Item] = []
        var unapplied: [UnappliedCash] = []
        /// Evidence of behaviour up to the day; only read together with settlements.
        var payments: [Payment] = []
        /// The newest payment that went back.
        var returned: ReturnedPayment?

        var isEmpty: Bool { items.isEmpty && unapplied.isEmpty }
    }

    /// Whose items are read, and how much of them.
    enum Reading {
        /// Of one account after the other, in any order. Lean leaves the order number out, which only the account's
        /// own page shows.
        case one(isLean: Bool)
        /// Of all accounts among some, as their ids rise; no order numbers.
        case all(ClosedRange<Int64>)

        fileprivate var isForOne: Bool { if case .one = self { true } else { false } }
        var isLean: Bool { if case .one(let isLean) = self { isLean } else { true } }
    }

    /// - Parameter withSettlements: work open amounts out from the settlements up to the day, and list payments.
    init(_ db: Database, day: Day, withSettlements: Bool, _ reading: Reading) throws {
        self.day = day
        self.reading = reading
        importDays = ImportDays(db)
        excused = withSettlements ? try ExcusedItems(db, upTo: day) : nil
        let whose = reading.isForOne ? "AND account = ?1" : "AND account BETWEEN ?1 AND ?3"
        func prepared(_ sql: String) throws -> RawStatement {
            try reading.isForOne ? RawStatement(db, sql) : RawStatement(db, sql)
        }
        items = try prepared(
            """
            SELECT account, company, number, issued, due, due_from, currency, amount, open, once_disputed, seen
                \(reading.isLean ? "" : ", purchase_order")
            FROM item WHERE \(withSettlements ? "" : "open <> 0 AND") issued <= ?2 \(whose)
            ORDER BY account, company, number
            """)
        settlements =
            withSettlements
            ? try prepared(
                """
                SELECT account, company, number, day, kind, amount FROM settlement
                WHERE (day IS NULL OR day <= ?2) \(whose) ORDER BY account, company, number, nth
                """) : nil
        cash = try prepared(
            """
            SELECT account, day, currency, amount, reference, seen FROM cash WHERE day <= ?2 \(whose) ORDER BY \
            account, nth
            """
        )
        if case .all(let ids) = reading {
            for rows in [items, settlements, cash].compactMap({ $0 }) {
                rows.bind(1, ids.lowerBound)
                rows.bind(3, ids.upperBound)
            }
            try begin()
        }
    }

    private func begin() throws {
        items.bind(2, day)
        settlements?.bind(2, day)
        cash.bind(2, day)
        itemIsThere = try items.step()
        settlementIsThere = try settlements?.step() ?? false
        cashIsThere = try cash.step()
    }

    /// The facts of an account. Over all accounts, ids must rise from call to call.
    ///
    /// - Parameter withKeys: read company codes and numbers also on a sweep: promises and disputes name items by them.
    func facts(of account: Int64, withKeys: Bool = true) throws -> Facts {
        if reading.isForOne {
            items.rewind()
            settlements?.rewind()
            cash.rewind()
            items.bind(1, account)
            settlements?.bind(1, account)
            cash.bind(1, account)
            try begin()
        }
        var facts = Facts()
        while itemIsThere, items.int(0) <= account {
            if items.int(0) == account { try read(into: &facts, withKeys: withKeys) }
            itemIsThere = try items.step()
        }
        while cashIsThere, cash.int(0) <= account {
            if cash.int(0) == account {
                facts.unapplied.append(
                    UnappliedCash(
                        day: cash.day(1), amount: Money(minor: cash.int(3), try cash.currency(2)),
                        reference: cash.text(4),
                        seen: try importDays.day(of: cash.int(5))))
            }
            cashIsThere = try cash.step()
        }
        return facts
    }

    private func read(into facts: inout Facts, withKeys: Bool) throws {
        let due = items.day(4)
        let amount = items.int(7)
        let open = settlements == nil ? items.int(8) : amount - (try settled(due: due, &facts))
        guard open != 0 else { return }
        facts.items.append(
            Item(
                company: withKeys ? items.text(1) : "", number: withKeys ? items.text(2) : "",
                purchaseOrder: reading.isLean ? "" : items.text(11), issued: items.day(3),
                due: due, dueFrom: DueSource(rawValue: Int(items.int(5))) ?? .stated, currency: try items.currency(6),
                amount: amount, open: open, onceDisputed: items.int(9) != 0,
                seen: open < 0 ? try importDays.day(of: items.int(10)) : nil))
    }

    /// Sums the settlements of the item that `items` stands on.
    private func settled(due: Day, _ facts: inout Facts) throws -> Int64 {
        guard let settlements else { return 0 }
        let isExcused = isExcused
        var sum: Int64 = 0
        while settlementIsThere {
            let order = orderOfSettlement(settlements)
            if order > 0 { break }
            if order == 0 {
                let part = settlements.int(5)
                sum = sum.saturatingAdd(part)
                if !isExcused, let paid = settlements.optionalDay(3),
                    settlements.int(4) == Settlement.Kind.payment.rawValue
                {
                    facts.payments.append(Payment(day: paid, due: due, amount: part))
                    if part < 0 {
                        facts.returned = ReturnedPayment.newer(
                            facts.returned, day: paid, back: part, try items.currency(6))
                    }
                }
            }
            settlementIsThere = try settlements.step()
        }
        return sum
    }

    /// Whether the item that `items` stands on says nothing of how the customer pays.
    private var isExcused: Bool {
        guard let keys = excused?[items.int(0)], !keys.isEmpty else { return false }
        return keys.contains(ExcusedItems.Key(company: items.text(1), number: items.text(2)))
    }

    /// Whether the settlement stands before (−1), at (0) or after (1) the item.
    private func orderOfSettlement(_ settlements: RawStatement) -> Int {
        let (left, right) = (settlements.int(0), items.int(0))
        if left != right { return left < right ? -1 : 1 }
        let company = settlements.bytes(1).order(to: items.bytes(1))
        return company != 0 ? company : settlements.bytes(2).order(to: items.bytes(2))
    }
}
