import Receivables

extension BacktestResult {
    /// JSON's `backtest`. Shares are 0…1 of the delay that the best order would have caught; money is in major units of
    /// the base currency × days.
    public var json: JSONValue {
        [
            "says": .string("where delay will be, not what a call changes"),
            "from": .optional(days.first?.day, JSONValue.day), "to": .optional(days.last?.day, JSONValue.day),
            "step": .integer(settings.step), "days": .integer(days.count), "payers": .integer(payers),
            "payments": .integer(payments),
            "lastPayment": .optional(lastPayment, JSONValue.day), "daysBeyond": .integer(daysBeyond),
            "horizon": .integer(horizon), "lookAhead": .integer(lookAhead),
            "paidWithin": .optional(settings.paidWithin) { .integer($0) },
            "seed": .integer(Int64(clamping: settings.seed)),
            "currency": .string(base.code), "withoutRate": .list(withoutRate) { .string($0.code) },
            "shortage": .optional(shortage) { .string($0.word) },
            "rules": .list(shares.isEmpty ? [] : contenders) { contender in
                [
                    "rule": .string(contender.rawValue), "name": .string(contender.name),
                    "shares": .list(settings.calls.indices) { shareJSON(contender, $0) },
                ]
            },
            "beforeDue": .list(strategies.indices) { strategy in
                [
                    "rule": .string(strategies[strategy].rawValue),
                    "shares": .list(settings.calls.indices) { place in
                        [
                            "calls": .integer(settings.calls[place]),
                            "share": .optional(beforeDue(strategy: strategy, place), JSONValue.number),
                        ]
                    },
                ]
            },
            "better": .list(betterThanStrategy) { better in
                [
                    "rule": .string(better.contender.rawValue), "calls": .integer(better.calls),
                    "share": .number(better.share),
                    "strategy": .number(better.strategy), "clear": .bool(better.isClear),
                ]
            },
            "byDay": .list(days) { day in
                [
                    "day": .day(day.day), "best": .list(day.best, JSONValue.number),
                    "caught": .object(
                        Dictionary(
                            uniqueKeysWithValues: zip(contenders, day.caught).map { contender, caught in
                                (contender.rawValue, .list(caught, JSONValue.number))
                            })),
                ]
            },
        ]
    }

    private func shareJSON(_ contender: Contender, _ place: Int) -> JSONValue {
        let share = share(contender, place)
        return [
            "calls": .integer(settings.calls[place]), "share": .optional(share?.share, JSONValue.number),
            "low": .optional(share?.low, JSONValue.number), "high": .optional(share?.high, JSONValue.number),
        ]
    }
}

extension BacktestResult.Shortage {
    fileprivate var word: String {
        switch self {
        case .noPayments: "no payments"
        case .nothingToReplay: "nothing to replay"
        case .fewPayments: "few payments"
        case .fewDays: "few days"
        }
    }
}
