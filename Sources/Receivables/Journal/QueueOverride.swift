/// What a caller did to a row of the queue by hand (DOMAIN.md §5); dealing with the payer ends it.
public struct QueueOverride: Hashable, Sendable {
    /// Whether it stands at the top of the queue until it is dealt with.
    public var isPinned: Bool
    /// The newest day on which it was put off within the day.
    public var putOff: Day?
    /// On how many days it was put off since it was last dealt with.
    public var daysPutOff: Int

    /// Creates an override; by default the row keeps its place.
    public init(isPinned: Bool = false, putOff: Day? = nil, daysPutOff: Int = 0) {
        self.isPinned = isPinned
        self.putOff = putOff
        self.daysPutOff = daysPutOff
    }

    mutating func putOff(on day: Day) {
        if putOff != day { daysPutOff += 1 }
        putOff = day
        isPinned = false
    }
}
