/// What the book holds for the figures asked for.
public struct BookFigures: Sendable {
    /// By period, then by group.
    public var slices: [FigureSlice]
    /// What was counted, as far as it was asked for.
    public var rows: [FigureRow]

    /// Creates figures.
    public init(slices: [FigureSlice], rows: [FigureRow]) {
        self.slices = slices
        self.rows = rows
    }
}
