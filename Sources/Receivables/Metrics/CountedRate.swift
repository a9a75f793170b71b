/// A share of counted cases; on few of them the counts say more than a percentage.
public struct CountedRate: Hashable, Sendable {
    /// How many of the cases.
    public var part: Int
    /// How many cases.
    public var whole: Int
    /// Why there is no rate where there are no cases.
    public var reason: NoFigure

    /// Below so many cases the counts are shown.
    public static let enough = 20

    /// Creates a rate.
    public init(_ part: Int, of whole: Int, else reason: NoFigure) {
        self.part = part
        self.whole = whole
        self.reason = reason
    }

    /// The share, 0 to 1.
    public var figure: Figure { .ratio(Double(part), Double(whole), else: reason) }

    /// Whether there are so few cases that the counts are shown.
    public var isOfFew: Bool { whole < CountedRate.enough }
}
