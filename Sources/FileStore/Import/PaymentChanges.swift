import GRDB
import Receivables

/// Takes over a payments file (DOMAIN.md §7, "Money is counted once").
///
/// A payment is known by account, day, reference, item and amount, and by how many of these there are, so that
/// the same file again changes nothing and two equal payments of a day stay two.
final class PaymentChanges {
    private let db: Database
    private let settlements: SettlementTable
    private let cash: CashTable
    private let placed: PlacedCash
    private let times: RawStatement
    private let insert: RawStatement
    private let items: PaidItems
    private let ownCash: CashOfPayments
    private let importEntry: RawStatement
    private var importDays: [Int64: Day] = [:]
    private let lastExtract: Day?
    private let seen: Int64
    private(set) var counts = ImportCounts()
    private(set) var amounts: [Currency: ImportAmounts] = [:]
    private(set) var paid: Set<Int64> = []
    private(set) var rejects: [RowProblem] = []
    /// Payments kept as unapplied cash because the book has no such item, and what was paid beyond an item.
    private(set) var withoutItem = 0
    /// Payments that name no item.
    private(set) var unnamed = 0
    private(set) var overpaid = 0
    /// Payments that went back, as an extract had shown already.
    private(set) var returnedBefore = 0

    init(
        _ db: Database, settlements: SettlementTable, cash: CashTable, placed: PlacedCash, lastExtract: Day?,
        seen: Int64
    ) throws {
        self.db = db
        self.settlements = settlements
        self.cash = cash
        self.placed = placed
        self.seen = seen
        self.lastExtract = lastExtract
        times = try RawStatement(
            db,
            """
            SELECT COUNT(*) FROM payment
            WHERE account = ? AND day = ? AND reference = ? AND company = ? AND number = ? AND amount = ?
            """)
        insert = try RawStatement(
            db,
            """
            INSERT INTO payment(account, day, reference, company, number, amount, nth, currency, kind, seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        items = try PaidItems(db)
        ownCash = try CashOfPayments(db, cash: cash, settlements: settlements)
        importEntry = try RawStatement(db, "SELECT body FROM entry WHERE seq = ?")
    }

    /// - Parameter check: called now and then; may throw to stop.
    func run(check: () throws -> Void) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT account, day, reference, company, number, amount, currency, kind, COUNT(*), MIN(line)
            FROM temp.staged_payment
            GROUP BY account, day, reference, company, number, amount, currency, kind ORDER BY day, MIN(line)
            """)
        while try rows.step() {
            let payment = try StagedPayment(rows)
            let before = try timesKnown(payment)
            counts.paymentsUnchanged += min(before, payment.times)
            for nth in stride(from: before, to: payment.times, by: 1) {
                guard try apply(payment) else { break }
                try note(payment, nth: nth + 1)
                counts.paymentsNew += 1
                if counts.paymentsNew % 5_000 == 0 { try check() }
                amounts.add(payment.amount.minor, to: \.received, in: payment.amount.currency)
            }
        }
    }

    /// Applies payments that came before the item which they name: until now they were unapplied cash.
    func adopt() throws {
        let rows = try RawStatement(
            db,
            """
            SELECT payment.account, payment.day, payment.reference, payment.company, payment.number, payment.amount,
                payment.currency, payment.kind, 1, 0, payment.seen
            FROM payment JOIN item ON item.number = payment.number AND item.account = payment.account
                AND (item.company = payment.company OR payment.company = '') AND item.currency = payment.currency
            WHERE item.seen = ?1 AND payment.seen < ?1
                AND payment.account IN (SELECT account FROM cash GROUP BY account HAVING SUM(amount) <> 0)
                AND NOT EXISTS (
                    SELECT 1 FROM item AS older WHERE older.number = payment.number AND older.account = payment.account
                        AND (older.company = payment.company OR payment.company = '') AND older.seen < ?1)
                AND (
                    SELECT CASE WHEN payment.amount > 0 THEN payment.amount <= SUM(amount) ELSE SUM(amount) <= \
                    payment.amount END
                    FROM cash WHERE cash.account = payment.account AND listed <> 1
                        AND cash.reference = payment.reference AND cash.currency = payment.currency)
            ORDER BY payment.day, payment.amount < 0
            """)
        rows.bind(1, seen)
        while try rows.step() {
            var payment = try StagedPayment(rows)
            payment.firstSeen = rows.int(10)
            try cash.deduct(
                payment.amount, of: payment.account, day: payment.day, reference: payment.reference,
                seen: payment.firstSeen ?? seen)
            _ = try apply(payment)
        }
    }

    private func timesKnown(_ payment: StagedPayment) throws -> Int {
        times.bind(1, payment.account)
        times.bind(2, payment.day)
        times.bind(3, payment.reference)
        times.bind(4, payment.company)
        times.bind(5, payment.number)
        times.bind(6, payment.amount.minor)
        defer { times.rewind() }
        return try times.step() ? Int(times.int(0)) : 0
    }

    private func note(_ payment: StagedPayment, nth: Int) throws {
        insert.bind(1, payment.account)
        insert.bind(2, payment.day)
        insert.bind(3, payment.reference)
        insert.bind(4, payment.company)
        insert.bind(5, payment.number)
        insert.bind(6, payment.amount.minor)
        insert.bind(7, nth)
        insert.bind(8, payment.amount.currency)
        insert.bind(9, payment.kind.rawValue)
        insert.bind(10, seen)
        try insert.run()
    }

    /// - Returns: false where the payment was refused.
    private func apply(_ payment: StagedPayment) throws -> Bool {
        guard let item = try items.find(payment) else {
            if let parts = try parts(of: payment) { return try parts.allSatisfy { try apply($0) } }
            if payment.number.isEmpty { unnamed += 1 } else { withoutItem += 1 }
            try keep(payment.amount, payment)
            return true
        }
        guard item.currency == payment.amount.currency else {
            rejects.append(
                RowProblem(
                    line: payment.line, column: "currency",
                    reason: "paid in \(payment.amount.currency), but \(payment.number) is in \(item.currency)"))
            return false
        }
        // What a payment says of itself goes before what was found for others.
        try placed.putBack(payment.account)
        let key = SettlementTable.Key(account: payment.account, company: item.company, number: payment.number)
        if let listed = try ownCash.listed(payment) {
            try match(payment, listed: listed, item, key)
            return true
        }
        var rest = payment.amount.minor - (try replaceAssumed(payment, key))
        if rest < 0 { rest += try ownCash.takeSurplus(-rest, of: payment, key) }
        // A payment that went back opens the item again; one beyond the open amount leaves cash on account.
        let part = rest < 0 ? max(rest, try returnable(payment, item, key)) : min(rest, max(0, item.open))
        if part != 0 { try settle(payment, stated(payment, part), item, key) }
        paid.insert(payment.account)
        if rest < part { returnedBefore += 1 }
        if rest > part {
            overpaid += 1
            try keep(Money(minor: rest - part, payment.amount.currency), payment)
        }
        return true
    }

    /// The parts of a payment that names several items, each for one of them: as much as is open of it, or as an
    /// extract has settled of it meanwhile; the last one has the rest.
    ///
    /// - Returns: nil where it doesn't name several, or the book doesn't hold all of them.
    private func parts(of payment: StagedPayment) throws -> [StagedPayment]? {
        let numbers = ItemList.numbers(in: payment.number)
        guard !numbers.isEmpty, payment.amount.minor > 0 else { return nil }
        var rest = payment.amount.minor
        var parts: [StagedPayment] = []
        for (nth, number) in numbers.enumerated() {
            var part = payment
            part.number = number
            guard let item = try items.find(part), item.currency == payment.amount.currency else { return nil }
            let key = SettlementTable.Key(account: payment.account, company: item.company, number: number)
            let assumed = try settlements.all(of: key).reduce(Int64(0)) { sum, stored in
                let isAssumed = !stored.settlement.isStated && stored.settlement.kind == .payment
                return isAssumed && stored.settlement.amount > 0 ? sum + stored.settlement.amount : sum
            }
            let share = nth == numbers.count - 1 ? rest : min(rest, max(0, item.open) + assumed)
            rest -= share
            guard share > 0 else { continue }
            part.amount = Money(minor: share, payment.amount.currency)
            parts.append(part)
        }
        return parts
    }

    /// An extract had the payment as cash on account: it is in the balance already, and what of it is still there is
    /// matched. What is no longer there the ERP has matched since.
    private func match(_ payment: StagedPayment, listed: Int64, _ item: PaidItems.Item, _ key: SettlementTable.Key)
        throws
    {
        let part = min(listed, max(0, item.open))
        paid.insert(payment.account)
        guard part > 0 else { return }
        try ownCash.takeListed(part, of: payment)
        let matching = Settlement(
            day: payment.day, kind: .matching, isStated: false, amount: part, reference: payment.reference)
        try settle(payment, matching, item, key)
    }

    /// How far a payment can go back, negative. What an extract showed of an item when it was first seen holds the
    /// returns before that day: they open it again only as far as the payments do that they undo.
    private func returnable(_ payment: StagedPayment, _ item: PaidItems.Item, _ key: SettlementTable.Key) throws
        -> Int64
    {
        guard payment.firstSeen != nil, let lastExtract, payment.day <= lastExtract else { return item.returnable }
        let paid = try settlements.all(of: key).reduce(Int64(0)) {
            $1.settlement.isStated ? $0 + $1.settlement.amount : $0
        }
        return max(item.returnable, min(0, -paid))
    }

    private func settle(
        _ payment: StagedPayment, _ settlement: Settlement, _ item: PaidItems.Item, _ key: SettlementTable.Key
    ) throws {
        try settlements.add(settlement, to: key, seen: payment.firstSeen)
        try items.set(open: item.open - settlement.amount, of: key, on: payment.day)
    }

    /// Lets the payment take the place of what extracts only implied for the time in which it falls, and keeps
    /// when that money was first seen. One that went back does so with what opened its item again.
    ///
    /// - Returns: how much of it was so placed, with its sign.
    private func replaceAssumed(_ payment: StagedPayment, _ key: SettlementTable.Key) throws -> Int64 {
        let amount = payment.amount.minor
        var placed: Int64 = 0
        for stored in try settlements.all(of: key) where placed != amount {
            let settlement = stored.settlement
            guard !settlement.isStated, settlement.kind == (amount < 0 ? .adjustment : .payment),
                settlement.amount.signum() == amount.signum(), try covers(stored, payment.day)
            else { continue }
            let part = amount < 0 ? max(amount - placed, settlement.amount) : min(amount - placed, settlement.amount)
            try settlements.lower(stored, by: part, of: key)
            try settlements.add(
                stated(payment, part), to: key, seen: min(stored.seen, payment.firstSeen ?? stored.seen))
            placed += part
        }
        return placed
    }

    private func covers(_ stored: SettlementTable.Stored, _ day: Day) throws -> Bool {
        let settlement = stored.settlement
        // What was settled when the item was first seen was so by that extract's day.
        guard let seenOn = try settlement.day ?? dayOfImport(stored.seen) else { return false }
        return day <= seenOn && settlement.after.map { $0 < day } ?? true
    }

    /// The extract's day of an import; its own for the one that is being taken.
    private func dayOfImport(_ seq: Int64) throws -> Day? {
        if let day = importDays[seq] { return day }
        importEntry.bind(1, seq)
        defer { importEntry.rewind() }
        guard try importEntry.step(), case .imported(let record) = try Act.decoded(importEntry.text(0)) else {
            return lastExtract
        }
        importDays[seq] = record.extractDay
        return record.extractDay
    }

    private func stated(_ payment: StagedPayment, _ amount: Int64) -> Settlement {
        Settlement(
            day: payment.day, kind: payment.kind, isStated: true, amount: amount, reference: payment.reference)
    }

    private func keep(_ amount: Money, _ payment: StagedPayment) throws {
        // An extract of that day or later lists the very payment as cash on account: it is in the balance already.
        if let lastExtract, payment.day <= lastExtract, amount == payment.amount, try ownCash.listed(payment) != nil {
            return
        }
        placed.touch(payment.account)
        try cash.add(amount, to: payment.account, day: payment.day, reference: payment.reference, isListed: .payment)
    }
}
