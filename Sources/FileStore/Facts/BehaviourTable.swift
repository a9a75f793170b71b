import GRDB
import Receivables

/// Works out how accounts have paid, from their settlements.
enum BehaviourTable {
    private static let select = """
        SELECT settlement.account, settlement.day, item.due, settlement.amount, settlement.company, settlement.number
        FROM settlement JOIN item USING (account, company, number)
        WHERE settlement.day <= ? AND settlement.kind = \(Settlement.Kind.payment.rawValue) AND settlement.amount > 0
        """

    /// Gives the behaviour up to a day of those of the accounts that had paid by then.
    static func forEach(
        _ accounts: Set<Int64>, _ db: Database, upTo day: Day, _ take: (Int64, Behaviour) throws -> Void
    ) throws {
        guard !accounts.isEmpty else { return }
        // One sweep is cheaper than looking up a good part of all accounts one by one.
        guard try accounts.count * 4 < AccountTable.count(db) else {
            return try sweep(accounts, db, upTo: day, take)
        }
        let excused = try ExcusedItems(db, upTo: day)
        let rows = try RawStatement(db, select + " AND settlement.account = ?")
        for account in accounts.sorted() {
            rows.bind(1, day)
            rows.bind(2, account)
            var payments: [Payment] = []
            while try rows.step() { if let payment = payment(rows, excused[account]) { payments.append(payment) } }
            if !payments.isEmpty { try take(account, Behaviour(of: payments)) }
        }
    }

    private static func sweep(
        _ accounts: Set<Int64>, _ db: Database, upTo day: Day, _ take: (Int64, Behaviour) throws -> Void
    ) throws {
        let rows = try RawStatement(db, select + " ORDER BY settlement.account")
        rows.bind(1, day)
        let excused = try ExcusedItems(db, upTo: day)
        var current: Int64?
        var payments: [Payment] = []
        func finish() throws {
            if let account = current, accounts.contains(account), !payments.isEmpty { try take(account, Behaviour(of: payments)) }
            payments.removeAll(keepingCapacity: true)
        }
        while try rows.step() {
            if current != rows.int(0) {
                try finish()
                current = rows.int(0)
            }
            if let payment = payment(rows, excused[rows.int(0)]) { payments.append(payment) }
        }
        try finish()
    }

    /// nil for what is no evidence.
    private static func payment(_ row: RawStatement, _ excused: Set<ExcusedItems.Key>) -> Payment? {
        if !excused.isEmpty, excused.contains(ExcusedItems.Key(company: row.text(4), number: row.text(5))) { return nil }
        return Payment(day: row.day(1), due: row.day(2), amount: row.int(3))
    }

    /// Works the behaviour of some accounts out again, after an import has changed what they paid.
    static func refresh(_ accounts: Set<Int64>, _ db: Database) throws {
        var fresh: [(Int64, Behaviour)] = []
        try forEach(accounts, db, upTo: Day(number: .max)) { fresh.append(($0, $1)) }
        let update = try RawStatement(db, "UPDATE account SET behaviour = ? WHERE id = ?")
        func put(_ behaviour: Behaviour, _ account: Int64) throws {
            update.bind(1, behaviour.packed)
            update.bind(2, account)
            try update.run()
        }
        for (account, behaviour) in fresh { try put(behaviour, account) }
        for account in accounts.subtracting(fresh.map(\.0)) { try put(.unknown, account) }
    }

    /// The same for a payer's accounts on which other items are excused now than before.
    static func refresh(excusedNow payer: Int64, before: [Int64: Set<ExcusedItems.Key>], _ db: Database) throws {
        let now = try ExcusedItems.accounts(of: payer, db)
        let changed = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
        if !changed.isEmpty { try refresh(changed, db) }
    }
}
