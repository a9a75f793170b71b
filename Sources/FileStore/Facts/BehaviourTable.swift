import GRDB
import Receivables

/// Works out how accounts have paid, from their settlements.
enum BehaviourTable {
    private static let select = """
        SELECT settlement.account, settlement.day, item.due, settlement.amount
        FROM settlement JOIN item USING (account, company, number)
        WHERE settlement.day <= ? AND settlement.kind = \(Settlement.Kind.payment.rawValue) AND settlement.amount > 0
        """

    /// Gives the behaviour up to a day of every account with payments.
    static func forEach(_ db: Database, upTo day: Day, _ take: (Int64, Behaviour) throws -> Void) throws {
        let rows = try RawStatement(db, select + " ORDER BY settlement.account")
        rows.bind(1, day)
        var current: Int64?
        var payments: [Payment] = []
        while try rows.step() {
            if let account = current, account != rows.int(0) {
                try take(account, Behaviour(of: payments))
                payments.removeAll(keepingCapacity: true)
            }
            current = rows.int(0)
            payments.append(payment(rows))
        }
        if let account = current { try take(account, Behaviour(of: payments)) }
    }

    private static func payment(_ row: RawStatement) -> Payment {
        Payment(day: row.day(1), due: row.day(2), amount: row.int(3))
    }

    /// Works the behaviour of some accounts out again, after an import has changed what they paid.
    static func refresh(_ accounts: Set<Int64>, _ db: Database) throws {
        let update = try RawStatement(db, "UPDATE account SET behaviour = ? WHERE id = ?")
        func put(_ behaviour: Behaviour, _ account: Int64) throws {
            update.bind(1, behaviour.packed)
            update.bind(2, account)
            try update.run()
        }
        let future = Day(number: .max)
        // One sweep is cheaper than looking up a good part of all accounts one by one.
        if accounts.count * 4 > (try AccountTable.count(db)) {
            var found: [(Int64, Behaviour)] = []
            try forEach(db, upTo: future) { account, behaviour in
                if accounts.contains(account) { found.append((account, behaviour)) }
            }
            for (account, behaviour) in found { try put(behaviour, account) }
            return
        }
        let rows = try RawStatement(db, select + " AND settlement.account = ?")
        for account in accounts.sorted() {
            rows.bind(1, future)
            rows.bind(2, account)
            var payments: [Payment] = []
            while try rows.step() { payments.append(payment(rows)) }
            try put(Behaviour(of: payments), account)
        }
    }
}
