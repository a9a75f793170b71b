/// What may be agreed in instalments without asking, part of the book's rules.
public struct PlanPolicy: Hashable, Sendable, Codable {
    /// Instalments, the down payment not counted.
    public var mostInstalments: Int
    /// Days from the agreement to the last payment.
    public var longestDays: Int
    /// Of the total, in per cent, to be paid at once; 0 where none is asked.
    public var leastDownPercent: Int
    /// Smallest instalment, in minor units of the base currency.
    public var leastInstalment: Int64
    /// Up to this total, in minor units of the base currency, a caller agrees; beyond it a manager approves.
    public var callersLimit: Int64
    /// Plans that defaulted within a year, from which on a manager approves.
    public var mostDefaults: Int

    /// Creates a policy; amounts are in minor units of the base currency.
    public init(
        mostInstalments: Int, longestDays: Int, leastDownPercent: Int, leastInstalment: Int64, callersLimit: Int64,
        mostDefaults: Int
    ) {
        self.mostInstalments = mostInstalments
        self.longestDays = longestDays
        self.leastDownPercent = leastDownPercent
        self.leastInstalment = leastInstalment
        self.callersLimit = callersLimit
        self.mostDefaults = mostDefaults
    }

    /// Six instalments within half a year, of at least 50, up to 10,000 (in a currency of two decimals).
    public static let standard = PlanPolicy(
        mostInstalments: 6, longestDays: 190, leastDownPercent: 0, leastInstalment: 5_000, callersLimit: 1_000_000,
        mostDefaults: 1)

    /// What the policy says of a plan.
    ///
    /// - Parameters:
    ///   - instalments: all payments, by day.
    ///   - hasDown: whether the first payment is a down payment.
    ///   - defaults: plans of this payer that defaulted.
    ///   - day: the day of the agreement.
    ///   - rates: for totals in other currencies; without one a manager decides.
    public func ruling(
        on instalments: [Instalment], hasDown: Bool = false, defaults: Int = 0, agreedOn day: Day, rates: Rates
    ) -> Ruling {
        guard let first = instalments.first, let last = instalments.last else { return .allowed }
        let currency = first.amount.currency
        let total = instalments.reduce(Int64(0)) { $0.saturatingAdd($1.amount.minor) }
        var why: [Ruling.Why] = []
        let count = instalments.count - (hasDown ? 1 : 0)
        if count > mostInstalments { why.append(.tooMany(count, most: mostInstalments)) }
        let days = day.distance(to: last.day)
        if days > longestDays { why.append(.tooLong(days: days, most: longestDays)) }
        let down = hasDown ? first.amount.minor : 0
        if Int128(down) * 100 < Int128(total) * Int128(leastDownPercent) {
            why.append(.downTooSmall(percent: leastDownPercent))
        }
        if defaults >= mostDefaults, mostDefaults > 0 { why.append(.hasDefaulted(times: defaults)) }
        guard let totalInBase = rates.inBase(Money(minor: total, currency)) else {
            return .needsApproval(why + [.noRate(currency)])
        }
        let smallest = instalments.dropLast().min { $0.amount.minor < $1.amount.minor } ?? first
        if let inBase = rates.inBase(smallest.amount), inBase.minor < leastInstalment {
            why.append(.instalmentTooSmall(least: Money(minor: leastInstalment, rates.base)))
        }
        if totalInBase.minor > callersLimit { why.append(.aboveLimit(Money(minor: callersLimit, rates.base))) }
        return why.isEmpty ? .allowed : .needsApproval(why)
    }
}

/// Whether a caller may agree to something, or why a manager has to.
public enum Ruling: Hashable, Sendable {
    case allowed
    case needsApproval([Why])

    /// A limit of the policy that a plan exceeds, with the figures that a sentence needs.
    public enum Why: Hashable, Sendable {
        case tooMany(Int, most: Int)
        case tooLong(days: Int, most: Int)
        case downTooSmall(percent: Int)
        case instalmentTooSmall(least: Money)
        case aboveLimit(Money)
        case hasDefaulted(times: Int)
        case noRate(Currency)
        /// Only a manager can go that far.
        case managersRung
    }

    /// The status with which such a plan begins.
    public var status: Plan.Status { self == .allowed ? .active : .awaitingApproval }

    /// Why not, as sentences without a full stop; empty where it is allowed.
    public var reasons: [String] {
        guard case .needsApproval(let why) = self else { return [] }
        return why.map { why in
            switch why {
            case .tooMany(let count, let most): "\(count) instalments, at most \(most)"
            case .tooLong(let days, let most): "\(days) days to the last, at most \(most)"
            case .downTooSmall(let percent): "at least \(percent) % at once"
            case .instalmentTooSmall(let least): "instalments of at least \(least.withCurrency)"
            case .aboveLimit(let limit): "above \(limit.withCurrency) a manager approves"
            case .hasDefaulted(let times): times == 1 ? "a plan defaulted before" : "\(times) plans defaulted before"
            case .noRate(let currency): "no rate for \(currency.code)"
            case .managersRung: "a manager's decision"
            }
        }
    }
}
