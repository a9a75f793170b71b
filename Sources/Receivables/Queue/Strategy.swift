/// What makes the order of the queue: the parameters of a call's worth, the factors, and the tiers above
/// (DOMAIN.md §5, "Default strategy").
public struct Strategy: Hashable, Sendable {
    /// Days that a call looks ahead: expected days unpaid are counted within them.
    public var horizon: Int
    /// Days before the due day from which an item can be asked for.
    public var lookAhead: Int
    /// How many payments' worth the portfolio counts next to a payer's own.
    public var pseudoPayments: Int
    /// Percent of the worth that an item keeps that will probably never be paid.
    public var leastLikelihood: Int
    /// Days within which an item counts as paid at all.
    public var paymentWindow: Int
    /// Percent of the worth that counts for money not yet due.
    public var beforeDue: Int
    /// A payer with nothing overdue is called from this many expected unpaid days after the due day on.
    public var expectedLate: Int
    /// By rule, in hundredths: 150 multiplies by 1.5.
    public var factors: [RuleName: Int]
    /// The highest product of factors, in hundredths.
    public var highestProduct: Int
    /// Percent of the horizon that money is expected to stay unpaid, from which a payer is urgent.
    public var urgentShare: Int
    /// A broken promise heads the queue if it misses this much, in whole units of the base currency, or if the payer is
    /// of high value.
    public var brokenHeads: Int
    /// The tiers that stand above the order by score.
    public var tiers: Set<Tier>
    /// When a payer leaves the caller's queue, to be decided about.
    public var decision: DecisionRule

    /// Creates a strategy; what isn't given is what a new book uses (DOMAIN.md §5, "Default strategy").
    public init(
        horizon: Int = 30, lookAhead: Int = 10, pseudoPayments: Int = 4, leastLikelihood: Int = 25,
        paymentWindow: Int = 180,
        beforeDue: Int = 75, expectedLate: Int = 3, factors: [RuleName: Int] = Strategy.usualFactors,
        highestProduct: Int = 300,
        urgentShare: Int = 50, brokenHeads: Int = 1_000, tiers: Set<Tier> = Strategy.usualTiers,
        decision: DecisionRule = DecisionRule()
    ) {
        self.horizon = horizon
        self.lookAhead = lookAhead
        self.pseudoPayments = pseudoPayments
        self.leastLikelihood = leastLikelihood
        self.paymentWindow = paymentWindow
        self.beforeDue = beforeDue
        self.expectedLate = expectedLate
        self.factors = factors
        self.highestProduct = highestProduct
        self.urgentShare = urgentShare
        self.brokenHeads = brokenHeads
        self.tiers = tiers
        self.decision = decision
    }

    /// The strategy of a new book: the values that the backtest was measured with.
    public static let standard = Strategy()

    /// The factors of a new book, in hundredths.
    public static let usualFactors: [RuleName: Int] = [
        .brokenPromise: 150, .planDefaulted: 150, .returnedPayment: 150, .claimNotFound: 130, .followUpDue: 150,
        .step: 110,
        .firstLate: 120, .overLimit: 110,
    ]
    /// From the uppermost down; appointments always stand above them.
    public static let tiersAbove: [Tier] = [.brokenPromise, .owedToday]
    /// The tiers of a new book: all of `tiersAbove`.
    public static let usualTiers = Set(tiersAbove)

    /// In hundredths; 100 where the strategy gives none.
    public func factor(_ rule: RuleName) -> Int { factors[rule] ?? 100 }
}

/// When calling has gone on for long enough (DOMAIN.md §5, "To decide").
public struct DecisionRule: Hashable, Sendable, Codable {
    /// Right-party contacts without money since the first of them; 0 turns the rule off.
    public var contacts: Int
    /// Days past due of the oldest item, with no payment within as many days; 0 turns the rule off.
    public var days: Int

    /// Creates a rule; by default three conversations, or 180 days late.
    public init(contacts: Int = 3, days: Int = 180) {
        self.contacts = contacts
        self.days = days
    }
}

extension Strategy: Codable {
    // In a strategy of points `horizon` was the days before the due day.
    private enum CodingKeys: String, CodingKey {
        case horizon = "horizonDays", lookAhead, pseudoPayments, leastLikelihood, paymentWindow, beforeDue,
            expectedLate,
            factors
        case highestProduct, urgentShare, brokenHeads, tiers, decision
    }

    /// A strategy of points, as books had it before there was a worth, names none of this and means the usual.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let usual = Strategy.standard
        func int(_ key: CodingKeys, _ usual: Int) throws -> Int {
            try values.decodeIfPresent(Int.self, forKey: key) ?? usual
        }
        let named = try values.decodeIfPresent([String: Int].self, forKey: .factors)
        self.init(
            horizon: try int(.horizon, usual.horizon), lookAhead: try int(.lookAhead, usual.lookAhead),
            pseudoPayments: try int(.pseudoPayments, usual.pseudoPayments),
            leastLikelihood: try int(.leastLikelihood, usual.leastLikelihood),
            paymentWindow: try int(.paymentWindow, usual.paymentWindow),
            beforeDue: try int(.beforeDue, usual.beforeDue),
            expectedLate: try int(.expectedLate, usual.expectedLate),
            factors: named.map(Strategy.byRule) ?? usual.factors,
            highestProduct: try int(.highestProduct, usual.highestProduct),
            urgentShare: try int(.urgentShare, usual.urgentShare),
            brokenHeads: try int(.brokenHeads, usual.brokenHeads),
            tiers: try values.decodeIfPresent([Tier].self, forKey: .tiers).map { Set($0) } ?? usual.tiers,
            decision: try values.decodeIfPresent(DecisionRule.self, forKey: .decision) ?? usual.decision)
    }

    private static func byRule(_ named: [String: Int]) -> [RuleName: Int] {
        Dictionary(
            uniqueKeysWithValues: named.compactMap { name, value in RuleName(rawValue: name).map { ($0, value) } })
    }

    /// Encodes every parameter, factors and tiers by name, so that a book keeps them if the usual values change.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(horizon, forKey: .horizon)
        try values.encode(lookAhead, forKey: .lookAhead)
        try values.encode(pseudoPayments, forKey: .pseudoPayments)
        try values.encode(leastLikelihood, forKey: .leastLikelihood)
        try values.encode(paymentWindow, forKey: .paymentWindow)
        try values.encode(beforeDue, forKey: .beforeDue)
        try values.encode(expectedLate, forKey: .expectedLate)
        try values.encode(Dictionary(uniqueKeysWithValues: factors.map { ($0.rawValue, $1) }), forKey: .factors)
        try values.encode(highestProduct, forKey: .highestProduct)
        try values.encode(urgentShare, forKey: .urgentShare)
        try values.encode(brokenHeads, forKey: .brokenHeads)
        // In one order: the same strategy is the same text.
        try values.encode(tiers.sorted(), forKey: .tiers)
        try values.encode(decision, forKey: .decision)
    }
}
