/// A text broken into rows of a width, and the way between places in the text and places on the rows.
///
/// Words stay whole where they fit. Blanks at the end of a row hang over its edge, so that no row begins with one
/// that was typed between words. One cell of the width is the cursor's, so that it can stand behind a full row.
struct Wrapping {
    struct Row: Equatable {
        /// Offsets of the Characters on this row, without the line break that ends it.
        let range: Range<Int>
        /// Whether a line break or the end of the text follows, and not merely the edge.
        let endsLine: Bool
    }

    let rows: [Row]
    let columns: Int
    private let letters: [Letter]

    init(_ letters: [Letter], columns: Int) {
        self.letters = letters
        self.columns = max(2, columns)
        let cells = self.columns - 1
        // Without the buffer, every step would count references to a Character.
        rows = letters.withUnsafeBufferPointer { Wrapping.broken($0, to: cells) }
    }

    private static func broken(_ letters: UnsafeBufferPointer<Letter>, to cells: Int) -> [Row] {
        var rows: [Row] = []
        var start = 0
        var used = 0
        // Where a word could begin the next row, and the cells used up to there.
        var breakAt: (offset: Int, used: Int)?
        for offset in letters.indices {
            let kind = letters[offset].kind
            let width = Int(letters[offset].cells)
            if kind == .newline {
                rows.append(Row(range: start..<offset, endsLine: true))
                (start, used, breakAt) = (offset + 1, 0, nil)
                continue
            }
            if kind == .blank {
                used += width
                breakAt = (offset + 1, used)
                continue
            }
            if used + width > cells, offset > start {
                let next = breakAt ?? (offset, used)
                rows.append(Row(range: start..<next.offset, endsLine: false))
                (start, used, breakAt) = (next.offset, used - next.used, nil)
            }
            used += width
        }
        rows.append(Row(range: start..<letters.count, endsLine: true))
        return rows
    }

    /// The row and column of an offset. Between two rows of one line it is at the beginning of the second.
    func position(of offset: Int) -> Position {
        // The first row that ends at or behind the offset, by halves: a long note has hundreds of rows.
        var low = 0, high = rows.count - 1
        while low < high {
            let middle = (low + high) / 2
            let row = rows[middle]
            if offset < row.range.upperBound || (offset == row.range.upperBound && row.endsLine) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        let column = letters[rows[low].range.lowerBound..<offset].reduce(0) { $0 + Int($1.cells) }
        return Position(row: low, column: min(column, columns - 1))
    }

    /// The offset nearest to a column of a row, not beyond its last place.
    func offset(row: Int, column: Int) -> Int {
        let row = rows[min(max(0, row), rows.count - 1)]
        // Behind the last Character of a row that the edge has ended, the cursor would be on the next one.
        let last = row.endsLine ? row.range.upperBound : max(row.range.lowerBound, row.range.upperBound - 1)
        var at = row.range.lowerBound
        var used = 0
        while at < last, used + Int(letters[at].cells) <= column {
            used += Int(letters[at].cells)
            at += 1
        }
        return at
    }
}
