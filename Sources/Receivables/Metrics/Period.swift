/// The days from one to another, both included, that figures are of.
public struct Period: Hashable, Sendable {
    /// The first day.
    public let from: Day
    /// The last day.
    public let to: Day

    /// Creates a period; one that ends before it begins is its first day alone.
    public init(from: Day, to: Day) {
        self.from = from
        self.to = max(from, to)
    }

    /// Reads a month, `2026-10`.
    public init?(month text: some StringProtocol) {
        guard text.utf8.count == 7, let first = Day(iso: text + "-01") else { return nil }
        self.init(from: first, to: first.lastOfMonth)
    }

    /// Reads a year, `2026`.
    public init?(year text: some StringProtocol) {
        guard text.utf8.count == 4, let first = Day(iso: text + "-01-01"), let last = Day(iso: text + "-12-31") else {
            return nil
        }
        self.init(from: first, to: last)
    }

    /// N of the formulas.
    public var days: Int { from.distance(to: to) + 1 }

    /// The day before the first.
    public var begin: Day { from.advanced(by: -1) }

    /// Whether a day is one of the period's.
    public func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// Its calendar months, the first and the last as far as they are part of it.
    public var months: [Period] { parts { $0.lastOfMonth } }

    /// Its weeks from Monday to Sunday, the first and the last as far as they are part of it.
    public var weeks: [Period] {
        parts { day in day.advanced(by: 6 - (Weekday.allCases.firstIndex(of: day.weekday) ?? 0)) }
    }

    private func parts(_ end: (Day) -> Day) -> [Period] {
        var parts: [Period] = []
        var first = from
        while first <= to {
            let last = min(end(first), to)
            parts.append(Period(from: first, to: last))
            first = last.advanced(by: 1)
        }
        return parts
    }
}

extension Day {
    /// `2026-10`.
    public var yearAndMonth: String { String(iso.prefix(7)) }
}
