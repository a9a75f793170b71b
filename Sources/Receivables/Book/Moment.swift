/// When it is, for a reading.
public struct Moment: Sendable, Hashable {
    /// The moment in UTC, by which appointments and contact hours are judged.
    public var at: Instant
    /// The date in the book's zone.
    public var day: Day

    /// Creates a moment; `day` must be the date of `at` in the book's zone.
    public init(at: Instant, day: Day) {
        self.at = at
        self.day = day
    }
}
