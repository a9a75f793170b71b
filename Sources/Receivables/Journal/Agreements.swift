/// What a call or note agreed beside follow-ups; any of it may be empty.
public struct Agreements: Hashable, Sendable {
    public var promises: [PlannedPromise]
    public var claims: [PlannedClaim]
    public var disputes: [PlannedDispute]
    public var plans: [PlannedPlan]
    /// Who is not to be called any more.
    public var noCalls: [PlannedNoCall]
    public var holds: [PlannedHold]
    public var languages: [SpokenLanguage]

    public init(
        promises: [PlannedPromise] = [], claims: [PlannedClaim] = [], disputes: [PlannedDispute] = [],
        plans: [PlannedPlan] = [], noCalls: [PlannedNoCall] = [], holds: [PlannedHold] = [],
        languages: [SpokenLanguage] = []
    ) {
        self.promises = promises
        self.claims = claims
        self.disputes = disputes
        self.plans = plans
        self.noCalls = noCalls
        self.holds = holds
        self.languages = languages
    }

    public var isEmpty: Bool { !isWatched && noCalls.isEmpty && languages.isEmpty }

    /// Whether something of it comes up again by itself, so that nobody has to plan a next step. That somebody is not to
    /// be called says only what not to do next.
    public var isWatched: Bool {
        !promises.isEmpty || !claims.isEmpty || !disputes.isEmpty || !plans.isEmpty || !holds.isEmpty
    }
}

extension Agreements: Codable {
    private enum CodingKeys: String, CodingKey { case promises, claims, disputes, plans, noCalls, holds, languages }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            promises: try values.decodeIfPresent([PlannedPromise].self, forKey: .promises) ?? [],
            claims: try values.decodeIfPresent([PlannedClaim].self, forKey: .claims) ?? [],
            disputes: try values.decodeIfPresent([PlannedDispute].self, forKey: .disputes) ?? [],
            plans: try values.decodeIfPresent([PlannedPlan].self, forKey: .plans) ?? [],
            noCalls: try values.decodeIfPresent([PlannedNoCall].self, forKey: .noCalls) ?? [],
            holds: try values.decodeIfPresent([PlannedHold].self, forKey: .holds) ?? [],
            languages: try values.decodeIfPresent([SpokenLanguage].self, forKey: .languages) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        if !promises.isEmpty { try values.encode(promises, forKey: .promises) }
        if !claims.isEmpty { try values.encode(claims, forKey: .claims) }
        if !disputes.isEmpty { try values.encode(disputes, forKey: .disputes) }
        if !plans.isEmpty { try values.encode(plans, forKey: .plans) }
        if !noCalls.isEmpty { try values.encode(noCalls, forKey: .noCalls) }
        if !holds.isEmpty { try values.encode(holds, forKey: .holds) }
        if !languages.isEmpty { try values.encode(languages, forKey: .languages) }
    }
}
