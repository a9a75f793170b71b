/// Money or a correction that imports showed at a payer: what promises and claimed payments are judged by.
public struct MoneySeen: Hashable, Sendable {
    /// Its value date; for what an extract only implied, the extract's day.
    public var day: Day
    /// For what an extract only implied: the day of the extract before, so that it came in (after, day].
    public var after: Day?
    /// The place in the journal of the import that first showed it.
    public var seen: Int64
    /// The account on which it was seen.
    public var account: AccountNumber
    /// What it settled; nil for money not matched yet.
    public var item: ItemKey?
    /// Whether it is a payment, or a credit or other correction.
    public var kind: Settlement.Kind
    /// Below zero for what went back.
    public var amount: Money
    /// The payment's own number; empty where an extract implied it.
    public var reference: String

    /// Creates money that an import showed, by default a payment that isn't matched.
    public init(
        day: Day, after: Day? = nil, seen: Int64, account: AccountNumber, item: ItemKey? = nil,
        kind: Settlement.Kind = .payment, amount: Money, reference: String = ""
    ) {
        self.day = day
        self.after = after
        self.seen = seen
        self.account = account
        self.item = item
        self.kind = kind
        self.amount = amount
        self.reference = reference
    }

    /// The earliest day on which it may have come. Between two extracts no one knows better, and a customer who
    /// may have paid in time isn't called late.
    public var earliest: Day { after.map { min($0, day) } ?? day }

    /// A credit, write-off or adjustment: no money, but less to pay.
    var isCorrection: Bool { kind == .credit || kind == .writeOff || kind == .adjustment }
}

extension [MoneySeen] {
    /// What is left of money that came once what went back is taken off it: off the money on the same item,
    /// the same amount rather than another, the newest first.
    ///
    /// Of money from before the first of these nothing is known here, and what went back of it takes nothing off.
    func withoutReturned() -> [MoneySeen] {
        var left = self.sorted { ($0.seen, $0.day) < ($1.seen, $1.day) }
        for place in left.indices where left[place].amount.minor < 0 {
            var back = 0 - left[place].amount.minor
            let before = left.indices.filter { other in
                left[other].amount.minor > 0 && left[other].seen <= left[place].seen
                    && left[other].item == left[place].item && left[other].account == left[place].account
                    && left[other].amount.currency == left[place].amount.currency
                    && left[other].isCorrection == left[place].isCorrection
            }
            let same = before.last { left[$0].amount.minor == back }
            for other in same.map({ [$0] }) ?? before.reversed() where back > 0 {
                let part = Swift.min(back, left[other].amount.minor)
                left[other].amount = Money(minor: left[other].amount.minor - part, left[other].amount.currency)
                back -= part
            }
        }
        return left.filter { $0.amount.minor > 0 }
    }
}
