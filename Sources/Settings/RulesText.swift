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
            "# How the desk says 5/12: dmy, mdy or ymd; \"\" for the way of the country.",
            "dates = \(tomlQuoted(rules.dates?.rawValue ?? ""))",
            "# Collectable money below this is not called.", "minimum = \(amount(rules.minimum))",
            "# Days at which the columns of an ageing end.", "buckets = [\(list(rules.buckets.bounds))]",
            "buckets-by = \(tomlQuoted(rules.buckets.basis == .dueDate ? "due date" : "invoice date"))",
        ]
        if let terms = rules.defaultTerms {
            let text = terms.written
            lines.append(text.map { "terms = \(tomlQuoted($0))" } ?? "# terms: in instalments, which no file can say")
        }
        let codes = rules.termsByCode.sorted { $0.key < $1.key }.compactMap { code, terms in
            terms.written.map { "\(tomlQuoted(code.text)) = \(tomlQuoted($0))" }
        }
        lines +=
            [
                "# Business days after a promised day on which money still keeps the promise.",
                "promise-tolerance = \(rules.promiseTolerance)", "",
                "# What your own codes for terms mean in the files that you import: NAH4 = \"net 45\".",
                "[terms-by-code]",
            ] + codes + ["", "[calendar]"] + calendar(rules.calendar)
        for (zone, own) in rules.calendars.sorted(by: { $0.key < $1.key }) {
            lines += ["", "[[customer-calendar]]", "zone = \(tomlQuoted(zone))"] + calendar(own)
        }
        lines += [
            "", "# When we call at all, on the desk's clock.", "[desk]", "from = \(tomlQuoted(rules.desk.from.text))",
            "till = \(tomlQuoted(rules.desk.tillText))", "", "# Calling times on the customer's clock.", "[permitted]",
            "from = \(tomlQuoted(rules.permitted.from.text))", "till = \(tomlQuoted(rules.permitted.tillText))", "",
            "[contact]", "attempts-per-day = \(rules.contact.attemptsPerDay)",
            "attempts-per-week = \(rules.contact.attemptsPerWeek)",
            "# Business days of quiet after a right-party contact.",
            "quiet-days = \(rules.contact.quietDays)", "", "# What callers may agree without asking.", "[plans]",
            "most-instalments = \(rules.plans.mostInstalments)", "longest-days = \(rules.plans.longestDays)",
            "least-down-percent = \(rules.plans.leastDownPercent)",
            "least-instalment = \(amount(rules.plans.leastInstalment))",
            "callers-limit = \(amount(rules.plans.callersLimit))", "most-defaults = \(rules.plans.mostDefaults)",
        ]
        return (lines + strategyLines(rules.strategy)).joined(separator: "\n") + "\n"
    }

    private static func strategyLines(_ strategy: Strategy) -> [String] {
        let tiers = Strategy.tiersAbove.filter(strategy.tiers.contains).map { tomlQuoted($0.title) }
        let head = [
            "",
            """
            # The worth of a call: amount, times the days of the horizon that it is expected to stay unpaid, \
            times how likely it
            """,
            "# is to be paid at all.", "[strategy]", "# How many days ahead are counted.",
            "horizon = \(strategy.horizon)",
            "# Days before the due day from which an item can be asked about.", "look-ahead = \(strategy.lookAhead)",
            "# How many payments' worth the whole book counts next to a customer's own.",
            "pseudo-payments = \(strategy.pseudoPayments)",
            "# Percent of the worth that money keeps which will probably never be paid.",
            "least-likelihood = \(strategy.leastLikelihood)",
            "# Days within which it counts as paid at all.", "payment-window = \(strategy.paymentWindow)",
            "# Percent of the worth that counts for money not yet due.", "before-due = \(strategy.beforeDue)",
            "# With nothing overdue, a call comes from so many expected unpaid days after the due day on.",
            "expected-late = \(strategy.expectedLate)",
            "# Percent of the horizon that money is expected to stay unpaid, from which a customer is urgent.",
            "urgent-share = \(strategy.urgentShare)", "# What stands above the order by score; appointments always do.",
            "tiers = [\(tiers.joined(separator: ", "))]",
            """
            # A broken promise heads the queue from so many whole units of the base currency on, and for high \
            value always.
            """,
            "broken-heads = \(strategy.brokenHeads)", "# The factors together multiply by no more.",
            "highest-product = \(decimal(strategy.highestProduct))",
            """
            # Conversations with who decides and no money since; days late with no payment for as long: then \
            somebody decides.
            """,
            "decide-after-contacts = \(strategy.decision.contacts)", "decide-after-days = \(strategy.decision.days)",
            "", "# What multiplies the worth; 1 turns a factor off.",
        ]
        return RuleName.multiplying.reduce(head) { lines, rule in
            lines + ["[[factor]]", "name = \(tomlQuoted(rule.rawValue))", "times = \(decimal(strategy.factor(rule)))"]
        }
    }

    private static func decimal(_ hundredths: Int) -> String { Reason.decimal(hundredths) }

    static func cadences(_ cadences: Cadences) -> String {
        var lines = [
            "# Steps by days past due of the oldest item that can be chased; below zero before the due day.",
            """
            # The first cadence is everybody's who has no other. Acts: \
            \(Cadence.Act.allCases.map(\.rawValue).joined(separator: ", ")).
            """,
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
        case .months(let count): "\(count) months"
        case .endOfMonthPlus(let days): "eom \(days)"
        case .dayOfMonth(let day, afterMonths: 1): "\(day) of next month"
        case .dayOfMonth, .instalments: nil
        }
    }
}
