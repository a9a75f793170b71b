/// Calls of a period: how often customers were tried, and how often that reached somebody.
public struct CallFigures: Hashable, Sendable {
    /// All calls, in and out.
    public var calls = 0
    /// Outbound calls that count as an attempt (DOMAIN.md §5).
    public var attempts = 0
    /// Attempts that reached somebody.
    public var contacts = 0
    /// Attempts that reached somebody who can decide.
    public var rightParties = 0
    /// By the hour of the desk's clock, 0 to 23.
    public var byHour = Array(repeating: Reached(), count: 24)
    /// By weekday, Monday first.
    public var byWeekday = Array(repeating: Reached(), count: 7)

    /// Attempts, and how many of them reached somebody.
    public struct Reached: Hashable, Sendable {
        /// Attempts.
        public var attempts = 0
        /// Those that reached somebody.
        public var contacts = 0

        /// None.
        public init() {}

        /// Contacts ÷ attempts.
        public var rate: CountedRate { CountedRate(contacts, of: attempts, else: .noAttempts) }

        mutating func add(_ other: Reached) {
            attempts += other.attempts
            contacts += other.contacts
        }
    }

    /// No calls.
    public init() {}

    /// Contacts ÷ attempts.
    public var contactRate: CountedRate { CountedRate(contacts, of: attempts, else: .noAttempts) }

    /// Right-party contacts of outbound calls ÷ attempts.
    public var rightPartyRate: CountedRate { CountedRate(rightParties, of: attempts, else: .noAttempts) }

    /// Counts a call.
    ///
    /// - Parameters:
    ///   - reach: whom it reached.
    ///   - isAttempt: whether a number was dialled and not busy or wrong (`CallRecord.triesNumber`).
    ///   - local: when it was, on the desk's clock.
    public mutating func add(_ reach: CallResult.Reach, isAttempt: Bool, at local: LocalTime) {
        calls += 1
        guard isAttempt else { return }
        attempts += 1
        if reach >= .contact { contacts += 1 }
        if reach == .rightParty { rightParties += 1 }
        var one = Reached()
        one.attempts = 1
        one.contacts = reach >= .contact ? 1 : 0
        byHour[local.time.minutes / 60].add(one)
        if let place = Weekday.allCases.firstIndex(of: local.day.weekday) { byWeekday[place].add(one) }
    }

    /// Adds calls to other payers.
    public mutating func add(_ other: CallFigures) {
        calls += other.calls
        attempts += other.attempts
        contacts += other.contacts
        rightParties += other.rightParties
        for place in byHour.indices { byHour[place].add(other.byHour[place]) }
        for place in byWeekday.indices { byWeekday[place].add(other.byWeekday[place]) }
    }
}
