import GRDB
import Receivables

/// Works out how accounts have paid, from their settlements.
enum BehaviourTable {
    private static let select = """
        SELECT settlement.account, settlement.day, item.due, settlement.amount, settlement.company, \
        settlement.number, item.currency
        FROM settlement JOIN item USING (account, company, number)
        WHERE settlement.day <= ? AND settlement.kind = \(Settlement.Kind.payment.rawValue) AND settlement.amount <> 0
        """

    /// The payments of an account, as evidence.
    struct Paid {
        var payments: [Payment] = []
        var returned: ReturnedPayment?

        fileprivate mutating func add(_ row: RawStatement, _ excused: Set<ExcusedItems.Key>) throws {
            if !excused.isEmpty, excused.contains(ExcusedItems.Key(company: row.text(4), number: row.text(5))) {
                return
            }
            let amount = row.int(3)
            payments.append(Payment(day: row.day(1), due: row.day(2), amount: amount))
            if amount < 0 {
                returned = ReturnedPayment.newer(returned, day: row.day(1), back: amount, try row.currency(6))
            }
        }

        var behaviour: Behaviour { Behaviour(of: payments) }
        var history: PaymentHistory { PaymentHistory(of: payments, returned: returned) }
    }

    /// Gives the payments up to a day of those of the accounts that had paid by then.
    static func forEach(
        _ accounts: Set<Int64>, _ db: Database, upTo day: Day, _ body: (Int64, Paid) throws -> Void
    ) throws {
        guard !accounts.isEmpty else { return }
        // One sweep is cheaper than looking up a good part of all accounts one by one.
        guard try accounts.count * 4 < AccountTable.count(db) else {
            return try sweep(accounts, db, upTo: day, body)
        }
        let excused = try ExcusedItems(db, upTo: day)
        let rows = try RawStatement(
            db, select + " AND settlement.account = ? ORDER BY settlement.company, settlement.number, settlement.nth")
        for account in accounts.sorted() {
            rows.bind(1, day)
            rows.bind(2, account)
            var paid = Paid()
            while try rows.step() { try paid.add(rows, excused[account]) }
            if !paid.payments.isEmpty { try body(account, paid) }
        }
    }

    private static func sweep(
        _ accounts: Set<Int64>, _ db: Database, upTo day: Day, _ body: (Int64, Paid) throws -> Void
    ) throws {
        let rows = try RawStatement(
            db, select + " ORDER BY settlement.account, settlement.company, settlement.number, settlement.nth")
        rows.bind(1, day)
        let excused = try ExcusedItems(db, upTo: day)
        var current: Int64?
        var paid = Paid()
        func finish() throws {
            if let account = current, accounts.contains(account), !paid.payments.isEmpty { try body(account, paid) }
            paid = Paid()
        }
        while try rows.step() {
            if current != rows.int(0) {
                try finish()
                current = rows.int(0)
            }
            try paid.add(rows, excused[rows.int(0)])
        }
        try finish()
    }

    /// Works the behaviour of some accounts out again, after an import has changed what they paid.
    static func refresh(_ accounts: Set<Int64>, _ db: Database) throws {
        var fresh: [(id: Int64, behaviour: String, payments: String)] = []
        try forEach(accounts, db, upTo: Day(number: .max)) {
            fresh.append(($0, $1.behaviour.packed, $1.history.packed))
        }
        let update = try RawStatement(db, "UPDATE account SET behaviour = ?, payments = ? WHERE id = ?")
        func put(_ behaviour: String, _ payments: String, _ account: Int64) throws {
            update.bind(1, behaviour)
            update.bind(2, payments)
            update.bind(3, account)
            try update.run()
        }
        for account in fresh { try put(account.behaviour, account.payments, account.id) }
        for account in accounts.subtracting(fresh.map(\.id)) { try put(Behaviour.unknown.packed, "", account) }
    }

    /// The same for a payer's accounts on which other items are excused now than before.
    static func refresh(excusedNow payer: Int64, before: [Int64: Set<ExcusedItems.Key>], _ db: Database) throws {
        let now = try ExcusedItems.accounts(of: payer, db)
        let changed = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
        if !changed.isEmpty { try refresh(changed, db) }
    }
}

extension ReturnedPayment {
    /// The newer of what is known and another one.
    ///
    /// - Parameter back: what went back, below zero.
    static func newer(_ known: ReturnedPayment?, day: Day, back: Int64, _ currency: Currency) -> ReturnedPayment {
        let other = ReturnedPayment(day: day, amount: Money(minor: 0 - back, currency))
        return known.map { $0.day > day ? $0 : other } ?? other
    }
}
