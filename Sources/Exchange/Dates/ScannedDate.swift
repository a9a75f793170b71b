import Receivables

/// What a cell says about a day, before its column's order is known.
enum ScannedDate {
    /// Nothing: an empty cell, `N/A`, `0000-00-00`.
    case blank
    /// SAP's "no end", 9999-12-31.
    case endless
    /// Reads one way only.
    case day(Day)
    /// Three numbers in an order that the column has to tell.
    case numbers(DateNumbers)
    /// A bare number, as spreadsheets count days.
    case serial(Int)
    /// `05:23.4`: a spreadsheet showed the date as minutes and saved what it showed.
    case destroyed
    case unreadable
}

/// The three numbers of a date such as `03/08/2025`.
struct DateNumbers {
    let first: Int
    let second: Int
    let third: Int
    /// The last number has four digits, so it is the year.
    let endsInYear: Bool

    /// The day under an order, or nil where there is no such day.
    func day(_ order: DateOrder) -> Day? {
        switch order {
        case .dayMonthYear: Day(year: year(third), month: second, day: first)
        case .monthDayYear: Day(year: year(third), month: first, day: second)
        case .yearMonthDay: endsInYear ? nil : Day(year: year(first), month: second, day: third)
        }
    }

    /// The orders under which there is such a day.
    var orders: DateOrders {
        var orders: DateOrders = []
        for order in DateOrder.allCases where day(order) != nil { orders.insert(DateOrders(order)) }
        return orders
    }

    /// 24 is 2024 and 99 is 1999: invoices are of the past, not of the next decades.
    private func year(_ number: Int) -> Int {
        if endsInYear || number > 99 { return number }
        return number < 70 ? 2000 + number : 1900 + number
    }
}
