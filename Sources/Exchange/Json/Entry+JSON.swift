import Hashing
import Receivables

extension Entry {
    /// A line of the journal.
    public var json: JSONValue {
        let line: JSONValue = [
            "seq": .integer(seq), "id": .string(id), "payer": .optional(payer, JSONValue.account),
            "at": .instant(at), "day": .day(day), "author": .string(author), "kind": .string(act.kind),
            "text": .string(text), "undoes": .optional(undoes) { .integer($0) },
            "hash": .string(Hexadecimal.text(hash)),
        ]
        return line.merging(act.members)
    }
}

extension Act {
    fileprivate var members: [String: JSONValue] {
        switch self {
        case .call(let call):
            [
                "direction": .string(call.direction.rawValue), "result": .string(call.result.rawValue),
                "contact": .string(call.contact), "number": .string(call.number),
                "seconds": .optional(call.seconds) { .integer($0) }, "followUps": .list(call.followUps, \.json),
                "agreed": .list(call.agreed.lines, JSONValue.string), "broke": .optional(call.broke, \.json),
                "readBack": .optional(call.readBack) { .string($0) },
                "track": .optional(call.track) { track in
                    .object([
                        "situation": .string(track.situation.rawValue),
                        "said": .array(track.said.map { .string($0.rawValue) }),
                    ])
                },
            ]
        case .note(let note):
            [
                "followUps": .list(note.followUps, \.json), "agreed": .list(note.agreed.lines, JSONValue.string),
                "isReceived": .bool(note.isReceived),
            ]
        case .imported(let record):
            [
                "file": .string(record.file), "extract": .string(record.kind.rawValue),
                "extractDay": .day(record.extractDay), "isFull": .bool(record.isFull),
                "contentHash": .string(record.contentHash),
            ]
        case .matched(let matches): ["matches": .list(matches, \.json)]
        case .payer(let change): ["account": .account(change.account), "before": .account(change.before)]
        case .dispute(let step):
            [
                "dispute": .string("\(step.dispute)"), "outcome": .optional(step.outcome) { .string($0.rawValue) },
            ]
        case .plan(let step): ["plan": .string("\(step.plan)"), "status": .string(step.status.rawValue)]
        case .message(let message):
            [
                "message": .string(message.kind.rawValue), "channel": .string(message.channel.rawValue),
                "to": .string(message.to),
                "contact": .string(message.contact), "items": .list(message.items) { .string($0.number) },
                "followUps": .list(message.followUps, \.json),
                "changes": .optional(message.changes) { .list($0, JSONValue.string) },
            ]
        case .handOver(let change): ["followUp": .string("\(change.followUp)"), "owner": .string(change.owner)]
        case .hold(let hold):
            ["reason": .string(hold.reason.rawValue), "owner": .string(hold.owner), "review": .day(hold.review)]
        case .decision(let decision):
            [
                "choice": .string(decision.choice.rawValue), "owner": .string(decision.owner),
                "review": .day(decision.review),
            ]
        case .cover(let cover): ["colleague": .string(cover.colleague), "until": .day(cover.until)]
        case .release(let release): ["released": .string(release.what.rawValue), "of": .string("\(release.part)")]
        case .cadence(let choice): ["cadence": .optional(choice.name, JSONValue.string)]
        case .step(let step):
            [
                "step": .integer(step.step), "act": .string(step.act.rawValue),
                "followUps": .list(step.followUps, \.json),
            ]
        case .pin(let isPinned): ["isPinned": .bool(isPinned)]
        case .review(let review): ["reviewed": .integer(review.entry), "of": .string(review.author)]
        case .sales(let sales):
            [
                "month": .string(sales.month.yearAndMonth), "sales": .string(sales.amount.decimal),
                "currency": .string(sales.amount.currency.code),
            ]
        case .redaction(let redaction): ["redacted": .integer(redaction.entry)]
        case .rules, .later, .undo: [:]
        }
    }
}

extension BrokenRules {
    /// The rules that stood against a call, and why it was made all the same.
    public var json: JSONValue { ["rules": .list(rules) { .string($0.rawValue) }, "reason": .string(reason)] }
}

extension PlannedFollowUp {
    fileprivate var json: JSONValue {
        [
            "kind": .string(kind.rawValue), "day": .day(day), "at": .optional(at, JSONValue.instant),
            "why": .string(why), "owner": .string(owner),
        ]
    }
}

extension Verification {
    /// JSON's `verify` (ARCHITECTURE.md §6).
    public var json: JSONValue {
        [
            "ok": .bool(isSound), "entries": .integer(entries), "head": .string(head), "accounts": .integer(accounts),
            "problems": .list(problems) { problem in
                [
                    "kind": .string(problem.kind.rawValue), "where": .string(problem.location),
                    "text": .string(problem.text),
                ]
            },
        ]
    }
}
