import Receivables

/// How large a demo book is, and when it is.
public struct DemoPlan: Sendable {
    /// How many customer accounts, at least 1.
    public var accounts: Int
    /// How many invoices in two years.
    public var invoices: Int
    /// How many calls and notes.
    public var entries: Int
    /// The seed of all chance in it.
    public var seed: UInt64
    /// The day that is today: two years of history end on it.
    public var today: Day

    /// Creates a plan; by default 20 invoices and 4 entries for each account.
    public init(accounts: Int = 300, invoices: Int? = nil, entries: Int? = nil, seed: UInt64 = 1, today: Day) {
        self.accounts = max(1, accounts)
        self.invoices = max(0, invoices ?? self.accounts * 20)
        self.entries = max(0, entries ?? self.accounts * 4)
        self.seed = seed
        self.today = today
    }

    /// The rules of a demo book: pounds, the standard strategy.
    public static func rules(zone: String) -> Rules {
        Rules(base: Currency("GBP") ?? .usd, zone: zone)
    }

    func customers() -> [Customer] {
        var chance = Chance(seed: seed)
        var customers: [Customer] = []
        customers.reserveCapacity(accounts)
        for place in 0..<accounts {
            // One in twelve belongs to a group whose head pays.
            let head = place > 3 && chance.percent(8) ? customers[chance.int(0...place - 1)] : nil
            let payer = head.flatMap { $0.payer == $0.number ? $0 : nil }
            customers.append(Customer(place, payer: payer, &chance))
        }
        return customers
    }
}
