import Receivables

extension Dossier {
    /// JSON's `cadence`: where a payer stands in it, and the steps that lie ahead.
    public var cadenceJSON: JSONValue {
        let due = facts.oldestChaseable(on: moment.day)
        return [
            "account": .account(asked), "payer": .account(facts.payer), "name": .string(facts.name),
            "asOf": .day(moment.day),
            "cadence": .string(facts.cadence(by: rules).name), "byHand": .bool(facts.track.name != nil),
            "oldestDue": .optional(due, JSONValue.day),
            "daysPastDue": .optional(due) { .integer($0.distance(to: moment.day)) },
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
            "horizon": .integer(strategy.horizon), "lookAhead": .integer(strategy.lookAhead),
            "pseudoPayments": .integer(strategy.pseudoPayments),
            "leastLikelihoodPercent": .integer(strategy.leastLikelihood),
            "paymentWindow": .integer(strategy.paymentWindow), "beforeDuePercent": .integer(strategy.beforeDue),
            "expectedLate": .integer(strategy.expectedLate),
            "highestProduct": .string(Reason.decimal(strategy.highestProduct)),
            "urgentSharePercent": .integer(strategy.urgentShare), "brokenHeads": .integer(strategy.brokenHeads),
            "tiers": .list(Strategy.tiersAbove.filter(strategy.tiers.contains)) { .string($0.title) },
            "decideAfterContacts": .integer(strategy.decision.contacts),
            "decideAfterDays": .integer(strategy.decision.days),
            "factors": .list(RuleName.multiplying) { rule in
                ["rule": .string(rule.rawValue), "factor": .string(Reason.decimal(strategy.factor(rule)))]
            },
            "contact": [
                "attemptsPerDay": .integer(contact.attemptsPerDay),
                "attemptsPerWeek": .integer(contact.attemptsPerWeek),
                "quietDays": .integer(contact.quietDays),
            ],
        ]
    }
}
