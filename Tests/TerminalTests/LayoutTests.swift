import Testing

@testable import Terminal

@Suite("Layout")
struct LayoutTests {
    @Test(
        "Fixed parts come first, weights share the rest to the last cell",
        arguments: [
            (10, [Share.cells(3), .weight(1)], [3, 7]), (10, [.weight(1), .weight(2)], [3, 7]),
            (10, [.weight(1), .cells(4), .weight(1)], [3, 4, 3]), (3, [.cells(5), .weight(1)], [3, 0]),
            (0, [.weight(1), .weight(1)], [0, 0]), (7, [.weight(1), .weight(1), .weight(1)], [2, 2, 3]),
        ])
    func shares(total: Int, shares: [Share], lengths: [Int]) {
        #expect(Layout.lengths(of: shares, in: total) == lengths)
    }

    @Test("Parts lie side by side and fill the whole")
    func columns() {
        let parts = Rect(row: 2, column: 5, columns: 20, rows: 3).splitColumns([.cells(8), .weight(1)])
        #expect(
            parts == [Rect(row: 2, column: 5, columns: 8, rows: 3), Rect(row: 2, column: 13, columns: 12, rows: 3)])
    }

    @Test("A footer is cut off first when there is room for nothing else")
    func bottom() {
        let (rest, bottom) = Rect(columns: 9, rows: 1).cutBottom(1)
        #expect(rest.rows == 0)
        #expect(bottom.rows == 1)
        #expect(Rect(columns: 9, rows: 5).cutTop(2).rest == Rect(row: 2, columns: 9, rows: 3))
    }

    @Test("Sides are never negative")
    func tiny() {
        #expect(Rect(columns: 1, rows: 1).inset().isEmpty)
        #expect(Rect(columns: 3, rows: 3).intersection(Rect(row: 5, column: 5, columns: 2, rows: 2)).isEmpty)
    }

    @Test(
        "Sizes are read as they are written",
        arguments: [("80x24", Size(columns: 80, rows: 24)), ("80", nil), ("0x1", nil), ("axb", nil)])
    func size(text: String, size: Size?) {
        #expect(Size(text) == size)
    }
}
