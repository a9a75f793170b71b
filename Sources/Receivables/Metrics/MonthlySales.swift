/// Sales of a month as somebody typed them, for books that hold open items alone.
public struct MonthlySales: Sendable, Hashable, Codable {
    /// The first day of the month.
    public var month: Day
    /// Invoices less credit notes of the month.
    public var amount: Money

    /// Creates sales of the month that a day lies in.
    public init(month: Day, amount: Money) {
        self.month = month.firstOfMonth
        self.amount = amount
    }

    /// What of them falls on a part of the month, pro rata and rounded half up.
    func amount(of part: Period) -> Int64 {
        let whole = Int128(month.distance(to: month.lastOfMonth) + 1)
        let product = Int128(amount.minor) * Int128(part.days) * 2 + whole
        return Int64(clamping: product / (whole * 2))
    }
}

/// The newest that was typed of each month, in one currency.
public typealias TypedSales = [Day: MonthlySales]
