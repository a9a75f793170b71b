/// How the customers of a book pay on the whole: what a payer's own payments are drawn towards.
///
/// Counted up to the first day of a month, so that within the month an import moves only the payers that it touches.
public struct BookPaying: Sendable {
    /// Payments before the month, by days late.
    public let paid: DelayCounts
    /// Items that were open when the month began, by their age then: unpaid so far.
    public let open: DelayCounts
    /// Days that a call looks ahead.
    public let horizon: Int
    /// Days within which an item counts as paid at all.
    public let window: Int

    /// By age from `firstAge` on: the mean of the horizon's days unpaid, and the chance of payment within the window.
    private let unpaidDays: [Double]
    private let chances: [Double]

    private static let firstAge = -60
    private static let lastAge = 1_500

    /// With fewer payments in the book nothing is known yet about how customers pay.
    public static let leastPayments = 30

    init(paid: DelayCounts, open: DelayCounts, horizon: Int, window: Int) {
        self.paid = paid
        self.open = open
        self.horizon = horizon
        self.window = window
        let ages = BookPaying.firstAge...BookPaying.lastAge
        guard paid.total >= BookPaying.leastPayments else {
            unpaidDays = ages.map { BuiltInPaying.unpaidDays(age: $0, horizon: horizon) }
            chances = ages.map { BuiltInPaying.chance(age: $0, within: window) }
            return
        }
        let (life, waiting) = (ResidualLife(paid), ResidualLife(open))
        unpaidDays = ages.map { age in
            let (payments, days) = life.unpaid(after: age, horizon: horizon)
            return payments > 0 ? Double(days) / Double(payments) : Double(horizon)
        }
        chances = ages.map { age in BookPaying.chance(life, waiting, age, window) }
    }

    /// Counts how a book pays for a strategy's horizon and window; without payments the built-in curve serves.
    public init(paid: DelayCounts = DelayCounts(), open: DelayCounts = DelayCounts(), strategy: Strategy) {
        self.init(paid: paid, open: open, horizon: strategy.horizon, window: strategy.paymentWindow)
    }

    /// Whether the book holds enough payments; otherwise the built-in curve by age is used (DOMAIN.md §3).
    public var isKnown: Bool { paid.total >= BookPaying.leastPayments }

    /// Expected days unpaid of the horizon, for an item of an age: from today, or from its due day if that is later.
    public func unpaidDays(age: Int) -> Double { unpaidDays[BookPaying.place(of: age)] }

    /// The chance that an item of an age is paid within the window.
    public func chance(age: Int) -> Double { chances[BookPaying.place(of: age)] }

    /// The chance that an item of an age is paid within any number of days: for pages, not for rankings.
    public func chance(age: Int, within days: Int) -> Double {
        guard isKnown else { return BuiltInPaying.chance(age: age, within: days) }
        return BookPaying.chance(ResidualLife(paid), ResidualLife(open), age, days)
    }

    private static func chance(_ life: ResidualLife, _ waiting: ResidualLife, _ age: Int, _ days: Int) -> Double {
        let atRisk = life.later(than: age) + waiting.later(than: age)
        return atRisk > 0 ? Double(life.paid(after: age, within: days)) / Double(atRisk) : 0
    }

    private static func place(of age: Int) -> Int { min(max(age, firstAge), lastAge) - firstAge }
}

extension BookPaying: Hashable {
    /// Two are equal if they count the same: the tables follow from that.
    public static func == (left: BookPaying, right: BookPaying) -> Bool {
        left.horizon == right.horizon && left.window == right.window && left.paid == right.paid
            && left.open == right.open
    }

    /// Hashes what was counted, not the tables that follow from it.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(horizon)
        hasher.combine(paid)
    }
}

extension BookPaying: Codable {
    private enum CodingKeys: String, CodingKey { case paid, open, horizon, window }

    /// Decodes the counts and computes the tables from them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            paid: try values.decode(DelayCounts.self, forKey: .paid),
            open: try values.decode(DelayCounts.self, forKey: .open),
            horizon: try values.decode(Int.self, forKey: .horizon), window: try values.decode(Int.self, forKey: .window)
        )
    }

    /// Encodes the counts without the tables that follow from them.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(paid, forKey: .paid)
        try values.encode(open, forKey: .open)
        try values.encode(horizon, forKey: .horizon)
        try values.encode(window, forKey: .window)
    }
}
