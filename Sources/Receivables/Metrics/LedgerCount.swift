/// Counts items and cash into the figures of periods: per group (a collector, a segment or all), per currency, and what
/// foreign money comes to in the base currency.
///
/// Each amount is converted by the newest rate on or before its own day; what is open, by that of the day on which it
/// is counted as open.
public struct LedgerCount: Sendable {
    /// A group's money of one currency.
    public struct Key: Hashable, Sendable {
        /// The place of the group.
        public var group: Int
        /// The currency.
        public var currency: Currency
    }

    /// What each group has in each currency.
    public private(set) var totals: [Key: LedgerTotals] = [:]
    /// What money of other currencies comes to in the base currency, by its own currency.
    public private(set) var foreign: [Key: LedgerTotals] = [:]
    /// Currencies of money that could not be converted.
    public private(set) var missingRates: Set<Currency> = []
    /// What the wanted parts of formulas were counted from.
    public private(set) var rows: [FigureRow] = []
    private let periods: [Period]
    private var rates: RatesByDay
    private let wanted: Set<FigureRow.Part>

    /// Prepares the counting.
    ///
    /// - Parameters:
    ///   - periods: what is counted for, in rising order.
    ///   - rates: all that there are.
    ///   - wanted: parts of formulas whose rows are kept.
    public init(_ periods: [Period], rates: DatedRates, rows wanted: Set<FigureRow.Part> = []) {
        self.periods = periods
        self.rates = RatesByDay(rates)
        self.wanted = wanted
    }

    /// Adds what was counted elsewhere for the same periods.
    public mutating func add(_ other: LedgerCount) {
        for (key, totals) in other.totals {
            self.totals[key, default: LedgerTotals(periods: periods.count)].add(totals)
        }
        for (key, totals) in other.foreign {
            foreign[key, default: LedgerTotals(periods: periods.count)].add(totals)
        }
        missingRates.formUnion(other.missingRates)
        rows += other.rows
    }

    /// Counts an item of a group.
    public mutating func add(_ item: CountedItem, group: Int) {
        let key = Key(group: group, currency: item.currency)
        sell(item, key)
        for (place, period) in periods.enumerated() {
            item.forEachEffect(in: period) { effect, amount, day in
                count(effect, amount, day, key, place)
                if !wanted.isEmpty, let named = item.key {
                    keep(effect, amount, day, item.currency, place, named.account, named.number)
                }
            }
        }
    }

    /// Counts cash that no item has taken.
    public mutating func add(_ cash: CountedCash, group: Int) {
        let key = Key(group: group, currency: cash.amount.currency)
        for (place, period) in periods.enumerated() {
            cash.forEachEffect(in: period) { effect, amount, day in
                count(effect, amount, day, key, place)
                if !wanted.isEmpty, let account = cash.account {
                    keep(effect, amount, day, key.currency, place, account, cash.reference)
                }
            }
        }
    }

    private mutating func sell(_ item: CountedItem, _ key: Key) {
        totals[key, default: LedgerTotals(periods: periods.count)].sales[item.issued.number, default: 0] += item.amount
        if let amount = inBase(item.amount, key.currency, item.issued) {
            foreign[key, default: LedgerTotals(periods: periods.count)].sales[item.issued.number, default: 0] += amount
        }
        guard wanted.contains(.sold), let named = item.key,
            let period = periods.first(where: { $0.contains(item.issued) })
        else { return }
        rows.append(
            FigureRow(
                .sold, period, account: named.account, reference: named.number, day: item.issued,
                amount: Money(minor: item.amount, item.currency)))
    }

    private mutating func count(_ effect: LedgerEffect, _ amount: Int64, _ day: Day, _ key: Key, _ place: Int) {
        totals[key, default: LedgerTotals(periods: periods.count)].periods[place].add(effect, amount)
        if let amount = inBase(amount, key.currency, day) {
            foreign[key, default: LedgerTotals(periods: periods.count)].periods[place].add(effect, amount)
        }
    }

    /// Only of money in other currencies.
    private mutating func inBase(_ amount: Int64, _ currency: Currency, _ day: Day) -> Int64? {
        guard currency != rates.base else { return nil }
        guard let money = rates.inBase(Money(minor: amount, currency), on: day) else {
            missingRates.insert(currency)
            return nil
        }
        return money.minor
    }

    private mutating func keep(
        _ effect: LedgerEffect, _ amount: Int64, _ day: Day, _ currency: Currency, _ place: Int,
        _ account: AccountNumber, _ reference: String
    ) {
        func keep(_ part: FigureRow.Part, days: Int? = nil) {
            guard wanted.contains(part) else { return }
            rows.append(
                FigureRow(
                    part, periods[place], account: account, reference: reference, day: day,
                    amount: Money(minor: amount, currency), days: days))
        }
        switch effect {
        case .openAtBegin: keep(.openAtBegin)
        case .openAtEnd(let days): keep(.openAtEnd, days: max(0, days))
        case .unappliedAtEnd: keep(.openAtEnd)
        case .writtenOff: keep(.writtenOff)
        case .paid(let late, let days):
            keep(.paid, days: max(0, late))
            keep(.paidDays, days: days)
        case .collected(_, let isAfterContact):
            keep(.collected)
            if isAfterContact { keep(.afterContact) }
        }
    }
}
