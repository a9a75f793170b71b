/// Which figures are asked for.
public struct FiguresQuery: Sendable {
    /// Apart by what.
    public enum Grouping: String, Sendable, CaseIterable { case collector, segment }

    /// In rising order.
    public var periods: [Period]
    /// The day on which they are told: what was known then.
    public var day: Day
    /// Whose accounts; nil for everybody's.
    public var people: [String]?
    /// Apart by collector or segment, as accounts have them today; nil for all together.
    public var grouping: Grouping?
    /// Parts of formulas whose rows are wanted.
    public var rows: Set<FigureRow.Part>
    /// The desk's clock.
    public var clock: @Sendable (Instant) -> LocalTime

    /// Creates a query.
    public init(
        _ periods: [Period], on day: Day, of people: [String]? = nil, by grouping: Grouping? = nil,
        rows: Set<FigureRow.Part> = [], clock: @escaping @Sendable (Instant) -> LocalTime
    ) {
        self.periods = periods
        self.day = day
        self.people = people
        self.grouping = grouping
        self.rows = rows
        self.clock = clock
    }
}
