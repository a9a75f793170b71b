/// How many points each rule gives per measure, and on which axis (DOMAIN.md §5, "Default strategy").
public struct Strategy: Hashable, Sendable {
    public var weights: [RuleName: Int]
    /// Where a rule counts on the other axis than it usually does.
    public var axes: [RuleName: Axis]
    /// Urgency points from which a payer counts as urgent in the matrix.
    public var urgent: Int
    /// Money due within so many days, and expected to be late, is at stake already.
    public var horizon: Int
    /// Base units × days that count as one doubling's foot: X of them give log₂(1 + X ÷ this).
    public var valueUnit: Int
    /// Days without contact; each that is passed counts once more. Rising.
    public var silence: [Int]
    /// Days beyond the usual delay from which on they count, and up to which.
    public var leastDrift: Int
    public var mostDrift: Int

    public init(
        weights: [RuleName: Int], axes: [RuleName: Axis] = [:], urgent: Int, horizon: Int, valueUnit: Int,
        silence: [Int] = [14, 30, 60], leastDrift: Int = 5, mostDrift: Int = 12
    ) {
        self.weights = weights
        self.axes = axes
        self.urgent = urgent
        self.horizon = horizon
        self.valueUnit = valueUnit
        self.silence = silence
        self.leastDrift = leastDrift
        self.mostDrift = mostDrift
    }

    public static let standard = Strategy(
        weights: [
            .stake: 4, .oldest: 7, .drift: 1, .followUpDue: 30, .firstLate: 10, .largeDue: 12, .overLimit: 5,
            .noContact: 4, .missingPromise: 3, .planDefaulted: 15, .claimNotFound: 12, .putOff: 3, .step: 0,
        ],
        urgent: 40, horizon: 10, valueUnit: 100)

    public func weight(_ rule: RuleName) -> Int { weights[rule] ?? 0 }
    public func axis(_ rule: RuleName) -> Axis { axes.isEmpty ? rule.axis : axes[rule] ?? rule.axis }
}

extension Strategy: Codable {
    private enum CodingKeys: String, CodingKey {
        case weights, axes, urgent, horizon, valueUnit, silence, leastDrift, mostDrift
    }

    /// A strategy that is older than a rule doesn't name it, and means the usual weight.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let usual = Strategy.standard
        self.init(
            weights: usual.weights.merging(try Strategy.weights(values)) { $1 },
            axes: try values.decodeIfPresent([String: Axis].self, forKey: .axes).map(Strategy.byRule) ?? [:],
            urgent: try values.decode(Int.self, forKey: .urgent), horizon: try values.decode(Int.self, forKey: .horizon),
            valueUnit: try values.decode(Int.self, forKey: .valueUnit),
            silence: try values.decodeIfPresent([Int].self, forKey: .silence) ?? usual.silence,
            leastDrift: try values.decodeIfPresent(Int.self, forKey: .leastDrift) ?? usual.leastDrift,
            mostDrift: try values.decodeIfPresent(Int.self, forKey: .mostDrift) ?? usual.mostDrift)
    }

    /// The first books wrote names and weights in turn, in no order.
    private static func weights(_ values: KeyedDecodingContainer<CodingKeys>) throws -> [RuleName: Int] {
        if let named = try? values.decode([String: Int].self, forKey: .weights) { return byRule(named) }
        return try values.decode([RuleName: Int].self, forKey: .weights)
    }

    private static func byRule<Value>(_ named: [String: Value]) -> [RuleName: Value] {
        Dictionary(uniqueKeysWithValues: named.compactMap { name, value in RuleName(rawValue: name).map { ($0, value) } })
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        // By name rather than in turn: the same strategy is the same text.
        try values.encode(Dictionary(uniqueKeysWithValues: weights.map { ($0.rawValue, $1) }), forKey: .weights)
        if !axes.isEmpty { try values.encode(Dictionary(uniqueKeysWithValues: axes.map { ($0.rawValue, $1) }), forKey: .axes) }
        try values.encode(urgent, forKey: .urgent)
        try values.encode(horizon, forKey: .horizon)
        try values.encode(valueUnit, forKey: .valueUnit)
        try values.encode(silence, forKey: .silence)
        try values.encode(leastDrift, forKey: .leastDrift)
        try values.encode(mostDrift, forKey: .mostDrift)
    }
}

/// The rules by which a payer earns points, by the names that reports print.
public enum RuleName: String, Sendable, Codable, CaseIterable {
    case followUpDue = "follow-up due"
    case oldest = "oldest bucket"
    case drift = "later than usual"
    case firstLate = "first late"
    case largeDue = "large item due"
    case overLimit = "over limit"
    case noContact = "no contact"
    case missingPromise = "missing promise"
    case planDefaulted = "plan defaulted"
    case claimNotFound = "claim not found"
    case putOff = "put off"
    case reviewDue = "review due"
    case promiseNotVerified = "promise not verified"
    case stake = "money at stake"
    case noRate = "no rate"
    case step = "cadence step"

    /// The axis on which it counts unless a strategy says otherwise.
    public var axis: Axis { self == .stake || self == .noRate ? .value : .urgency }
}

public enum Axis: String, Sendable, Codable, CaseIterable { case urgency, value }
