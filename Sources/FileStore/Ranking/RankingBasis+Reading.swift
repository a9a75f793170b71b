import GRDB
import Receivables

extension RankingBasis {
    /// What ranking needs to know of the whole book on a day; the cut for the matrix comes with the ranking.
    ///
    /// - Parameter file: as for `PayerScan`.
    init(_ db: Database, asOf: AsOf, rules: Rules, file: String?) throws {
        let month = asOf.day.firstOfMonth
        let rates = try RankingBasis.rates(db, asOf.day, base: rules.base)
        let paid: Paid
        let open: DelayCounts
        let accounts = Int64(try AccountTable.count(db))
        if let file, accounts > PayerScan.manyAccounts {
            let middle = accounts / 2
            let answer = SecondConnection.Answer(file, seeing: try EntryTable.head(db).hash) { db in
                try Paid(db, asOf, before: month, among: middle + 1...Int64.max)
            }
            let ours = Result {
                (try Paid(db, asOf, before: month, among: 1...middle), try RankingBasis.openAges(db, on: month))
            }
            // It is waited for in any case: what it reads is not left to itself.
            let rest = try answer.wait() ?? Paid(db, asOf, before: month, among: middle + 1...Int64.max)
            let first = try ours.get()
            paid = first.0.merged(with: rest)
            open = first.1
        } else {
            paid = try Paid(db, asOf, before: month, among: 1...Int64.max)
            open = try RankingBasis.openAges(db, on: month)
        }
        self.init(
            rates: rates, paying: BookPaying(paid: paid.delays.counts, open: open, strategy: rules.strategy),
            paymentsSince: paid.since)
    }

    /// The newest rate on or before the day, per currency.
    static func rates(_ db: Database, _ day: Day, base: Currency) throws -> Rates {
        Rates(base: base, given: try RateTable.newest(db, day))
    }

    /// All payments before a month on some accounts.
    private struct Paid: Sendable {
        var delays = DelayTotals()
        /// The day of the oldest.
        var since: Day?

        init(_ db: Database, _ asOf: AsOf, before month: Day, among ids: ClosedRange<Int64>) throws {
            let rows = try RawStatement(
                db, "SELECT id, payments FROM account WHERE id BETWEEN ?1 AND ?2 AND payments <> ''")
            try rows.bindAll(ids.lowerBound, ids.upperBound)
            let later = asOf.accountsWithLaterSettlements
            while try rows.step() {
                guard later.isEmpty || !later.contains(rows.int(0)) else { continue }
                add(PaymentHistory(packed: rows.bytes(1)), month)
            }
            let ours = later.filter(ids.contains)
            try BehaviourTable.forEach(ours, db, upTo: asOf.day) { _, paid in add(paid.history, month) }
        }

        func merged(with other: Paid) -> Paid {
            var merged = self
            merged.delays.merge(other.delays)
            if let day = other.since { merged.since = min(since ?? day, day) }
            return merged
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
