/// How far we went to meet a customer, from the best for us downwards (DOMAIN.md §4, "Ladder").
public enum Rung: String, Sendable, Codable, CaseIterable, Comparable {
    case everythingNow = "everything now"
    /// The undisputed part now and the rest by a day.
    case undisputedNow = "undisputed now"
    case partAndPromise = "part and promise"
    case plan
    case manager

    /// Whether the left offer is better for us.
    public static func < (left: Rung, right: Rung) -> Bool { left.place < right.place }
    private var place: Int { Rung.allCases.firstIndex(of: self) ?? 0 }
}

/// An offer with its figures for one payer and currency, and whether it may be made.
public struct Offer: Hashable, Sendable {
    /// How far down the ladder the offer is.
    public var rung: Rung
    /// What is paid when; empty for a manager's decision.
    public var payments: [Instalment]
    /// Whether the first of the payments is a down payment.
    public var hasDown: Bool
    /// Whether the caller may make the offer without asking.
    public var ruling: Ruling

    /// Creates an offer with its figures.
    public init(rung: Rung, payments: [Instalment], hasDown: Bool = false, ruling: Ruling) {
        self.rung = rung
        self.payments = payments
        self.hasDown = hasDown
        self.ruling = ruling
    }

    /// The sum of the payments, in minor units; held at the largest that fits.
    public var total: Int64 { payments.reduce(0) { $0.saturatingAdd($1.amount.minor) } }
}

/// The offers that can be made to a payer, best for us first.
public struct Ladder: Hashable, Sendable {
    /// The offers, from the best for us downwards.
    public var offers: [Offer]

    /// Instalments of the plans that stand side by side.
    static let planSizes = [2, 3, 6]

    /// Works out what can be offered to a payer.
    ///
    /// - Parameters:
    ///   - payer: who asks for them.
    ///   - currency: the currency of the offers.
    ///   - rules: the plan policy and the calendar.
    ///   - rates: of the day, for the policy's limits.
    ///   - day: today; payments "now" are for the next business day but one, by when a transfer arrives.
    public init(for payer: JudgedPayer, in currency: Currency, rules: Rules, rates: Rates, on day: Day) {
        let items = payer.accounts.flatMap(\.items).filter { $0.currency == currency && $0.isOverdue(on: day) }
        let free = items.reduce(Int64(0)) { $0.saturatingAdd($1.chaseable) }
        let disputed = items.reduce(Int64(0)) { $0.saturatingAdd(min($1.disputed, max(0, $1.open))) }
        let now = rules.calendar.adding(2, to: day)
        let defaults = payer.followThrough.plans.count { $0.state == .defaulted }
        offers = []
        guard free > 0 else { return }
        func payment(_ minor: Int64, _ day: Day) -> Instalment {
            Instalment(day: day, amount: Money(minor: minor, currency))
        }
        func add(_ rung: Rung, _ payments: [Instalment], hasDown: Bool = false) {
            let ruling =
                rung == .plan
                ? rules.plans.ruling(on: payments, hasDown: hasDown, defaults: defaults, agreedOn: day, rates: rates)
                : .allowed
            offers.append(Offer(rung: rung, payments: payments, hasDown: hasDown, ruling: ruling))
        }
        add(.everythingNow, [payment(free.saturatingAdd(disputed), now)])
        if disputed > 0 {
            add(.undisputedNow, [payment(free, now), payment(disputed, rules.calendar.adding(10, to: day))])
        }
        let half = free / 2 + free % 2
        if free > half {
            add(.partAndPromise, [payment(half, now), payment(free - half, rules.calendar.adding(10, to: day))])
        }
        let total = Money(minor: free, currency)
        let first = rules.calendar.onOrAfter(day.adding(months: 1))
        for count in Ladder.planSizes {
            for down in [nil, payment(half / 2 + half % 2, now)] {
                guard
                    case .success(let payments) = Plan.instalments(
                        of: total, size: .count(count), first: first, cadence: .monthly, down: down)
                else { continue }
                add(.plan, payments, hasDown: down != nil)
            }
        }
        offers.append(Offer(rung: .manager, payments: [], ruling: .needsApproval([.managersRung])))
    }
}
