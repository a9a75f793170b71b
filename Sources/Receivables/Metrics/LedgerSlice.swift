/// Money of one period in one currency, and the figures that follow from it (DOMAIN.md §6).
public struct LedgerSlice: Sendable {
    /// The currency of every amount.
    public var currency: Currency
    /// The period.
    public var period: Period
    /// Sums of the ledger.
    public var figures: LedgerFigures
    /// Sales as far as they are known; of several records the sum.
    public var sales: [SalesRecord]
    /// Promises.
    public var promises: PromiseFigures

    /// Creates the money of a period.
    public init(
        currency: Currency, period: Period, figures: LedgerFigures, sales: [SalesRecord],
        promises: PromiseFigures = PromiseFigures()
    ) {
        self.currency = currency
        self.period = period
        self.figures = figures
        self.sales = sales
        self.promises = promises
    }

    /// Invoices less credit notes issued in the period, in minor units.
    public var periodSales: Result<Int64, NoFigure> { sales.sales(of: period) }

    private func withSales(_ figure: (Int64) -> Figure) -> Figure {
        switch periodSales {
        case .success(let sales): sales > 0 ? figure(sales) : .none(.noSales)
        case .failure(let reason): .none(reason)
        }
    }

    /// Days sales outstanding.
    public var dso: Figure {
        withSales { Ratios.dso(receivables: figures.end, sales: $0, days: period.days) }
    }

    /// The same over the 90 days up to the period's end, whatever the period.
    public var dsoOver90Days: Figure {
        switch sales.sales(of: Period(from: period.to.advanced(by: -89), to: period.to)) {
        case .success(let sales): Ratios.dso(receivables: figures.end, sales: sales, days: 90)
        case .failure(let reason): .none(reason)
        }
    }

    /// DSO by countback over calendar months.
    public var countbackDSO: Figure {
        Ratios.countbackDSO(receivables: figures.end, months: sales.monthsBack(from: period.to))
    }

    /// The DSO of a book in which nothing is late.
    public var bestPossibleDSO: Figure {
        withSales { Ratios.dso(receivables: figures.endCurrent, sales: $0, days: period.days) }
    }

    /// Average days delinquent.
    public var averageDaysDelinquent: Figure { Ratios.averageDaysDelinquent(dso: dso, best: bestPossibleDSO) }

    /// Collection effectiveness index, in per cent. What was written off wasn't collected: it counts as open.
    public var cei: Figure {
        switch periodSales {
        case .success(let sales):
            Ratios.cei(
                begin: figures.begin, sales: sales, end: figures.end.saturatingAdd(figures.writtenOff),
                endCurrent: figures.endCurrent)
        case .failure(let reason): .none(reason)
        }
    }

    /// How often receivables were turned into money in the period.
    public var turnover: Figure {
        withSales { Ratios.turnover(sales: $0, begin: figures.begin, end: figures.end) }
    }

    /// Average collection period, in days.
    public var collectionPeriod: Figure { Ratios.collectionPeriod(turnover: turnover, days: period.days) }

    /// Written off, in per cent of sales.
    public var badDebt: Figure {
        withSales { Ratios.share(figures.writtenOff, of: $0, else: .noSales) }
    }

    /// Days late of what was paid, weighted by amount.
    public var weightedDaysLate: Figure {
        Ratios.weightedDays(figures.paidDaysLate, of: figures.paid, else: .nothingPaid)
    }

    /// Days from invoice to payment of what was paid, weighted by amount.
    public var weightedDaysToPay: Figure {
        Ratios.weightedDays(figures.paidDays, of: figures.paid, else: .nothingPaid)
    }

    /// Days overdue of what is overdue at the end, weighted by amount.
    public var weightedDaysOverdue: Figure {
        Ratios.weightedDays(figures.overdueDays, of: figures.overdue, else: .nothingOverdue)
    }

    /// Overdue, in per cent of open invoices.
    public var overdueShare: Figure { Ratios.share(figures.overdue, of: figures.open, else: .nothingOpen) }

    /// More than 60 days overdue, in per cent of open invoices.
    public var over60Share: Figure { Ratios.share(figures.over60, of: figures.open, else: .nothingOpen) }

    /// More than 90 days overdue, in per cent of open invoices.
    public var over90Share: Figure { Ratios.share(figures.over90, of: figures.open, else: .nothingOpen) }
}
