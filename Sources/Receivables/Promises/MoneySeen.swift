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

/// Up to which day incoming money is known, and since when: a step for every import that knew more than those before
/// it (DOMAIN.md §4, "Cash known to").
public struct CashKnown: Hashable, Sendable {
    /// An import that knew payments up to a later day than any before it.
    public struct Step: Hashable, Sendable {
        /// The place of the import's entry in the journal.
        public var seq: Int64
        /// The day on which it was imported.
        public var day: Day
        /// The day before the extract's.
        public var knownTo: Day

        /// Creates a step of what was known.
        public init(seq: Int64, day: Day, knownTo: Day) {
            self.seq = seq
            self.day = day
            self.knownTo = knownTo
        }
    }

    /// In journal order, `knownTo` rising.
    public var steps: [Step]

    /// Creates it from steps in journal order; without any, nothing is known.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The last day up to which payments are known; nil before the first extract.
    public var knownTo: Day? { steps.last?.knownTo }

    /// The first import after which everything up to the end of a day was known.
    public func step(covering day: Day) -> Step? {
        // Asked for every promise of a ranking, of years of imports.
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].knownTo >= day { high = middle } else { low = middle + 1 }
        }
        return low < steps.count ? steps[low] : nil
    }

    /// As it was known on a day.
    public func upTo(_ day: Day) -> CashKnown {
        steps.allSatisfy { $0.day <= day } ? self : CashKnown(steps.filter { $0.day <= day })
    }
}
