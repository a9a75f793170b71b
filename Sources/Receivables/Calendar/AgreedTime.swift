/// A wall-clock time, and the moment it stands for. The one place where a local time becomes an instant in a zone whose
/// clocks may change.
public struct AgreedTime: Hashable, Sendable {
    /// On the customer's clock, or on ours where their zone is not known.
    public var local: LocalTime
    /// The moment in UTC that the local time stands for.
    public var at: Instant
    /// What a change of the clocks does to it.
    public var clock: ClockChange

    /// What a change to or from summer time does to a local time.
    public enum ClockChange: Hashable, Sendable {
        case none
        /// Clocks go back: the time comes twice, and the first is taken.
        case comesTwice
        /// Clocks go forward: there is no such time, and the one an hour later is taken.
        case isSkipped
    }

    /// Finds the instant of a local time in a zone whose clocks may change.
    ///
    /// - Parameters:
    ///   - local: the day and time on the clock.
    ///   - offset: seconds east of UTC at a moment, in the zone of `local`.
    public init(_ local: LocalTime, offset: (Instant) -> Int) {
        let guess = local.instant(offset: offset(local.instant(offset: 0)))
        // The offsets in force well before and well after: they differ only where clocks change in between.
        let before = offset(guess.adding(seconds: -86_400))
        let after = offset(guess.adding(seconds: 86_400))
        let candidates = Set([before, after]).map { local.instant(offset: $0) }.filter { candidate in
            candidate.local(offset: offset(candidate)) == local
        }.sorted()
        if let first = candidates.first {
            self.init(local: local, at: first, clock: candidates.count > 1 ? .comesTwice : .none)
        } else {
            // Read with the offset before the change, a skipped time is the one on the new clock.
            let at = local.instant(offset: before)
            self.init(local: at.local(offset: offset(at)), at: at, clock: .isSkipped)
        }
    }

    private init(local: LocalTime, at: Instant, clock: ClockChange) {
        self.local = local
        self.at = at
        self.clock = clock
    }
}
