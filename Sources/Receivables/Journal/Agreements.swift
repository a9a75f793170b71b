/// What a call or note agreed beside follow-ups; any of it may be empty.
public struct Agreements: Hashable, Sendable {
    public var promises: [PlannedPromise]
    public var claims: [PlannedClaim]
    public var disputes: [PlannedDispute]
    public var plans: [PlannedPlan]

    public init(
        promises: [PlannedPromise] = [], claims: [PlannedClaim] = [], disputes: [PlannedDispute] = [],
        plans: [PlannedPlan] = []
    ) {
        self.promises = promises
        self.claims = claims
        self.disputes = disputes
        self.plans = plans
    }

    public var isEmpty: Bool { promises.isEmpty && claims.isEmpty && disputes.isEmpty && plans.isEmpty }
}

extension Agreements: Codable {
    private enum CodingKeys: String, CodingKey { case promises, claims, disputes, plans }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            promises: try values.decodeIfPresent([PlannedPromise].self, forKey: .promises) ?? [],
            claims: try values.decodeIfPresent([PlannedClaim].self, forKey: .claims) ?? [],
            disputes: try values.decodeIfPresent([PlannedDispute].self, forKey: .disputes) ?? [],
            plans: try values.decodeIfPresent([PlannedPlan].self, forKey: .plans) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        if !promises.isEmpty { try values.encode(promises, forKey: .promises) }
        if !claims.isEmpty { try values.encode(claims, forKey: .claims) }
        if !disputes.isEmpty { try values.encode(disputes, forKey: .disputes) }
        if !plans.isEmpty { try values.encode(plans, forKey: .plans) }
    }
}
