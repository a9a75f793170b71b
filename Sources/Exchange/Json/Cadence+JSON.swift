import Receivables

extension Dossier {
    /// JSON's `cadence`: where a payer stands in it, and the steps that lie ahead.
    public var cadenceJSON: JSONValue {
        let due = facts.oldestChaseable(on: moment.day)
        return [
            "account": .account(asked), "payer": .account(facts.payer), "name": .string(facts.name), "asOf": .day(moment.day),
            "cadence": .string(facts.cadence(by: rules).name), "byHand": .bool(facts.track.name != nil),
            "oldestDue": .optional(due, JSONValue.day), "daysPastDue": .optional(due) { .integer($0.distance(to: moment.day)) },
            "worked": .optional(facts.track.workedOn) { on in
                ["day": .optional(facts.track.step) { .integer($0) }, "on": .day(on)]
            },
            "steps": .list(facts.comingSteps(by: rules, on: moment.day), \.json),
        ]
    }
}

extension ComingStep {
    var json: JSONValue {
        [
            "day": .integer(step.day), "step": .string(label), "act": .string(act.rawValue), "text": .string(step.text),
            "on": .day(on), "allowedOn": .day(allowedOn), "due": .bool(isDue),
            "why": .optional(obstacle) { .string($0.text) },
        ]
    }
}

extension Cadences {
    /// JSON's cadences in force, everybody's first.
    public var json: JSONValue {
        .list(all) { cadence in
            [
                "name": .string(cadence.name), "segments": .list(segments(of: cadence), JSONValue.string),
                "steps": .list(cadence.steps) { step in
                    ["day": .integer(step.day), "act": .string(step.act.rawValue), "text": .string(step.text)]
                },
            ]
        }
    }
}

extension Rules {
    /// JSON's `strategy`: what ranks, and what limits.
    public var strategyJSON: JSONValue {
        [
            "base": .string(base.code), "zone": .string(zone), "minimum": .amount(minimum, base),
            "buckets": .list(buckets.bounds) { .integer($0) }, "promiseTolerance": .integer(promiseTolerance),
            "urgent": .integer(strategy.urgent), "horizon": .integer(strategy.horizon), "valueUnit": .integer(strategy.valueUnit),
            "silence": .list(strategy.silence) { .integer($0) }, "drift": .list([strategy.leastDrift, strategy.mostDrift]) { .integer($0) },
            "rules": .list(RuleName.allCases) { rule in
                [
                    "rule": .string(rule.rawValue), "axis": .string(strategy.axis(rule).rawValue),
                    "weight": .integer(strategy.weight(rule)),
                ]
            },
            "contact": [
                "attemptsPerDay": .integer(contact.attemptsPerDay), "attemptsPerWeek": .integer(contact.attemptsPerWeek),
                "quietDays": .integer(contact.quietDays),
            ],
        ]
    }
}
