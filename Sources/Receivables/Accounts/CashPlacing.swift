/// Finds which payments that name no item are the money by which an account's items fell in extracts, so that it is
/// counted once (DOMAIN.md §7).
///
/// A function of what is known alone, and of no order in which it came to be known: an import asks again
/// for all of it. Extract by extract, the oldest first, payments of the days between two extracts come before older
/// ones, and only amounts that agree count: a payment with one item; then one payment, or all of them, with all that
/// is left of the extract. What agrees with nothing stays unapplied cash.
///
/// All of one account and one currency, in minor units.
public struct CashPlacing {
    /// A payment that names no item.
    public struct Payment: Hashable, Sendable {
        /// The value date of the payment.
        public var day: Day
        /// The payment's own number, by which the ledger of unapplied cash knows it.
        public var reference: String
        /// Above zero.
        public var amount: Int64

        /// Creates a payment; the amount must be above zero.
        public init(day: Day, reference: String, amount: Int64) {
            self.day = day
            self.reference = reference
            self.amount = amount
        }
    }

    /// What an item fell by between two extracts, as far as no one stated how.
    public struct ImpliedPayment: Hashable, Sendable {
        /// The day of the extract before, so that it happened in (after, day].
        public var after: Day?
        /// The day of the extract that shows the item lower.
        public var day: Day
        /// Above zero.
        public var amount: Int64

        /// Creates a fall of an item between two extracts; `after` is nil where the item's first extract shows it.
        public init(after: Day?, day: Day, amount: Int64) {
            self.after = after
            self.day = day
            self.amount = amount
        }

        /// Whether money of a day may be what it fell by.
        public func covers(_ day: Day) -> Bool { day <= self.day && after.map { $0 < day } ?? true }
    }

    /// A line of the ledger of unapplied cash: what came, above zero, and what went back or was matched.
    public struct Line: Hashable, Sendable {
        /// The day on which the cash came, went back or was matched.
        public var day: Day
        /// The number of the payment that the line belongs to.
        public var reference: String
        /// Minor units: above zero for money received, below zero for what was returned or matched.
        public var amount: Int64
        /// Somebody decided it here, and it holds before anything that is only found.
        public var isDecided: Bool

        /// Creates a line, by default one that an import stated and no one decided here.
        public init(day: Day, reference: String, amount: Int64, isDecided: Bool = false) {
            self.day = day
            self.reference = reference
            self.amount = amount
            self.isDecided = isDecided
        }
    }

    /// A part of a payment that was found to be the money by which an item fell.
    public struct Placement: Hashable, Sendable {
        /// By their places among those given.
        public var payment: Int
        /// The index of the fall among those given.
        public var fall: Int
        /// How much of the payment it is, in minor units, above zero.
        public var amount: Int64
        /// It came before the extract's days: cash that was matched in them, no money of theirs.
        public var isOlder: Bool

        /// Creates a placement from two indexes, an amount and whether the cash is older than the extract's days.
        public init(payment: Int, fall: Int, amount: Int64, isOlder: Bool) {
            self.payment = payment
            self.fall = fall
            self.amount = amount
            self.isOlder = isOlder
        }
    }

    private let payments: [Payment]
    private let falls: [ImpliedPayment]
    /// Payments that found nothing yet, the oldest first.
    private var waiting: [Int]
    /// What is still to be explained of each fall.
    private var left: [Int64]
    /// What the ledger holds by reference, up to the day that is looked at: a payment is there only as far as that.
    private var held: [String: Int64] = [:]
    private var isPlaced: [Bool]
    private var placements: [Placement] = []

    /// Finds what the payments are the money of, extract by extract, the oldest first.
    ///
    /// - Parameters:
    ///   - payments: of one account and one currency, in any order.
    ///   - ledger: unapplied cash with every one of the payments still in it.
    ///   - falls: in the order in which items are served.
    public static func placements(of payments: [Payment], in ledger: [Line], against falls: [ImpliedPayment])
        -> [Placement]
    {
        var placing = CashPlacing(payments, falls)
        placing.run(ledger)
        return placing.placements
    }

    private init(_ payments: [Payment], _ falls: [ImpliedPayment]) {
        self.payments = payments
        self.falls = falls
        waiting = payments.indices.sorted { left, right in
            let (one, other) = (payments[left], payments[right])
            return (one.day, one.amount, one.reference, left) < (other.day, other.amount, other.reference, right)
        }
        left = falls.map(\.amount)
        isPlaced = payments.map { _ in false }
    }

    private mutating func run(_ ledger: [Line]) {
        for line in ledger where line.isDecided { hold(line.amount, line.reference) }
        var later = ledger.filter { !$0.isDecided }.sorted { $0.day < $1.day }[...]
        let extracts = Dictionary(grouping: falls.indices) { Span(falls[$0]) }
        for (span, falls) in extracts.sorted(by: { $0.key < $1.key }) {
            while let line = later.first, line.day <= span.day {
                hold(line.amount, line.reference)
                later.removeFirst()
            }
            let came = waiting.prefix { payments[$0].day <= span.day }
            let older = came.prefix { !isWithin(span, $0) }
            place(came.dropFirst(older.count), on: falls, span)
            place(older, on: falls, span)
            place(came, on: falls, span)
            waiting.removeAll { isPlaced[$0] }
        }
    }

    /// The days between two extracts.
    private struct Span: Hashable, Comparable {
        var after: Day?
        var day: Day

        init(_ fall: ImpliedPayment) { (after, day) = (fall.after, fall.day) }

        static func < (left: Span, right: Span) -> Bool {
            left.day != right.day ? left.day < right.day : (left.after?.number ?? .min) < (right.after?.number ?? .min)
        }
    }

    private func isWithin(_ span: Span, _ payment: Int) -> Bool {
        span.after.map { $0 < payments[payment].day } ?? true
    }

    private mutating func hold(_ amount: Int64, _ reference: String) {
        held[reference, default: 0] = (held[reference] ?? 0).saturatingAdd(amount)
    }

    // MARK: Amounts that agree

    private mutating func place(_ candidates: ArraySlice<Int>, on falls: [Int], _ span: Span) {
        var byAmount = Dictionary(grouping: falls.filter { left[$0] > 0 }.reversed()) { left[$0] }
        for payment in available(candidates) {
            guard let fall = byAmount[payments[payment].amount]?.popLast() else { continue }
            give(payment, to: [fall], span)
        }
        let rest = available(candidates)
        let sum = falls.reduce(Int64(0)) { $0.saturatingAdd(left[$1]) }
        guard sum > 0, sum < .max else { return }
        if let one = rest.first(where: { payments[$0].amount == sum }) {
            give(one, to: falls, span)
        } else if rest.reduce(Int64(0), { $0.saturatingAdd(payments[$1].amount) }) == sum {
            for payment in rest { give(payment, to: falls, span) }
        }
    }

    /// Those still waiting for which the ledger holds enough, all of them together.
    private func available(_ candidates: ArraySlice<Int>) -> [Int] {
        var taken: [String: Int64] = [:]
        return candidates.filter { place in
            guard !isPlaced[place] else { return false }
            let payment = payments[place]
            let sum = taken[payment.reference, default: 0].saturatingAdd(payment.amount)
            guard sum <= held[payment.reference, default: 0] else { return false }
            taken[payment.reference] = sum
            return true
        }
    }

    private mutating func give(_ payment: Int, to falls: [Int], _ span: Span) {
        var rest = payments[payment].amount
        for fall in falls where rest > 0 && left[fall] > 0 {
            let part = min(rest, left[fall])
            placements.append(Placement(payment: payment, fall: fall, amount: part, isOlder: !isWithin(span, payment)))
            left[fall] -= part
            rest -= part
        }
        isPlaced[payment] = true
        hold(0 - payments[payment].amount, payments[payment].reference)
    }
}
