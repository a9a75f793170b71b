/// How much of a side a part wants.
public enum Share: Hashable, Sendable {
    /// So many cells, as long as there are any.
    case cells(Int)
    /// A part of what the `cells` leave, in proportion to the other weights.
    case weight(Int)
}

extension Rect {
    /// Parts side by side, from the left, filling the whole width.
    public func splitColumns(_ shares: [Share]) -> [Rect] {
        var left = column
        return Layout.lengths(of: shares, in: columns).map { length in
            defer { left += length }
            return Rect(row: row, column: left, columns: length, rows: rows)
        }
    }

    /// Parts below one another, from the top, filling the whole height.
    public func splitRows(_ shares: [Share]) -> [Rect] {
        var top = row
        return Layout.lengths(of: shares, in: rows).map { length in
            defer { top += length }
            return Rect(row: top, column: column, columns: columns, rows: length)
        }
    }

    /// The first `count` rows, and the rest.
    public func cutTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let parts = splitRows([.cells(count), .weight(1)])
        return (parts[0], parts[1])
    }

    /// The last `count` rows, and the rest. The last rows win when there is no room for both.
    public func cutBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let parts = splitRows([.cells(rows - min(max(0, count), rows)), .weight(1)])
        return (parts[0], parts[1])
    }
}

enum Layout {
    /// Fixed shares are served first, in order; then the weights divide the rest, and no cell is lost to rounding.
    static func lengths(of shares: [Share], in total: Int) -> [Int] {
        var left = max(0, total)
        var lengths = shares.map { share in
            guard case .cells(let wanted) = share else { return 0 }
            let given = min(max(0, wanted), left)
            left -= given
            return given
        }
        var weights = shares.reduce(0) { sum, share in sum + share.weight }
        for (index, share) in shares.enumerated() where share.weight > 0 {
            lengths[index] = left * share.weight / weights
            left -= lengths[index]
            weights -= share.weight
        }
        return lengths
    }
}

extension Share {
    fileprivate var weight: Int {
        guard case .weight(let weight) = self else { return 0 }
        return max(0, weight)
    }
}
