import Receivables

extension FigureSlice {
    /// JSON's `metrics` (ARCHITECTURE.md §6): days, per cents and rates are numbers, null where there is no figure;
    /// `noFigure` says why.
    public var json: JSONValue {
        var members: [String: JSONValue] = [
            "from": .day(period.from), "to": .day(period.to), "days": .integer(period.days),
            "currencies": .object(
                Dictionary(uniqueKeysWithValues: ledgers.map { ($0.key.code, $0.value.json) })),
            "base": base.json.merging([
                "currency": .string(base.currency.code), "missingRates": .list(missingRates) { .string($0.code) },
            ]),
            "byHour": .list(calls.byHour, \.json), "byWeekday": .list(calls.byWeekday, \.json),
            "disputes": [
                "opened": .integer(disputes.opened), "ended": .integer(disputes.ended),
                "answered": .integer(disputes.all.count),
                "byDepartment": .object(
                    disputes.answered.mapValues { answers in
                        ["answered": .integer(answers.count), "daysToAnswer": .figure(answers.meanDays)]
                    }),
            ],
        ]
        if let group { members["group"] = .string(group) }
        var reasons: [String: JSONValue] = [:]
        for metric in Metric.ofDesk {
            guard let value = metric.value(in: self) else { continue }
            members[metric.rawValue] = value.json
            if let reason = value.reason { reasons[metric.rawValue] = .string(reason.text) }
        }
        members["noFigure"] = .object(reasons)
        return .object(members)
    }
}

extension LedgerSlice {
    /// The money of one currency. What concerns promises stands under `promises`.
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [:]
        var reasons: [String: JSONValue] = [:]
        for metric in Metric.allCases {
            guard let value = metric.value(in: self), metric.parts != [.promise], metric.parts != [.promised] else {
                continue
            }
            members[metric.rawValue] = value.json
            if let reason = value.reason { reasons[metric.rawValue] = .string(reason.text) }
        }
        members["noFigure"] = .object(reasons)
        members["promises"] = [
            "made": .integer(promises.made), "promised": .amount(promises.promised, currency),
            "kept": .integer(promises.kept), "partlyKept": .integer(promises.partlyKept),
            "broken": .integer(promises.broken), "renegotiated": .integer(promises.renegotiated),
            "judged": .integer(promises.byCount.whole), "keptRate": .figure(promises.byCount.figure),
            "keptRateByAmount": Metric.Value.percent(promises.byAmount).json,
        ]
        return .object(members)
    }
}

extension CallFigures.Reached {
    fileprivate var json: JSONValue {
        ["attempts": .integer(attempts), "contacts": .integer(contacts), "contactRate": .figure(rate.figure)]
    }
}

extension Metric.Value {
    /// Money as decimal text; days, times and shares (0 to 1) as numbers. CEI is in per cent, as it is always given.
    var json: JSONValue {
        switch self {
        case .money(let money): .string(money.decimal)
        case .count(let count): .integer(count)
        case .days(let figure), .times(let figure), .index(let figure): .figure(figure)
        case .percent(let figure), .percentOf(let figure, _):
            .optional(figure.value) { .number(JSONValue.exact($0 / 100)) }
        case .rate(let rate): .figure(rate.figure)
        case .unknown: .null
        }
    }
}

extension JSONValue {
    /// With six decimals at most; null where there is none.
    static func figure(_ figure: Figure) -> JSONValue { .optional(figure.value) { .number(exact($0)) } }

    fileprivate static func exact(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
