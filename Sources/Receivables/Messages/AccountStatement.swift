/// A statement of account on a day: all that is open, by date, with what the balance comes to after each line.
public struct AccountStatement: Sendable, Hashable {
    /// By currency, and within it by date.
    public private(set) var lines: [Line] = []
    /// What is open by age, a row per currency.
    public private(set) var ageing: [Ageing] = []
    /// The names of the ages, in the order of `Ageing.buckets`.
    public private(set) var bucketNames: [String] = []

    /// An open item, or cash that no item has been found for.
    public struct Line: Sendable, Hashable {
        /// Issued, or received.
        public var day: Day
        /// nil for cash.
        public var due: Day?
        /// nil for cash that belongs to no item yet.
        public var item: ItemKey?
        /// The number under which the customer ordered; empty where unknown.
        public var purchaseOrder: String
        /// Of cash, as the payer named it; may be empty.
        public var reference: String
        /// Open; credits and cash are below zero.
        public var amount: Money
        /// Of the same currency: this line and all above it.
        public var balance: Money
        /// Parts of the amount that are disputed or promised, in minor units.
        public var disputed: Int64
        /// The part of the amount that is promised or planned and awaited, in minor units.
        public var promised: Int64
    }

    init() {}

    /// - Parameter chosen: only these items, where some are; cash is left out then.
    /// - Throws: `MoneyError.overflow` where a sum does not fit.
    init(_ facts: JudgedPayer, rules: Rules, on day: Day, chosen: Set<ItemKey>) throws(MoneyError) {
        bucketNames = rules.buckets.names
        var open: [Line] = []
        for account in facts.accounts {
            for item in account.items where item.open != 0 && item.issued <= day {
                let key = item.key(of: account.account.number)
                guard chosen.isEmpty || chosen.contains(key) else { continue }
                open.append(
                    Line(
                        day: item.issued, due: item.due, item: key, purchaseOrder: item.purchaseOrder, reference: "",
                        amount: item.openMoney, balance: item.openMoney, disputed: item.disputed,
                        promised: item.promised))
            }
            guard chosen.isEmpty else { continue }
            for cash in account.unapplied where cash.day <= day && cash.amount.minor != 0 {
                let amount = Money(minor: -cash.amount.minor, cash.amount.currency)
                open.append(
                    Line(
                        day: cash.day, due: nil, item: nil, purchaseOrder: "", reference: cash.reference,
                        amount: amount,
                        balance: amount, disputed: 0, promised: 0))
            }
            for row in try account.ageing(on: day, in: rules.buckets) { try add(row, in: rules.buckets) }
        }
        open.sort {
            ($0.amount.currency, $0.day, $0.item?.number ?? "") < ($1.amount.currency, $1.day, $1.item?.number ?? "")
        }
        for var line in open {
            if let last = lines.last, last.amount.currency == line.amount.currency {
                line.balance = try last.balance + line.amount
            }
            lines.append(line)
        }
        // Of some items alone an ageing of all would say something else.
        if !chosen.isEmpty { ageing = [] }
    }

    private mutating func add(_ row: Ageing, in buckets: Buckets) throws(MoneyError) {
        if let place = ageing.firstIndex(where: { $0.currency == row.currency }) {
            try ageing[place].merge(row)
        } else {
            ageing.append(row)
        }
    }

    /// What is open in all, per currency.
    public var balances: [Money] {
        lines.indices.filter { place in
            place + 1 == lines.count || lines[place + 1].amount.currency != lines[place].amount.currency
        }.map { lines[$0].balance }
    }
}
