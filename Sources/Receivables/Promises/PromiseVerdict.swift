/// What has become of a promise: a function of facts and day, never of a job that must run (DOMAIN.md §4).
public enum PromiseVerdict: Hashable, Sendable {
    /// The window is open; so much has come, in minor units.
    case pending(came: Int64)
    /// All of it came in the window.
    case kept(on: Day)
    /// The window is over, and this is what came in it.
    case partlyKept(came: Int64)
    case broken
    /// The window is over, but cash isn't known up to its end: no one may call it broken.
    case dueNotVerified(came: Int64, cashKnownTo: Day?)
    /// Another promise took its place before its window was over.
    case renegotiated(on: Day)
    /// Credits, write-offs or adjustments left nothing to pay, or its plan ended.
    case void

    /// Whether the customer did not do as promised.
    public var isUnkept: Bool {
        switch self {
        case .partlyKept, .broken, .renegotiated: true
        case .pending, .kept, .dueNotVerified, .void: false
        }
    }

    /// Whether the customer did as promised.
    public var isKept: Bool {
        if case .kept = self { true } else { false }
    }

    /// Whether money is still awaited under it.
    public var isAwaited: Bool {
        switch self {
        case .pending, .dueNotVerified: true
        case .kept, .partlyKept, .broken, .renegotiated, .void: false
        }
    }

    /// The word for lists, filters and JSON.
    public var word: String {
        switch self {
        case .pending: "pending"
        case .kept: "kept"
        case .partlyKept: "partly kept"
        case .broken: "broken"
        case .dueNotVerified: "due, not verified"
        case .renegotiated: "renegotiated"
        case .void: "void"
        }
    }

    /// All words, for those who filter by one.
    public static let words = [
        PromiseVerdict.pending(came: 0), .kept(on: Day(number: 0)), .partlyKept(came: 0), .broken,
        .dueNotVerified(came: 0, cashKnownTo: nil), .renegotiated(on: Day(number: 0)), .void,
    ].map(\.word)
}

/// A promise with what has become of it by a day.
public struct JudgedPromise: Hashable, Sendable {
    /// The promise as the journal has it.
    public var promise: Promise
    /// Promised day + tolerance, in business days; the last day that counts.
    public var windowEnd: Day
    /// Minor units that had to come: the amount less what was taken over and what was credited.
    public var expected: Int64
    /// What came in the window.
    public var came: Int64
    /// What came after it: that leaves the verdict as it is.
    public var late: Late?
    /// What has become of it by the day.
    public var verdict: PromiseVerdict
    /// When a verdict of partly kept or broken could first be known.
    public var judgedAt: Moment?
    /// 1, and one more for every promise on the same items before it that was not kept.
    public var level: Int
    /// Some of the money that counts landed on items other than those named.
    public var isAppliedElsewhere: Bool
    /// What it still holds on its items; empty once it is decided.
    public var awaited: [Share]

    /// Money that came after the window.
    public struct Late: Hashable, Sendable {
        /// How much came, in minor units of the promise's currency.
        public var amount: Int64
        /// The day on which the last of it came.
        public var on: Day
        /// Days after the promised day.
        public var days: Int

        /// Creates a record of late money.
        public init(amount: Int64, on: Day, days: Int) {
            self.amount = amount
            self.on = on
            self.days = days
        }
    }

    /// A place in the journal and its day.
    public struct Moment: Hashable, Sendable {
        /// The sequence number of the entry.
        public var seq: Int64
        /// The day of the entry, in the book's zone.
        public var day: Day

        /// Creates a moment of the journal.
        public init(seq: Int64, day: Day) {
            self.seq = seq
            self.day = day
        }
    }

    /// Creates a judged promise; amounts are in minor units of the promise's currency.
    public init(
        promise: Promise, windowEnd: Day, expected: Int64, came: Int64, late: Late? = nil, verdict: PromiseVerdict,
        judgedAt: Moment? = nil, level: Int = 1, isAppliedElsewhere: Bool = false, awaited: [Share] = []
    ) {
        self.promise = promise
        self.windowEnd = windowEnd
        self.expected = expected
        self.came = came
        self.late = late
        self.verdict = verdict
        self.judgedAt = judgedAt
        self.level = level
        self.isAppliedElsewhere = isAppliedElsewhere
        self.awaited = awaited
    }

    /// Promised, not come, and no one promised it again: what a broken promise ranks by, in minor units.
    public var missing: Int64 {
        switch verdict {
        case .partlyKept, .broken: promise.isReplaced ? 0 : max(0, expected - came - (late?.amount ?? 0))
        case .pending, .kept, .dueNotVerified, .renegotiated, .void: 0
        }
    }

    /// The currency of the promise and of all its figures.
    public var currency: Currency { promise.amount.currency }
}
