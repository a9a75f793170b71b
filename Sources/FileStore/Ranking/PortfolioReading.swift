import GRDB
import Receivables

extension Portfolio {
    /// What ranking needs to know of the whole book on a day; the cut for the matrix comes with the ranking.
    init(_ db: Database, asOf: AsOf, rules: Rules) throws {
        let rates = try Portfolio.rates(db, asOf.day, base: rules.base)
        self.init(
            rates: rates, habit: try Portfolio.habit(db, asOf),
            largeItem: try Portfolio.largeItem(db, asOf.day, rates))
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
            average.add(Behaviour(packed: rows.bytes(1)))
        }
        try BehaviourTable.forEach(asOf.accountsWithLaterSettlements, db, upTo: asOf.day) { average.add($1) }
        return average.habit
    }

    /// By the original amounts of the invoices issued up to the day, so that the bar does not move with payments.
    ///
    /// Of a large book every eighth account is asked: the bar is a step of a coarse scale, which all would hardly move.
    private static func largeItem(_ db: Database, _ day: Day, _ rates: Rates) throws -> Int64 {
        var gauge = LargeItemGauge()
        let isLarge = try AccountTable.count(db) > manyAccounts
        let some = "FROM account CROSS JOIN item ON item.account = account.id WHERE account.id % 8 = 0 AND"
        let rows = try RawStatement(
            db, "SELECT amount, item.currency \(isLarge ? some : "FROM item WHERE") issued <= ? AND amount > 0")
        rows.bind(1, day)
        while try rows.step() {
            if let amount = rates.inBase(Money(minor: rows.int(0), rows.currency(1))) { gauge.add(amount.minor) }
        }
        return gauge.largeItem
    }

    private static let manyAccounts = 20_000
}
