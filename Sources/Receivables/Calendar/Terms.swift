/// Payment terms: how a due date follows from an invoice date (DOMAIN.md §1).
public indirect enum Terms: Hashable, Sendable, Codable {
    /// N days after the invoice date; 0 is due on receipt.
    case net(days: Int)
    /// N days after the end of the invoice's month.
    case endOfMonthPlus(days: Int)
    /// N months after the invoice date; where the month is shorter, on its last day.
    case months(Int)
    /// On a day of the month, `months` months after the invoice's (31 = its last day).
    case dayOfMonth(Int, afterMonths: Int)
    /// Parts of the amount, each due by terms of its own; the percentages sum to exactly 100.
    case instalments([Instalment])

    /// One part of an amount: hundredths of a percent (30 % is 3000) and when it falls due.
    public struct Instalment: Hashable, Sendable, Codable {
        /// The part of the amount: 3000 is 30 %.
        public let hundredthsOfPercent: Int
        /// When the part falls due, counted from the invoice date.
        public let terms: Terms

        /// Creates one part; `inInstalments` checks that the parts sum to 100 %.
        public init(hundredthsOfPercent: Int, terms: Terms) {
            self.hundredthsOfPercent = hundredthsOfPercent
            self.terms = terms
        }
    }

    /// Terms in instalments, or nil unless the percentages are positive and sum to exactly 100.
    public static func inInstalments(_ parts: [Instalment]) -> Terms? {
        guard !parts.isEmpty, parts.allSatisfy({ $0.hundredthsOfPercent > 0 }),
            parts.reduce(0, { $0 + $1.hundredthsOfPercent }) == 10_000
        else { return nil }
        return .instalments(parts)
    }

    /// The day by which everything is due.
    public func due(from issued: Day) -> Day {
        switch self {
        case .net(let days): return issued.advanced(by: days)
        case .months(let count): return issued.adding(months: count)
        case .endOfMonthPlus(let days): return issued.lastOfMonth.advanced(by: days)
        case .dayOfMonth(let day, let months):
            let month = issued.firstOfMonth.adding(months: months)
            let last = month.lastOfMonth.civil.day
            return month.advanced(by: min(max(day, 1), last) - 1)
        case .instalments(let parts): return parts.map { $0.terms.due(from: issued) }.max() ?? issued
        }
    }

    /// What falls due when: half-up shares at the currency's exponent, the last taking the remainder,
    /// so that they sum to the amount exactly.
    public func schedule(of amount: Money, issued: Day) -> [(due: Day, amount: Money)] {
        guard case .instalments(let parts) = self else { return [(due(from: issued), amount)] }
        var rest = amount.minor
        return parts.enumerated().map { place, part in
            let isLast = place == parts.count - 1
            let product = Int128(amount.minor) * Int128(part.hundredthsOfPercent)
            let half: Int128 = product < 0 ? -5_000 : 5_000
            let share = isLast ? rest : Int64(clamping: (product + half) / 10_000)
            rest -= share
            return (part.terms.due(from: issued), Money(minor: share, amount.currency))
        }
    }
}
