// How cells are written, and how wide characters keep their halves together.
extension Screen {
    /// What a cell shows: its base character first, then the combining marks.
    func scalars(of cell: Cell) -> [UInt32] {
        cell.isCluster ? clusters[Int(cell.glyph - Cell.firstCluster)] : [cell.glyph]
    }

    /// Puts a character of one or two cells at an index of `cells`. The second cell must be on the same row.
    mutating func set(_ index: Int, glyph: UInt32, width: Int, style: Style) {
        if cells[index].width != 1 { parting(index) }
        cells[index] = Cell(glyph: glyph, style: style, width: UInt8(truncatingIfNeeded: width))
        guard width == 2 else { return }
        if cells[index + 1].width != 1 { parting(index + 1) }
        cells[index + 1] = Cell(glyph: 0, style: style, width: 0)
    }

    /// Puts printable ASCII at an index, as far as it goes, and returns how far that is.
    mutating func set(plain bytes: Slice<UnsafeBufferPointer<UInt8>>, at index: Int, _ style: Style) -> Int {
        let plain = bytes.prefix { $0 >= 0x20 && $0 < 0x7F }
        guard !plain.isEmpty else { return 0 }
        // Inside, every wide character is overwritten whole; only one at either end may lose a half.
        for end in [index, index + plain.count - 1] where cells[end].width != 1 { parting(end) }
        cells.withUnsafeMutableBufferPointer { cells in
            var at = index
            for byte in plain {
                cells[at] = Cell(glyph: UInt32(byte), style: style, width: 1)
                at += 1
            }
        }
        return plain.count
    }

    /// Adds a combining mark to the character at an index. Beyond four marks, more would be lost on the way to
    /// the terminal anyway.
    mutating func combine(_ index: Int, mark: UInt32) {
        let cell = cells[index]
        guard cell.width > 0 else { return }
        var cluster = scalars(of: cell)
        guard cluster.count < 5 else { return }
        cluster.append(mark)
        cells[index].glyph = Cell.firstCluster + UInt32(clusters.count)
        clusters.append(cluster)
    }

    /// Changes how a cell looks.
    mutating func restyle(_ index: Int, _ style: Style) {
        cells[index].style = style
    }

    /// One half of a wide character is about to be overwritten: the other becomes a blank.
    private mutating func parting(_ index: Int) {
        let other = cells[index].width == 2 ? index + 1 : index - 1
        guard cells.indices.contains(other) else { return }
        cells[other].glyph = Cell.blank.glyph
        cells[other].width = 1
    }
}

extension Screen: Equatable {
    /// Two screens are equal if they show the same, however they came to be.
    public static func == (left: Screen, right: Screen) -> Bool {
        left.size == right.size && left.cursor == right.cursor
            && (0..<left.size.rows).allSatisfy { left.showsSame(row: $0, as: right) }
    }

    /// Whether a row shows the same as that row of a screen of the same size.
    func showsSame(row: Int, as other: Screen) -> Bool {
        if clusters.isEmpty, other.clusters.isEmpty { return self[row: row] == other[row: row] }
        // The same characters may have been drawn in another order and so have other indices.
        return zip(self[row: row], other[row: row]).allSatisfy { one, another in
            guard one.isCluster, another.isCluster else { return one == another }
            return one.style == another.style && one.width == another.width
                && scalars(of: one) == other.scalars(of: another)
        }
    }
}
