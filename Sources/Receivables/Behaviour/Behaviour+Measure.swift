extension Behaviour {
    /// After how many days a payment counts half.
    static let halfLife = 180

    /// The behaviour that payments show. Amounts at or below zero are left out.
    public init(of payments: [Payment]) {
        let payments = payments.filter { $0.amount > 0 }
        guard let newest = payments.max(by: { $0.day < $1.day }) else {
            self = .unknown
            return
        }
        let weights = payments.map { Behaviour.weight(of: $0, newest: newest.day) }
        let total = weights.reduce(0, +)
        func mean(_ measure: (Payment) -> Double) -> Double {
            zip(payments, weights).reduce(0) { $0 + measure($1.0) * $1.1 } / total
        }
        let signed = mean { Double($0.daysLate) }
        // Kish's effective sample size: (Σw)² ÷ Σw².
        let effective = total * total / weights.reduce(0) { $0 + $1 * $1 }

        self.init(
            payments: payments.count,
            evidence: tenths(effective),
            signedLate: tenths(signed),
            late: tenths(mean { Double(max(0, $0.daysLate)) }),
            spread: tenths(mean { abs(Double($0.daysLate) - signed) }),
            shareLate: Int((mean { $0.daysLate > 0 ? 1000 : 0 }).rounded()),
            trend: Behaviour.trend(of: payments, newest: newest.day),
            largest: payments.map(\.amount).max() ?? 0,
            last: newest,
            usualWeekday: Behaviour.usualWeekday(of: payments),
            usualDayOfMonth: Behaviour.usualDayOfMonth(of: payments),
            quarters: Behaviour.quarters(of: payments, newest: newest.day))
    }

    /// Amount × a weight that halves at `halfLife` days of age and falls off hyperbolically from there:
    /// old habits fade but are never forgotten.
    private static func weight(of payment: Payment, newest: Day) -> Double {
        let age = payment.day.distance(to: newest)
        return Double(payment.amount) * Double(halfLife) / Double(halfLife + age)
    }

    private static func meanLate(_ payments: [Payment]) -> Double? {
        let total = payments.reduce(0.0) { $0 + Double($1.amount) }
        guard total > 0 else { return nil }
        return payments.reduce(0.0) { $0 + Double($1.amount) * Double($1.daysLate) } / total
    }

    private static func trend(of payments: [Payment], newest: Day) -> Int? {
        let recent = payments.filter { $0.day.distance(to: newest) < 182 }
        let before = payments.filter { (182..<364).contains($0.day.distance(to: newest)) }
        guard recent.count >= 2, before.count >= 2,
            let now = meanLate(recent), let then = meanLate(before)
        else { return nil }
        return tenths(now - then)
    }

    private static func quarters(of payments: [Payment], newest: Day) -> [Int?] {
        let groups = (0..<6).reversed().map { quarter in
            payments.filter { $0.day.distance(to: newest) / 91 == quarter }
        }
        return Array(groups.map { meanLate($0).map(tenths) }.drop { $0 == nil })
    }

    private static func usualWeekday(of payments: [Payment]) -> Weekday? {
        guard payments.count >= 5 else { return nil }
        return Weekday.allCases.first { weekday in
            isMost(payments.count { $0.day.weekday == weekday }, of: payments.count)
        }
    }

    private static func usualDayOfMonth(of payments: [Payment]) -> Int? {
        guard payments.count >= 5 else { return nil }
        let days = payments.map { $0.day.civil.day }
        let counts = (1...31).map { day in days.count { abs($0 - day) <= 1 } }
        guard let most = counts.max(), isMost(most, of: payments.count) else { return nil }
        // Of days that catch the same payments, the middle one.
        let best = counts.indices.filter { counts[$0] == most }
        return best[best.count / 2] + 1
    }

    private static func isMost(_ part: Int, of whole: Int) -> Bool { part * 10 >= whole * 6 }
}

/// A count of days (or payments) in tenths, rounded.
func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }
