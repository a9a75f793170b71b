import GRDB
import Receivables

extension Portfolio {
    /// What ranking needs to know of the whole book on a day; the cut for the matrix comes with the ranking.
    ///
    /// - Parameter file: as for `PayerSweep`.
    init(_ db: Database, asOf: AsOf, rules: Rules, file: String?) throws {
        let month = asOf.day.firstOfMonth
        let rates = try Portfolio.rates(db, asOf.day, base: rules.base)
        let paid: Paid
        let open: DelayCounts
        if let file, try AccountTable.count(db) > PayerSweep.manyAccounts {
            let answer = Beside.Answer(file, seeing: try EntryTable.head(db).hash) { try Paid($0, asOf, before: month) }
            let ages = Result { try Portfolio.openAges(db, on: month) }
            let found = try answer.wait()
            paid = try found ?? Paid(db, asOf, before: month)
            open = try ages.get()
        } else {
            paid = try Paid(db, asOf, before: month)
            open = try Portfolio.openAges(db, on: month)
        }
        self.init(
            rates: rates, paying: PortfolioPaying(paid: paid.delays.counts, open: open, strategy: rules.strategy),
            paymentsSince: paid.since)
    }

    /// The newest rate on or before the day, per currency.
    static func rates(_ db: Database, _ day: Day, base: Currency) throws -> Rates {
        Rates(base: base, given: try RateTable.newest(db, day))
    }

    /// All payments of the book before a month.
    private struct Paid: Sendable {
        var delays = DelayTotals()
        /// The day of the oldest.
        var since: Day?

        init(_ db: Database, _ asOf: AsOf, before month: Day) throws {
            let rows = try RawStatement(db, "SELECT id, payments FROM account WHERE payments <> ''")
            while try rows.step() {
                guard !asOf.accountsWithLaterSettlements.contains(rows.int(0)) else { continue }
                add(PaymentHistory(packed: rows.bytes(1)), month)
            }
            let later = asOf.accountsWithLaterSettlements
            try BehaviourTable.forEach(later, db, upTo: asOf.day) { _, paid in add(paid.history, month) }
        }

        private mutating func add(_ history: PaymentHistory, _ month: Day) {
            delays.add(history.before(month))
            if let first = history.first { since = min(since ?? first, first) }
        }
    }

    /// The ages of the items that were open when a month began: unpaid so far.
    ///
    /// Of a large book every so many accounts speak for the others: the shares hardly move with more of them.
    private static func openAges(_ db: Database, on month: Day) throws -> DelayCounts {
        let stride = try sampleStride(db)
        let some = "FROM account CROSS JOIN item ON item.account = account.id WHERE account.id % \(stride) = 0 AND"
        let rows = try RawStatement(
            db,
            """
            SELECT due \(stride > 1 ? some : "FROM item WHERE")
                issued < ?1 AND amount > 0 AND (open > 0 OR closed >= ?1)
            """)
        rows.bind(1, month)
        var ages = DelayTotals()
        while try rows.step() { ages.add(day: rows.day(0).distance(to: month), count: stride) }
        return ages.counts
    }

    /// Accounts whose id it divides speak for the others.
    static func sampleStride(_ db: Database) throws -> Int {
        // Only a book twice as large leaves out every second: a few who join hardly move the choice.
        let accounts = try AccountTable.count(db)
        var stride = 1
        while accounts >= enoughAccounts * 2 * stride { stride *= 2 }
        return stride
    }

    private static let enoughAccounts = 5_000
}
