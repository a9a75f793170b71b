/// How many cells a screen or a part of it has.
public struct Size: Hashable, Sendable {
    /// Cells from left to right.
    public var columns: Int
    /// Rows from top to bottom.
    public var rows: Int

    /// Creates a size; neither number may be negative.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}

extension Size: CustomStringConvertible {
    /// As in `80x24`.
    public var description: String { "\(columns)x\(rows)" }

    /// Reads `80x24`; nil if it isn't two positive numbers.
    public init?(_ text: String) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]), columns > 0, rows > 0
        else { return nil }
        self.init(columns: columns, rows: rows)
    }
}

/// A cell's place: row 0 is the top, column 0 the left.
public struct Position: Hashable, Sendable {
    /// The row, counted from 0 at the top.
    public var row: Int
    /// The column, counted from 0 at the left.
    public var column: Int

    /// Creates a position; it may lie outside of the screen.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A part of a screen. Its sides are never negative.
public struct Rect: Hashable, Sendable {
    /// The first row.
    public let row: Int
    /// The first column.
    public let column: Int
    /// The width in cells, never negative.
    public let columns: Int
    /// The height in rows, never negative.
    public let rows: Int

    /// Creates a rectangle; negative sides count as 0.
    public init(row: Int = 0, column: Int = 0, columns: Int, rows: Int) {
        self.row = row
        self.column = column
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// Creates a rectangle at the origin.
    public init(_ size: Size) {
        self.init(columns: size.columns, rows: size.rows)
    }

    /// Width and height.
    public var size: Size { Size(columns: columns, rows: rows) }
    /// Whether it has no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
    /// The first row below it.
    public var endRow: Int { row + rows }
    /// The first column to the right of it.
    public var endColumn: Int { column + columns }

    /// Whether a cell lies inside.
    public func contains(_ position: Position) -> Bool {
        (row..<endRow).contains(position.row) && (column..<endColumn).contains(position.column)
    }

    /// What both have in common, perhaps nothing.
    public func intersection(_ other: Rect) -> Rect {
        let top = max(row, other.row), left = max(column, other.column)
        return Rect(
            row: top, column: left,
            columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
    }

    /// The same size, moved.
    public func moved(rows downwards: Int, columns rightwards: Int) -> Rect {
        Rect(row: row + downwards, column: column + rightwards, columns: columns, rows: rows)
    }

    /// Without a margin; a frame takes one cell on every side.
    public func inset(columns horizontal: Int = 1, rows vertical: Int = 1) -> Rect {
        Rect(
            row: row + min(vertical, rows), column: column + min(horizontal, columns),
            columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
    }
}
