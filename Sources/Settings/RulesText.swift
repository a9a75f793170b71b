import Receivables

/// Rules as TOML, with a word about each part: what `RulesFile.read` gives back.
enum RulesText {
    static func strategy(_ rules: Rules) -> String {
        var lines = ["# The rules of the book. What a file leaves out stays as it is: `duly strategy use FILE`."]
        func amount(_ minor: Int64) -> String { tomlQuoted(Money(minor: minor, rules.base).decimal) }
        lines += [
            "base = \(tomlQuoted(rules.base.code))", "zone = \(tomlQuoted(rules.zone))",
            "# Whose telephone numbers they are where a customer's zone doesn't tell; \"\" for the country of zone.",
            "region = \(tomlQuoted(rules.region))",
            "# Collectable money below this is not called.", "minimum = \(amount(rules.minimum))",
            "# Days at which the columns of an ageing end.", "buckets = [\(list(rules.buckets.bounds))]",
            "buckets-by = \(tomlQuoted(rules.buckets.basis == .dueDate ? "due date" : "invoice date"))",
        ]
        if let terms = rules.defaultTerms {
            let text = terms.written
            lines.append(text.map { "terms = \(tomlQuoted($0))" } ?? "# terms: in instalments, which no file can say")
        }
        lines += [
            "# Business days after a promised day on which money still keeps the promise.",
            "promise-tolerance = \(rules.promiseTolerance)", "", "[calendar]",
        ] + calendar(rules.calendar)
        for (zone, own) in rules.calendars.sorted(by: { $0.key < $1.key }) {
            lines += ["", "[[customer-calendar]]", "zone = \(tomlQuoted(zone))"] + calendar(own)
        }
        lines += [
            "", "# When we call at all, on the desk's clock.", "[desk]", "from = \(tomlQuoted(rules.desk.from.text))",
            "till = \(tomlQuoted(rules.desk.tillText))", "", "# Calling times on the customer's clock.", "[permitted]",
            "from = \(tomlQuoted(rules.permitted.from.text))", "till = \(tomlQuoted(rules.permitted.tillText))", "", "[contact]", "attempts-per-day = \(rules.contact.attemptsPerDay)",
            "attempts-per-week = \(rules.contact.attemptsPerWeek)", "# Business days of quiet after a right-party contact.",
            "quiet-days = \(rules.contact.quietDays)", "", "# What callers may agree without asking.", "[plans]",
            "most-instalments = \(rules.plans.mostInstalments)", "longest-days = \(rules.plans.longestDays)",
            "least-down-percent = \(rules.plans.leastDownPercent)", "least-instalment = \(amount(rules.plans.leastInstalment))",
            "callers-limit = \(amount(rules.plans.callersLimit))", "most-defaults = \(rules.plans.mostDefaults)",
        ]
        return (lines + strategyLines(rules.strategy)).joined(separator: "\n") + "\n"
    }

    private static func strategyLines(_ strategy: Strategy) -> [String] {
        let head = [
            "", "[strategy]", "# Urgency points from which a payer is urgent.", "urgent = \(strategy.urgent)",
            "# Days before the due day from which money expected late is at stake.", "horizon = \(strategy.horizon)",
            "# Of money × days, what counts as one doubling's foot.", "value-unit = \(strategy.valueUnit)",
            "# Days without contact, each counted once it is passed.", "silence = [\(list(strategy.silence))]",
            "# Days beyond the usual delay, from and up to.", "drift = [\(strategy.leastDrift), \(strategy.mostDrift)]",
            "", "# Points are measure × weight; 0 turns a rule off.",
        ]
        return RulesReading.weighted.reduce(head) { lines, rule in
            let axis = strategy.axis(rule).rawValue
            return lines + ["[[rule]]", "name = \(tomlQuoted(rule.rawValue))", "axis = \(tomlQuoted(axis))", "weight = \(strategy.weight(rule))"]
        }
    }

    static func cadences(_ cadences: Cadences) -> String {
        var lines = [
            "# Steps by days past due of the oldest item that can be chased; below zero before the due day.",
            "# The first cadence is everybody's who has no other. Acts: \(Cadence.Act.allCases.map(\.rawValue).joined(separator: ", ")).",
        ]
        for cadence in cadences.all {
            lines += ["", "[[cadence]]", "name = \(tomlQuoted(cadence.name))"]
            let segments = cadences.segments(of: cadence)
            if !segments.isEmpty { lines.append("segments = [\(segments.map(tomlQuoted).joined(separator: ", "))]") }
            lines.append("steps = [")
            lines += cadence.steps.map { step in
                let text = step.text.isEmpty ? "" : ", text = \(tomlQuoted(step.text))"
                return "    { day = \(step.day), act = \(tomlQuoted(step.act.rawValue))\(text) },"
            }
            lines.append("]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func calendar(_ calendar: BusinessCalendar) -> [String] {
        let weekend = Weekday.allCases.filter(calendar.weekend.contains).map { tomlQuoted($0.rawValue) }
        return [
            "weekend = [\(weekend.joined(separator: ", "))]",
            "holidays = [\(calendar.holidays.sorted().map(\.iso).joined(separator: ", "))]",
        ]
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map { String($0) }.joined(separator: ", ") }
}

extension Terms {
    /// As `init(_:)` reads them; nil where it reads none like these.
    fileprivate var written: String? {
        switch self {
        case .net(let days): "net \(days)"
        case .endOfMonthPlus(let days): "eom \(days)"
        case .dayOfMonth(let day, afterMonths: 1): "\(day) of next month"
        case .dayOfMonth, .instalments: nil
        }
    }
}
