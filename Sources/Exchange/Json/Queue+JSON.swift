import Receivables

extension QueuePage {
    /// JSON's `queue` (ARCHITECTURE.md §6); who rests only where it was asked for.
    public func json(withLater: Bool = false) -> JSONValue {
        let page: JSONValue = [
            "asOf": .day(day), "currency": .string(base.code), "cashTo": .optional(cashKnownTo, JSONValue.day),
            "queue": .list(rows) { $0.json(base: base) },
        ]
        return withLater ? page.merging(["later": .list(later) { $0.json(base: base) }]) : page
    }
}

extension QueueRow {
    /// A payer; its amounts are those of its largest currency, the others are listed separately.
    fileprivate func json(base: Currency) -> JSONValue {
        let largest = standing.figures.first ?? Figures(currency: base)
        return largest.json.merging([
            "rank": .integer(rank), "account": .account(payer), "payer": .account(payer), "name": .string(name),
            "others": .list(standing.figures.dropFirst(), \.json),
        ]).merging(standing.members)
    }
}

extension Standing {
    /// Place in the queue, with the reasons for it. The score is `Score.of(worth, product of the factors)`, and the
    /// points of the reasons add up to it.
    var members: [String: JSONValue] {
        [
            "tier": .integer(tier.rawValue), "cell": .string(cell.rawValue), "score": .integer(score),
            "worth": .amount(worth, base), "product": .string(Reason.decimal(product)), "stands": .string(place.word),
            "unpaidDays": .optional(worthWords?.unpaidDays) { .integer($0) },
            "factors": .list(reasons.filter { $0.factor != 100 }) { reason in
                [
                    "rule": .string(reason.rule.rawValue), "factor": .string(Reason.decimal(reason.factor)),
                    "text": .string(reason.text),
                ]
            },
            "reasons": .list(Array(zip(reasons, points))) { reason, points in
                [
                    "rule": .string(reason.rule.rawValue), "axis": .string(reason.rule == .worth ? "value" : "urgency"),
                    "points": .integer(points), "text": .string(reason.text),
                ]
            },
            "facts": .list(facts) { ["rule": .string($0.rule.rawValue), "text": .string($0.text)] },
            "next": ["kind": .string(next.kind.rawValue), "on": .day(next.on)],
        ]
    }
}

extension Figures {
    var json: JSONValue {
        [
            "currency": .string(currency.code), "open": .amount(open, currency), "overdue": .amount(overdue, currency),
            "collectable": .amount(collectable, currency), "toCollect": .amount(toCollect, currency),
            "stake": .amount(stake, currency),
            "disputed": .amount(disputed, currency), "promised": .amount(promised, currency),
            "unapplied": .amount(unapplied, currency),
            "oldestDaysPastDue": .optional(oldestDaysPastDue) { .integer($0) },
        ]
    }
}

extension LaterRow {
    fileprivate func json(base: Currency) -> JSONValue {
        let largest = collectable.first ?? .zero(base)
        return [
            "account": .account(payer), "name": .string(name), "wakes": .day(wakes), "reason": .string(reason),
            "worth": .amount(worth, base),
            "collectable": .string(largest.decimal), "currency": .string(largest.currency.code),
            "others": .list(collectable.dropFirst()) { money in
                ["currency": .string(money.currency.code), "collectable": .string(money.decimal)]
            },
        ]
    }
}

extension QueueChange {
    /// Who would stand elsewhere under other rules.
    public static func json(_ changes: [QueueChange]) -> JSONValue {
        .list(changes) { change in
            [
                "account": .account(change.payer), "name": .string(change.name),
                "before": .optional(change.before) { .integer($0) },
                "after": .optional(change.after) { .integer($0) }, "why": .string(change.why),
            ]
        }
    }
}
