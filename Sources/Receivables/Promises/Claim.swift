/// A payment that the customer says was made ("we paid that Thursday", DOMAIN.md §4): looked for, then found or not.
public struct Claim: Hashable, Sendable {
    /// Where the journal recorded it.
    public var part: EntryPart
    /// The day on which the customer said so.
    public var made: Day
    /// nil where they did not say how much.
    public var amount: Money?
    /// The day on which they say they paid.
    public var day: Day
    /// The number of the payment or transfer; empty where they gave none.
    public var reference: String
    /// Who said so; empty where not noted.
    public var who: String

    /// Creates a claim as the journal folds it.
    public init(part: EntryPart, made: Day, amount: Money?, day: Day, reference: String = "", who: String = "") {
        self.part = part
        self.made = made
        self.amount = amount
        self.day = day
        self.reference = reference
        self.who = who
    }
}

/// A claimed payment as a call notes it.
public struct PlannedClaim: Hashable, Sendable, Codable {
    /// How much they say was paid; nil where they did not say.
    public var amount: Money?
    /// The day on which they say they paid.
    public var day: Day
    /// The number of the payment or transfer; empty where they gave none.
    public var reference: String
    /// Who said so; empty where not noted.
    public var who: String

    /// Creates a claim as a caller notes it.
    public init(amount: Money? = nil, day: Day, reference: String = "", who: String = "") {
        self.amount = amount
        self.day = day
        self.reference = reference
        self.who = who
    }
}

/// What has become of a claimed payment by a day (DOMAIN.md §4).
public enum ClaimVerdict: Hashable, Sendable {
    case lookedFor
    case found(Money, on: Day)
    case notFound
    /// The time to look is over, but cash isn't known up to its end.
    case notVerified(cashKnownTo: Day?)

    /// The word for lists, filters and JSON.
    public var word: String {
        switch self {
        case .lookedFor: "looked for"
        case .found: "found"
        case .notFound: "not found"
        case .notVerified: "not verified"
        }
    }

    /// All words, for those who filter by one.
    public static let words = [
        ClaimVerdict.lookedFor, .found(.zero(.usd), on: Day(number: 0)), .notFound, .notVerified(cashKnownTo: nil),
    ].map(\.word)
}

/// A claimed payment with what has become of it by a day.
public struct JudgedClaim: Hashable, Sendable {
    /// The claim as the journal has it.
    public var claim: Claim
    /// Claimed day + 3 business days.
    public var until: Day
    /// Whether the payment was found, and if not, whether cash is known well enough to say so.
    public var verdict: ClaimVerdict
    /// When *not found* could first be known.
    public var judgedAt: JudgedPromise.Moment?

    /// Whether the payment has been found.
    public var isFound: Bool {
        if case .found = verdict { true } else { false }
    }

    /// Creates a judged claim.
    public init(claim: Claim, until: Day, verdict: ClaimVerdict, judgedAt: JudgedPromise.Moment? = nil) {
        self.claim = claim
        self.until = until
        self.verdict = verdict
        self.judgedAt = judgedAt
    }
}

/// Looks claimed payments up among the money seen, each unit for one of them, the earliest claimed first.
public struct ClaimSearch {
    /// Business days after the claimed day.
    public static let days = 3
    /// Business days before it from which new money may be what was meant: customers give days from memory.
    static let slack = 3

    /// - Parameters: as for `PromiseJudge`.
    public static func judge(
        _ claims: [Claim], money: [MoneySeen], cash: CashKnown, rules: Rules, on day: Day
    ) -> [JudgedClaim] {
        var left = money.filter { $0.day <= day }.withoutReturned().filter { $0.kind == .payment }
        let known = cash.upTo(day)
        return claims.sorted { ($0.day, $0.part) < ($1.day, $1.part) }.map { claim in
            let until = rules.calendar.adding(days, to: claim.day)
            if let found = find(claim, until: until, in: &left, rules.calendar) {
                return JudgedClaim(claim: claim, until: until, verdict: found)
            }
            guard day > until else { return JudgedClaim(claim: claim, until: until, verdict: .lookedFor) }
            guard let step = known.step(covering: until) else {
                return JudgedClaim(claim: claim, until: until, verdict: .notVerified(cashKnownTo: known.knownTo))
            }
            return JudgedClaim(
                claim: claim, until: until, verdict: .notFound,
                judgedAt: .init(
                    seq: max(step.seq, claim.part.entry), day: max(step.day, until.advanced(by: 1), claim.made)))
        }
    }

    private static func find(
        _ claim: Claim, until: Day, in money: inout [MoneySeen], _ calendar: BusinessCalendar
    ) -> ClaimVerdict? {
        if let named = money.firstIndex(where: { isNamed($0, by: claim) }) {
            let unit = money.remove(at: named)
            return .found(unit.amount, on: unit.day)
        }
        var earliest = claim.day
        for _ in 0..<slack { earliest = calendar.before(earliest) }
        let fitting = money.indices.filter { place in
            let unit = money[place]
            guard unit.amount.minor > 0, unit.earliest <= until,
                claim.amount.map({ $0.currency == unit.amount.currency }) ?? true
            else { return false }
            return unit.day >= (unit.seen > claim.part.entry ? earliest : claim.day)
        }
        guard let wanted = claim.amount else {
            guard let first = fitting.first else { return nil }
            let unit = money.remove(at: first)
            return .found(unit.amount, on: unit.day)
        }
        if let exact = fitting.first(where: { money[$0].amount == wanted }) {
            let unit = money.remove(at: exact)
            return .found(wanted, on: unit.day)
        }
        return sum(wanted, of: fitting, in: &money)
    }

    private static func isNamed(_ unit: MoneySeen, by claim: Claim) -> Bool {
        !claim.reference.isEmpty && unit.reference.lowercased() == claim.reference.lowercased()
    }

    /// One transfer may have been matched to several items.
    private static func sum(_ wanted: Money, of places: [Int], in money: inout [MoneySeen]) -> ClaimVerdict? {
        var rest = wanted.minor
        var parts: [(place: Int, amount: Int64)] = []
        for place in places where rest > 0 {
            let part = min(rest, money[place].amount.minor)
            parts.append((place, part))
            rest -= part
        }
        guard rest <= 0, let last = parts.map({ money[$0.place].day }).max() else { return nil }
        for (place, amount) in parts {
            money[place].amount = Money(minor: money[place].amount.minor - amount, wanted.currency)
        }
        return .found(wanted, on: last)
    }
}
