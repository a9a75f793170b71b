/// The sales of one currency as far as a book knows them: from its invoices, or as they were typed month by month.
public struct SalesRecord: Sendable, Hashable {
    /// Invoices less credit notes, by the number of the day, in minor units.
    public var issued: [Int32: Int64]
    /// From this day on the book holds every invoice, not only those that stayed open.
    public var knownFrom: Day
    /// What was typed; it stands instead of what the book knows of that month.
    public var typed: TypedSales
    /// Whether these are the sales of a part of the book, of which nothing can be typed.
    public var isOfPart: Bool

    /// Creates a record.
    public init(issued: [Int32: Int64], knownFrom: Day, typed: TypedSales = [:], isOfPart: Bool = false) {
        self.issued = issued
        self.knownFrom = knownFrom
        self.typed = isOfPart ? [:] : typed
        self.isOfPart = isOfPart
    }

    /// Sales of a period.
    public func sales(of period: Period) -> Result<Int64, NoFigure> {
        var sum: Int64 = 0
        for month in period.months {
            if let typed = typed[month.from.firstOfMonth] {
                sum = sum.saturatingAdd(typed.amount(of: month))
                continue
            }
            guard month.from >= knownFrom else {
                return .failure(isOfPart ? .salesOfWholeBook : .salesUnknown(month: month.from.firstOfMonth))
            }
            for number in month.from.number...month.to.number {
                if let amount = issued[number] { sum = sum.saturatingAdd(amount) }
            }
        }
        return .success(sum)
    }

    /// The first day with sales on record.
    var first: Day? {
        issued.keys.min().map { min(Day(number: $0), typed.keys.min() ?? .lastOfAll) } ?? typed.keys.min()
    }
}

extension [SalesRecord] {
    /// Sales of a period in all records together; unknown where they are in one of them.
    func sales(of period: Period) -> Result<Int64, NoFigure> {
        var sum: Int64 = 0
        for record in self {
            switch record.sales(of: period) {
            case .success(let sales): sum = sum.saturatingAdd(sales)
            case .failure(let reason): return .failure(reason)
            }
        }
        return .success(sum)
    }

    /// Sales of a day's month up to the day, then of the months before, as far as there are any on record; worked out
    /// as they are asked for.
    func monthsBack(from day: Day) -> some Sequence<Result<(sales: Int64, days: Int), NoFigure>> {
        let first = compactMap(\.first).min() ?? .lastOfAll
        return sequence(state: Period(from: day.firstOfMonth, to: day)) { month in
            guard month.to >= first else { return nil }
            let days = month.days
            let sales = sales(of: month)
            let before = month.from.advanced(by: -1)
            month = Period(from: before.firstOfMonth, to: before)
            return sales.map { ($0, days) }
        }
    }
}
