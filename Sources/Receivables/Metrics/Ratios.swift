/// The formulas of DOMAIN.md §6. Amounts are in minor units of one currency.
public enum Ratios {
    /// Days sales outstanding: how many days of sales are open.
    public static func dso(receivables: Int64, sales: Int64, days: Int) -> Figure {
        .ratio(Double(receivables), Double(sales), times: Double(days), else: .noSales)
    }

    /// DSO by countback: months' sales are taken off receivables, the newest first, and the rest pro rata.
    ///
    /// - Parameters:
    ///   - receivables: what is open on the day.
    ///   - months: sales and days of each month, the newest first.
    public static func countbackDSO(
        receivables: Int64, months: some Sequence<Result<(sales: Int64, days: Int), NoFigure>>
    ) -> Figure {
        var left = receivables
        var days = 0.0
        guard left > 0 else { return .value(0) }
        for month in months {
            switch month {
            case .failure(let reason): return .none(reason)
            case .success(let month):
                if month.sales > 0, month.sales >= left {
                    return .value(days + Double(left) / Double(month.sales) * Double(month.days))
                }
                left -= max(0, month.sales)
                days += Double(month.days)
            }
        }
        return .none(.salesTooShort)
    }

    /// Collection effectiveness index, in per cent: of what could be collected, how much was.
    ///
    /// - Parameters:
    ///   - begin: all that is open at the beginning.
    ///   - sales: what was invoiced in the period.
    ///   - end: all that is open at the end, and what was written off in the period.
    ///   - endCurrent: what of it isn't due yet.
    public static func cei(begin: Int64, sales: Int64, end: Int64, endCurrent: Int64) -> Figure {
        let whole = Double(begin) + Double(sales)
        return .ratio(whole - Double(end), whole - Double(endCurrent), times: 100, else: .nothingToCollect)
    }

    /// How often receivables were turned into money.
    public static func turnover(sales: Int64, begin: Int64, end: Int64) -> Figure {
        .ratio(Double(sales), (Double(begin) + Double(end)) / 2, else: .nothingOpen)
    }

    /// Average collection period, in days.
    public static func collectionPeriod(turnover: Figure, days: Int) -> Figure {
        turnover.then { .ratio(Double(days), $0, else: .noSales) }
    }

    /// Average days delinquent: DSO less the best possible one.
    public static func averageDaysDelinquent(dso: Figure, best: Figure) -> Figure {
        dso.then { dso in best.then { .value(dso - $0) } }
    }

    /// A mean of days, weighted by amounts.
    ///
    /// - Parameters:
    ///   - weighted: the sum of amount × days.
    ///   - amount: the sum of amounts.
    ///   - reason: why there is no figure where that is zero.
    public static func weightedDays(_ weighted: Int128, of amount: Int64, else reason: NoFigure) -> Figure {
        .ratio(Double(weighted), Double(amount), else: reason)
    }

    /// A share in per cent.
    public static func share(_ part: Int64, of whole: Int64, else reason: NoFigure) -> Figure {
        .ratio(Double(part), Double(whole), times: 100, else: reason)
    }
}
