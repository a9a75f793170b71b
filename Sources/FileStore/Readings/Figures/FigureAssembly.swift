import Receivables

/// Puts together what was counted: money per currency and in the base currency.
struct FigureAssembly {
    let ledger: LedgerCount
    let promises: PromiseCount
    let rates: DatedRates
    let typed: [Currency: TypedSales]
    let salesFrom: Day
    /// Of some accounts; sales are typed for all of them.
    let isOfPart: Bool

    func money(of group: Int, in period: Period, at place: Int) -> (ledgers: [Currency: LedgerSlice], base: LedgerSlice)
    {
        var ledgers: [Currency: LedgerSlice] = [:]
        let base = rates.base
        var inBase = LedgerSlice(
            currency: base, period: period, figures: LedgerFigures(), sales: [],
            promises: promises.base[group]?[place] ?? PromiseFigures())
        let keys = ledger.totals.keys.filter { $0.group == group }.sorted { $0.currency < $1.currency }
        for key in keys {
            guard let totals = ledger.totals[key] else { continue }
            let own = record(totals.sales, typed[key.currency] ?? [:])
            ledgers[key.currency] = LedgerSlice(
                currency: key.currency, period: period, figures: totals.periods[place], sales: [own],
                promises: promises.totals[key]?[place] ?? PromiseFigures())
            let converted = key.currency == base ? totals : ledger.foreign[key]
            guard let converted else { continue }
            inBase.figures.add(converted.periods[place])
            inBase.sales.append(
                key.currency == base ? own : record(converted.sales, typedInBase(typed[key.currency] ?? [:])))
        }
        if inBase.sales.isEmpty { inBase.sales = [record([:], typed[base] ?? [:])] }
        return (ledgers, inBase)
    }

    private func record(_ issued: [Int32: Int64], _ typed: TypedSales) -> SalesRecord {
        SalesRecord(issued: issued, knownFrom: salesFrom, typed: typed, isOfPart: isOfPart)
    }

    /// By the rate of the month's last day.
    private func typedInBase(_ typed: TypedSales) -> TypedSales {
        typed.compactMapValues { sales in
            rates.rates(on: sales.month.lastOfMonth).inBase(sales.amount).map {
                MonthlySales(month: sales.month, amount: $0)
            }
        }
    }
}
