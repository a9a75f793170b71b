/// What a call or note agreed apart from follow-ups; any of it may be empty.
public struct Agreements: Hashable, Sendable {
    /// Promises to pay, in the order in which they were noted.
    public var promises: [PlannedPromise]
    /// Payments that the customer says were made.
    public var claims: [PlannedClaim]
    /// Items that the customer disputes.
    public var disputes: [PlannedDispute]
    /// Payment plans, agreed or offered.
    public var plans: [PlannedPlan]
    /// Who is not to be called any more.
    public var noCalls: [PlannedNoCall]
    /// Holds that were decided.
    public var holds: [PlannedHold]
    /// Languages that are needed there.
    public var languages: [SpokenLanguage]
    /// Why money is late, at the root.
    public var causes: [RootCause]
    /// Numbers that they gave.
    public var contacts: [PlannedContact]
    /// What they think of us.
    public var feedback: [String]

    /// Creates agreements; empty by default.
    public init(
        promises: [PlannedPromise] = [], claims: [PlannedClaim] = [], disputes: [PlannedDispute] = [],
        plans: [PlannedPlan] = [], noCalls: [PlannedNoCall] = [], holds: [PlannedHold] = [],
        languages: [SpokenLanguage] = [], causes: [RootCause] = [], contacts: [PlannedContact] = [],
        feedback: [String] = []
    ) {
        self.promises = promises
        self.claims = claims
        self.disputes = disputes
        self.plans = plans
        self.noCalls = noCalls
        self.holds = holds
        self.languages = languages
        self.causes = causes
        self.contacts = contacts
        self.feedback = feedback
    }

    /// Whether nothing was agreed, and nothing said that is kept.
    public var isEmpty: Bool {
        !isWatched && noCalls.isEmpty && languages.isEmpty && causes.isEmpty && contacts.isEmpty && feedback.isEmpty
    }

    /// Whether something of it comes up again by itself, so that no one has to plan a next step. That somebody is not
    /// to be called says only what not to do next.
    public var isWatched: Bool {
        !promises.isEmpty || !claims.isEmpty || !disputes.isEmpty || !plans.isEmpty || !holds.isEmpty
    }
}

extension Agreements: Codable {
    private enum CodingKeys: String, CodingKey {
        case promises, claims, disputes, plans, noCalls, holds, languages, causes, contacts, feedback
    }

    /// Decodes agreements; a missing list is empty, for entries that are older than it.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            promises: try values.decodeIfPresent([PlannedPromise].self, forKey: .promises) ?? [],
            claims: try values.decodeIfPresent([PlannedClaim].self, forKey: .claims) ?? [],
            disputes: try values.decodeIfPresent([PlannedDispute].self, forKey: .disputes) ?? [],
            plans: try values.decodeIfPresent([PlannedPlan].self, forKey: .plans) ?? [],
            noCalls: try values.decodeIfPresent([PlannedNoCall].self, forKey: .noCalls) ?? [],
            holds: try values.decodeIfPresent([PlannedHold].self, forKey: .holds) ?? [],
            languages: try values.decodeIfPresent([SpokenLanguage].self, forKey: .languages) ?? [],
            causes: try values.decodeIfPresent([RootCause].self, forKey: .causes) ?? [],
            contacts: try values.decodeIfPresent([PlannedContact].self, forKey: .contacts) ?? [],
            feedback: try values.decodeIfPresent([String].self, forKey: .feedback) ?? [])
    }

    /// Encodes the lists that aren't empty, so that an entry without agreements stays short.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        if !promises.isEmpty { try values.encode(promises, forKey: .promises) }
        if !claims.isEmpty { try values.encode(claims, forKey: .claims) }
        if !disputes.isEmpty { try values.encode(disputes, forKey: .disputes) }
        if !plans.isEmpty { try values.encode(plans, forKey: .plans) }
        if !noCalls.isEmpty { try values.encode(noCalls, forKey: .noCalls) }
        if !holds.isEmpty { try values.encode(holds, forKey: .holds) }
        if !languages.isEmpty { try values.encode(languages, forKey: .languages) }
        if !causes.isEmpty { try values.encode(causes, forKey: .causes) }
        if !contacts.isEmpty { try values.encode(contacts, forKey: .contacts) }
        if !feedback.isEmpty { try values.encode(feedback, forKey: .feedback) }
    }
}
