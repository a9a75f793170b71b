extension Plan {
    /// How often instalments fall due.
    public enum Cadence: Hashable, Sendable, Codable {
        case weekly, fortnightly, monthly
        /// On the last day of each month.
        case monthEnd
        /// Every N days.
        case every(days: Int)

        /// The day of an instalment, counted from 0. Months go by the first day, so that a 31st comes back after a
        /// short month.
        public func day(_ nth: Int, from first: Day) -> Day {
            switch self {
            case .weekly: first.advanced(by: 7 * nth)
            case .fortnightly: first.advanced(by: 14 * nth)
            case .monthly: first.adding(months: nth, staysOnLastDay: true)
            case .monthEnd: first.firstOfMonth.adding(months: nth).lastOfMonth
            case .every(let days): first.advanced(by: max(1, days) * nth)
            }
        }

        /// How often, as a caller reads it: `every 10 days`.
        public var text: String {
            switch self {
            case .weekly: "weekly"
            case .fortnightly: "fortnightly"
            case .monthly: "monthly"
            case .monthEnd: "month end"
            case .every(let days): "every \(days) days"
            }
        }

        /// Reads `weekly`, `fortnightly`, `monthly`, `month end`, `10d`.
        public init?(named text: some StringProtocol) {
            let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
            switch plain {
            case "weekly", "week", "w": self = .weekly
            case "fortnightly", "biweekly", "2w": self = .fortnightly
            case "monthly", "month", "m": self = .monthly
            case "monthend", "eom": self = .monthEnd
            default:
                guard plain.hasSuffix("d"), let days = Int(plain.dropLast()), (1...366).contains(days) else {
                    return nil
                }
                self = .every(days: days)
            }
        }
    }
}

extension Plan.Cadence {
    /// As books and commands write it; `init(named:)` reads it.
    public var code: String {
        switch self {
        case .weekly: "weekly"
        case .fortnightly: "fortnightly"
        case .monthly: "monthly"
        case .monthEnd: "month end"
        case .every(let days): "\(days)d"
        }
    }
}
