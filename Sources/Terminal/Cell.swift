/// One cell of a screen: eight bytes, so that a whole screen is copied and compared in microseconds.
struct Cell: Equatable, Sendable {
    /// A scalar's value; or, from `firstCluster` up, the index of a base character with its combining marks.
    var glyph: UInt32
    var style: Style
    /// 1, 2, or 0 for the right half of a wide character.
    var width: UInt8

    /// Beyond every Unicode scalar.
    static let firstCluster: UInt32 = 0x8000_0000

    static let blank = Cell(glyph: 0x20, style: .normal, width: 1)

    var isCluster: Bool { glyph >= Cell.firstCluster }
    /// One character without marks in one cell.
    var isNarrow: Bool { width == 1 && !isCluster }
}
