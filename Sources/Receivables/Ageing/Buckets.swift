/// The columns of an ageing: ranges of days past due, both ends inclusive (DOMAIN.md §2).
public struct Buckets: Hashable, Sendable, Codable {
    /// Days past due (or past issue) at which each bucket but the last ends, rising.
    public let bounds: [Int]
    /// Which day counts: the due date, or the invoice date (then there is no *current*).
    public let basis: Basis

    /// The date from which days are counted.
    public enum Basis: String, Sendable, Codable { case dueDate, invoiceDate }

    /// - Returns: nil unless the bounds are at least one, above zero and rising.
    public init?(bounds: [Int], basis: Basis = .dueDate) {
        guard let first = bounds.first, first > 0, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.init(trusted: bounds, basis)
    }

    private init(trusted bounds: [Int], _ basis: Basis) {
        self.bounds = bounds
        self.basis = basis
    }

    /// current, 1-30, 31-60, 61-90, 91-120, 121+.
    public static let standard = Buckets(trusted: [30, 60, 90, 120], .dueDate)

    /// The number of columns, *current* included where the due date counts.
    public var count: Int { bounds.count + 1 + (basis == .dueDate ? 1 : 0) }

    /// The place of an item among the buckets.
    public func index(of item: Item, on day: Day) -> Int {
        switch basis {
        case .dueDate:
            let days = item.daysPastDue(on: day)
            return days <= 0 ? 0 : 1 + column(days)
        case .invoiceDate: return column(item.issued.distance(to: day))
        }
    }

    private func column(_ days: Int) -> Int { bounds.firstIndex { days <= $0 } ?? bounds.count }

    /// `current`, `1-30`, …, `121+`.
    public var names: [String] {
        var start = basis == .dueDate ? 1 : 0
        var names = basis == .dueDate ? ["current"] : []
        for bound in bounds {
            names.append("\(start)-\(bound)")
            start = bound + 1
        }
        return names + ["\(start)+"]
    }
}
