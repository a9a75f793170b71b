import GRDB
import Receivables

extension Portfolio {
    /// What ranking needs to know of the whole book on a day; the cut for the matrix comes with the ranking.
    ///
    /// - Parameter file: as for `PayerSweep`.
    init(_ db: Database, asOf: AsOf, rules: Rules, file: String?) throws {
        let rates = try Portfolio.rates(db, asOf.day, base: rules.base)
        guard let file, try AccountTable.count(db) > PayerSweep.manyAccounts else {
            self.init(rates: rates, habit: try Portfolio.habit(db, asOf), largeItem: try Portfolio.largeItem(db, asOf.day, rates))
            return
        }
        let beside = Beside.Answer(file, seeing: try EntryTable.head(db).hash) { try Portfolio.habit($0, asOf) }
        let largeItem = Result { try Portfolio.largeItem(db, asOf.day, rates) }
        let habit = try beside.wait()
        self.init(rates: rates, habit: try habit ?? Portfolio.habit(db, asOf), largeItem: try largeItem.get())
    }

    /// The newest rate on or before the day, per currency.
    static func rates(_ db: Database, _ day: Day, base: Currency) throws -> Rates {
        let rows = try RawStatement(
            db, "SELECT currency, billionths, MAX(day) FROM rate WHERE day <= ? GROUP BY currency")
        rows.bind(1, day)
        var rates: [Currency: ExchangeRate] = [:]
        while try rows.step() { rates[rows.currency(0)] = ExchangeRate(billionths: rows.int(1)) }
        return Rates(base: base, rates: rates)
    }

    private static func habit(_ db: Database, _ asOf: AsOf) throws -> PayingHabit {
        var average = HabitAverage()
        let rows = try RawStatement(db, "SELECT id, behaviour FROM account WHERE behaviour <> ''")
        while try rows.step() {
            guard !asOf.accountsWithLaterSettlements.contains(rows.int(0)) else { continue }
            average.add(Behaviour(packed: rows.bytes(1), withQuarters: false))
        }
        try BehaviourTable.forEach(asOf.accountsWithLaterSettlements, db, upTo: asOf.day) { average.add($1) }
        return average.habit
    }

    /// By the original amounts of the invoices issued up to the day, so that the bar does not move with payments.
    ///
    /// Of a large book some thousands of accounts are asked: the bar is a step of a coarse scale, which all would hardly move.
    private static func largeItem(_ db: Database, _ day: Day, _ rates: Rates) throws -> Int64 {
        var gauge = LargeItemGauge()
        // Only a book twice as large leaves out every second: a few who join hardly move the choice.
        let accounts = try AccountTable.count(db)
        var stride = 1
        while accounts >= enoughAccounts * 2 * stride { stride *= 2 }
        let some = "FROM account CROSS JOIN item ON item.account = account.id WHERE account.id % \(stride) = 0 AND"
        let rows = try RawStatement(
            db, "SELECT amount, item.currency \(stride > 1 ? some : "FROM item WHERE") issued <= ? AND amount > 0")
        rows.bind(1, day)
        while try rows.step() {
            if let amount = rates.inBase(Money(minor: rows.int(0), rows.currency(1))) { gauge.add(amount.minor) }
        }
        return gauge.largeItem
    }

    private static let enoughAccounts = 5_000
}
