import Receivables

extension JudgedPromise {
    /// A promise, or an instalment of a plan, with what has become of it.
    public var json: JSONValue {
        [
            "promise": .string("\(promise.part)"), "made": .day(promise.made), "day": .day(promise.day),
            "windowEnd": .day(windowEnd), "currency": .string(currency.code), "amount": .string(promise.amount.decimal),
            "expected": .amount(expected, currency), "came": .amount(came, currency),
            "missing": .amount(missing, currency), "verdict": .string(verdict.word), "text": .string(verdictWords),
            "level": .integer(level), "who": .string(promise.who), "channel": .string(promise.channel.rawValue),
            "appliedElsewhere": .bool(isAppliedElsewhere),
            "late": .optional(late) { late in
                ["amount": .amount(late.amount, currency), "on": .day(late.on), "days": .integer(late.days)]
            },
            "items": .list(promise.shares) { $0.json(currency) },
            "replacedBy": .optional(promise.replacement) { .string("\($0.by)") },
        ]
    }
}

extension Share {
    fileprivate func json(_ currency: Currency) -> JSONValue {
        item.json.merging(["amount": .amount(left, currency)])
    }
}

extension ItemKey {
    var json: JSONValue { ["account": .account(account), "company": .string(company), "number": .string(number)] }
}

extension JudgedClaim {
    /// A claimed payment with what was found (ARCHITECTURE.md §6).
    public var json: JSONValue {
        [
            "claim": .string("\(claim.part)"), "made": .day(claim.made), "day": .day(claim.day),
            "amount": .optional(claim.amount) { .string($0.decimal) },
            "currency": .optional(claim.amount) { .string($0.currency.code) }, "reference": .string(claim.reference),
            "who": .string(claim.who), "until": .day(until), "verdict": .string(verdict.word), "text": .string(words),
        ]
    }
}

extension Dispute {
    /// A dispute with its state and answer (ARCHITECTURE.md §6).
    public var json: JSONValue {
        let dispute: JSONValue = [
            "dispute": .string("\(part)"), "opened": .day(opened), "item": item.json,
            "amount": .optional(amount) { .string($0.decimal) },
            "currency": .optional(amount) { .string($0.currency.code) }, "reason": .string(reason.rawValue),
            "owner": .string(owner), "due": .day(due), "state": .string(word), "note": .string(text),
            "text": .string(words),
        ]
        switch state {
        case .open, .closed: return dispute.merging(["on": .null, "answer": .null])
        case .answered(let day, let text): return dispute.merging(["on": .day(day), "answer": .string(text)])
        case .resolved(_, let day, _): return dispute.merging(["on": .day(day), "answer": .null])
        }
    }
}

extension JudgedPlan {
    /// A plan with its state and each instalment (ARCHITECTURE.md §6).
    public var json: JSONValue {
        let currency = plan.total.currency
        return [
            "plan": .string("\(plan.part)"), "made": .day(plan.made), "currency": .string(currency.code),
            "total": .string(plan.total.decimal), "cadence": .string(plan.cadence.text),
            "state": .string(state.rawValue),
            "missing": .amount(missing, currency), "who": .string(plan.who), "text": .string(words),
            "rung": .optional(plan.rung) { .string($0.rawValue) },
            "instalments": .list(plan.instalments.enumerated()) { nth, instalment in
                let judged = instalments.first { $0.promise.instalment == nth }
                return [
                    "day": .day(instalment.day), "amount": .string(instalment.amount.decimal),
                    "came": .optional(judged) { .amount($0.came, currency) },
                    "verdict": .optional(judged) { .string($0.verdict.word) },
                ]
            },
        ]
    }
}
