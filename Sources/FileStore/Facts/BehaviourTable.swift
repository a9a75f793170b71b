import GRDB
import Receivables

/// Works out how accounts have paid, from their settlements.
enum BehaviourTable {
    private static let select = """
        SELECT settlement.account, settlement.day, item.due, settlement.amount
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
        let rows = try RawStatement(db, select + " AND settlement.account = ?")
        for account in accounts.sorted() {
            rows.bind(1, day)
            rows.bind(2, account)
            var payments: [Payment] = []
            while try rows.step() { payments.append(payment(rows)) }
            if !payments.isEmpty { try take(account, Behaviour(of: payments)) }
        }
    }

    private static func sweep(
        _ accounts: Set<Int64>, _ db: Database, upTo day: Day, _ take: (Int64, Behaviour) throws -> Void
    ) throws {
        let rows = try RawStatement(db, select + " ORDER BY settlement.account")
        rows.bind(1, day)
        var current: Int64?
        var payments: [Payment] = []
        func finish() throws {
            if let account = current, accounts.contains(account) { try take(account, Behaviour(of: payments)) }
            payments.removeAll(keepingCapacity: true)
        }
        while try rows.step() {
            if current != rows.int(0) {
                try finish()
                current = rows.int(0)
            }
            payments.append(payment(rows))
        }
        try finish()
    }

    private static func payment(_ row: RawStatement) -> Payment {
        Payment(day: row.day(1), due: row.day(2), amount: row.int(3))
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
}
