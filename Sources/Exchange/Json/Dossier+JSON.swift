import Receivables

extension Dossier {
    /// JSON's `account` (ARCHITECTURE.md §6). Amounts and items are of the payer's whole family, each with its account.
    ///
    /// - Parameters:
    ///   - agenda: what to bring up in a call, worked out by the preparation page.
    ///   - expect: what they are likely to say.
    /// - Throws: `MoneyError.overflow` where a total does not fit.
    public func json(agenda: [String] = [], expect: [String] = []) throws -> JSONValue {
        var ageing = AgeingReport(day: moment.day, buckets: rules.buckets)
        for facts in facts.accounts { try ageing.add(facts) }
        return [
            "account": .account(asked), "name": .string(askedFacts?.account.displayName ?? asked.text),
            "payer": .account(facts.payer), "asOf": .day(moment.day),
            "cashTo": .optional(cashKnownTo, JSONValue.day), "ageing": try ageing.json(), "items": items,
            "contacts": .list(contacts, \.json), "sharedNumbers": .list(shared, \.json),
            "promises": .list(facts.followThrough.promises, \.json),
            "claims": .list(facts.followThrough.claims, \.json),
            "disputes": .list(facts.followThrough.disputes, \.json), "plans": .list(facts.followThrough.plans, \.json),
            "followUps": .list(facts.followUps, \.json), "endedFollowUps": .list(facts.endedFollowUps, \.json),
            "doNotCall": .list(facts.limits.noCalls, \.json),
            "holds": .list(facts.limits.holds, \.json), "languages": .list(facts.limits.languages, \.json),
            "nextStep": .optional(facts.nextStep(by: rules, on: moment.day), \.json),
            "behaviour": .optional(askedFacts) { $0.behaviour.json },
            "agenda": .list(agenda, JSONValue.string), "expect": .list(expect, JSONValue.string),
            "history": .list(history) { $0.json.merging(["undone": .bool(undone.contains($0.seq))]) },
            "standing": standingJSON,
        ]
    }

    private var items: JSONValue {
        .array(
            facts.accounts.flatMap { facts in
                facts.items.map { $0.json(account: facts.account.number, on: moment.day) }
            })
    }

    private var standingJSON: JSONValue {
        var members = standing.members
        members["figures"] = .list(standing.figures, \.json)
        switch standing.place {
        case .queue(let task): members["place"] = ["queue": .string(task.rawValue)]
        case .rests(let day, let why): members["place"] = ["rests": .string(why.text), "wakes": .day(day)]
        case .clear: members["place"] = "clear"
        }
        return .object(members)
    }
}

extension Item {
    fileprivate func json(account: AccountNumber, on day: Day) -> JSONValue {
        [
            "account": .account(account), "company": .string(company), "number": .string(number),
            "purchaseOrder": .string(purchaseOrder), "issued": .day(issued), "due": .day(due),
            "dueFrom": .string(dueFrom.word), "daysPastDue": .integer(daysPastDue(on: day)),
            "currency": .string(currency.code), "amount": .amount(amount, currency), "open": .amount(open, currency),
            "disputed": .amount(disputed, currency), "promised": .amount(promised, currency),
            "onceDisputed": .bool(onceDisputed),
        ]
    }
}

extension DueSource {
    fileprivate var word: String {
        switch self {
        case .stated: "stated"
        case .rowTerms: "row terms"
        case .accountTerms: "account terms"
        case .bookTerms: "book terms"
        case .invoiceDate: "invoice date"
        }
    }
}

extension Dossier.ContactOf {
    fileprivate var json: JSONValue {
        [
            "account": .account(account), "name": .string(contact.name), "role": .string(contact.role),
            "phone": .string(contact.phone), "numbers": .array(contact.numbers.map(\.json)),
            "email": .string(contact.email),
            "language": .string(contact.language),
            "preferredHours": .optional(contact.preferred) { .string($0.text) },
        ]
    }
}

extension SharedNumber {
    fileprivate var json: JSONValue {
        ["e164": .string(e164), "payers": .list(others) { .account($0.payer) }, "doNotCall": .bool(isBarred)]
    }
}

extension TelephoneNumber {
    fileprivate var json: JSONValue {
        [
            "e164": isPossible ? .string(e164) : .null, "extension": .string(extensionDigits),
            "remark": .string(remark), "shown": .string(shown),
        ]
    }
}

extension FollowUp {
    var json: JSONValue {
        [
            "followUp": .string("\(part)"), "kind": .string(kind.rawValue), "day": .day(day),
            "at": .optional(at, JSONValue.instant),
            "why": .string(why), "owner": .string(owner), "since": .day(since), "entry": .integer(entry),
        ]
    }
}

extension NoCall {
    fileprivate var json: JSONValue {
        [
            "doNotCall": .string("\(part)"), "scope": .string(scope.word), "of": .string(scope.text),
            "askedBy": .string(askedBy),
            "review": .day(review), "since": .day(since),
        ]
    }
}

extension PayerHold {
    fileprivate var json: JSONValue {
        [
            "hold": .string("\(part)"), "reason": .string(reason.rawValue), "owner": .string(owner),
            "review": .day(review),
            "since": .day(since),
        ]
    }
}

extension SpokenLanguage {
    fileprivate var json: JSONValue {
        ["language": .string(language), "person": .string(person), "colleague": .string(colleague)]
    }
}

extension Behaviour {
    /// Days late, shares in per cent. One payment makes neither a spread nor a share.
    fileprivate var json: JSONValue {
        guard isKnown else { return ["payments": .integer(0)] }
        return [
            "payments": .integer(payments), "daysLate": .tenths(signedLate), "daysLateAtLeastZero": .tenths(late),
            "spread": payments > 1 ? .tenths(spread) : .null, "percentLate": payments > 1 ? .tenths(shareLate) : .null,
            "trend": .optional(trend, JSONValue.tenths),
            "lastPaid": .optional(last) { .day($0.day) },
            "usualWeekday": .optional(usualWeekday) { .string($0.rawValue) },
            "usualDayOfMonth": .optional(usualDayOfMonth) { .integer($0) },
            "quarters": .list(quarters) { .optional($0, JSONValue.tenths) },
        ]
    }
}
