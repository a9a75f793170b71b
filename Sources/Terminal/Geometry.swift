/// How many cells a screen or a part of it has.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

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
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A part of a screen. Its sides are never negative.
public struct Rect: Hashable, Sendable {
    public let row: Int
    public let column: Int
    public let columns: Int
    public let rows: Int

    public init(row: Int = 0, column: Int = 0, columns: Int, rows: Int) {
        self.row = row
        self.column = column
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    public init(_ size: Size) {
        self.init(columns: size.columns, rows: size.rows)
    }

    public var size: Size { Size(columns: columns, rows: rows) }
    public var isEmpty: Bool { columns == 0 || rows == 0 }
    /// The first row below it.
    public var endRow: Int { row + rows }
    /// The first column to the right of it.
    public var endColumn: Int { column + columns }

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
