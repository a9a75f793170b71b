import Receivables

extension Listing {
    /// The figures of a period as people read them: what each means, and whether more of it is good.
    ///
    /// - Parameters:
    ///   - slice: the figures of the period.
    ///   - ledger: its money in one currency; nil for the figures of the desk.
    public static func figures(_ slice: FigureSlice, of ledger: LedgerSlice?) -> Listing {
        var list = Listing("figures", columns: ["figure", ledger?.currency.code ?? "", "more is", "what it says"])
        let hasSales = if case .success(let sales)? = ledger?.periodSales { sales > 0 } else { false }
        for metric in ledger == nil ? Metric.ofDesk : Metric.ofMoney(withSales: hasSales) {
            guard let value = ledger.map({ metric.value(in: $0) }) ?? metric.value(in: slice) else { continue }
            let meaning = value.text == nil ? value.reason?.text ?? "" : metric.meaning
            list.add(
                [
                    .text(metric.title), .plain(value.text ?? "no figure"), .text(metric.up.rawValue), .text(meaning),
                ], [metric.rawValue: value.json])
        }
        return list
    }

    /// A row for each figure of each period and group: for spreadsheets. `reason` says why there is no value.
    public static func figures(_ slices: [FigureSlice]) -> Listing {
        var list = Listing(
            "figures", columns: ["from", "to", "group", "currency", "figure", "value", "part", "of", "reason"])
        for slice in slices {
            for (currency, ledger) in slice.ledgers.sorted(by: { $0.key < $1.key }) {
                for metric in Metric.allCases { list.add(metric, metric.value(in: ledger), currency.code, slice) }
            }
            for metric in Metric.allCases { list.add(metric, metric.value(in: slice.base), "base", slice) }
            for metric in Metric.ofDesk { list.add(metric, metric.value(in: slice), "", slice) }
        }
        return list
    }

    private mutating func add(_ metric: Metric, _ value: Metric.Value?, _ currency: String, _ slice: FigureSlice) {
        guard let value else { return }
        var (part, whole) = ("", "")
        if case .rate(let rate) = value { (part, whole) = ("\(rate.part)", "\(rate.whole)") }
        if case .percentOf(_, let cases) = value { whole = "\(cases)" }
        add(
            [
                .day(slice.period.from), .day(slice.period.to), .text(slice.group ?? ""), .plain(currency),
                .plain(metric.rawValue), .plain(value.json.plain), .plain(part), .plain(whole),
                .plain(value.reason?.text ?? ""),
            ], [metric.rawValue: value.json])
    }

    /// A row for each period and group, with the figures that say most. Money in the base currency.
    public static func comparison(_ slices: [FigureSlice]) -> Listing {
        let grouped = slices.contains { $0.group != nil }
        let metrics: [Metric] = [
            .receivables, .overdueShare, .dso, .bestPossibleDSO, .cei, .weightedDaysLate, .collected, .promised,
            .keptRate, .attempts, .rightPartyRate,
        ]
        var list = Listing("figures", columns: ["from", "to"] + (grouped ? ["group"] : []) + metrics.map(\.title))
        for slice in slices {
            let values = metrics.map { $0.isOfDesk ? $0.value(in: slice) : $0.value(in: slice.base) }
            list.add(
                [.day(slice.period.from), .day(slice.period.to)]
                    + (grouped ? [.text(slice.group.map { $0.isEmpty ? "no one" : $0 } ?? "")] : [])
                    + values.map { .plain($0?.text ?? "-") }, slice.json)
        }
        return list
    }

    /// Attempts and contacts by the hour and by weekday, without hours in which no one called.
    public static func reached(_ calls: CallFigures) -> Listing {
        var list = Listing("reached", columns: ["when", "attempts", "contacts", "contact rate"])
        let hours = calls.byHour.enumerated().map { ("\($0.offset):00", $0.element) }
        let days = zip(Weekday.allCases, calls.byWeekday).map { ($0.short, $1) }
        for (name, reached) in hours + days where reached.attempts > 0 {
            list.add(
                [
                    .text(name), .plain("\(reached.attempts)"), .plain("\(reached.contacts)"),
                    .plain(Metric.Value.rate(reached.rate).text ?? ""),
                ], ["attempts": .integer(reached.attempts)])
        }
        return list
    }

    /// Answers to disputes by department.
    public static func answers(_ disputes: DisputeFigures) -> Listing {
        var list = Listing("answers", columns: ["department", "answered", "days to answer"])
        for (department, answers) in disputes.answered.sorted(by: { $0.key < $1.key }) {
            list.add(
                [
                    .text(department), .plain("\(answers.count)"),
                    .plain(Metric.Value.days(answers.meanDays).text ?? ""),
                ], ["answered": .integer(answers.count)])
        }
        return list
    }

    /// What a figure was counted from.
    public static func rows(_ rows: [FigureRow]) -> Listing {
        var list = Listing(
            "rows", columns: ["part", "account", "reference", "day", "currency", "amount", "days", "words"])
        for row in rows {
            let currency = row.amount?.currency.code
            list.add(
                [
                    .plain(row.part.rawValue), .text(row.account.text), .text(row.reference), .day(row.day),
                    .plain(currency ?? ""), .plain(row.amount?.decimal ?? ""), .plain(row.days.map { "\($0)" } ?? ""),
                    .text(row.words),
                ],
                [
                    "part": .string(row.part.rawValue), "account": .account(row.account),
                    "reference": .string(row.reference), "day": .day(row.day),
                    "currency": .optional(currency, JSONValue.string),
                    "amount": .optional(row.amount) { .string($0.decimal) },
                    "days": .optional(row.days) { .integer(Int64($0)) }, "words": .string(row.words),
                    "from": .day(row.period.from), "to": .day(row.period.to),
                ])
        }
        return list
    }

    /// Sales as they were typed, the newest of each month.
    public static func sales(_ sales: [MonthlySales]) -> Listing {
        var list = Listing("sales", columns: ["month", "currency", "sales"])
        for month in sales.sorted(by: { ($0.month, $0.amount.currency) < ($1.month, $1.amount.currency) }) {
            list.add(
                [
                    .plain(month.month.yearAndMonth), .plain(month.amount.currency.code),
                    .plain(month.amount.decimal),
                ],
                [
                    "month": .string(month.month.yearAndMonth), "currency": .string(month.amount.currency.code),
                    "sales": .string(month.amount.decimal),
                ])
        }
        return list
    }
}

extension JSONValue {
    /// A figure as a cell: empty where there is none.
    fileprivate var plain: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        default: ""
        }
    }
}
