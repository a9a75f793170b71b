import Testing

@testable import Terminal

@Suite("Screen")
struct ScreenTests {
    private func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> Screen {
        Screen.drawn(Size(columns: columns, rows: rows), theme: .standard, draw)
    }

    @Test("A screen is text, row by row, without the blanks at the ends")
    func text() {
        let screen = drawn(10, 3) {
            $0.put("one", row: 0)
            $0.put("two  ", row: 2, column: 2)
        }
        #expect(screen.text == "one\n\n  two")
    }

    @Test("What doesn't fit is cut off on every side")
    func clipping() {
        let screen = drawn(10, 4) { canvas in
            canvas.within(Rect(row: 1, column: 2, columns: 5, rows: 2)) { inner in
                inner.put("abcdefgh", row: 0)
                inner.put("abcdefgh", row: 1, column: -3)
                inner.put("above", row: -1)
                inner.put("below", row: 2)
            }
        }
        #expect(screen.text == "\n  abcde\n  defgh\n")
    }

    @Test("Half a wide character at an edge is a blank, and the rest stays in place")
    func wideAtTheEdges() {
        let right = drawn(5, 1) { $0.put("漢字漢", row: 0) }
        #expect(right.text == "漢字")
        #expect(right[row: 0].map(\.width) == [2, 0, 2, 0, 1])
        let left = drawn(5, 1) { $0.put("漢字", row: 0, column: -1) }
        #expect(left.text == " 字")
    }

    @Test("Overwriting half a wide character leaves a blank in place of the other half")
    func overwriting() {
        #expect(
            drawn(6, 1) {
                $0.put("漢字", row: 0); $0.put("x", row: 0, column: 1)
            }.text == " x字")
        #expect(
            drawn(6, 1) {
                $0.put("漢字", row: 0); $0.put("x", row: 0, column: 2)
            }.text == "漢x")
        #expect(
            drawn(6, 1) {
                $0.put("a漢b", row: 0); $0.put("字", row: 0, column: 0)
            }.text == "字 b")
    }

    @Test("An accent in the last cell belongs to its letter")
    func accentAtTheEdge() {
        #expect(drawn(2, 1) { $0.put("xe\u{301}y", row: 0) }.text == "xe\u{301}")
    }

    @Test("Screens that show the same are equal, however they were drawn")
    func equality() {
        let one = drawn(8, 1) { $0.put("e\u{301}", row: 0) }
        let other = drawn(8, 1) {
            $0.put("o\u{308}", row: 0)
            $0.put("e\u{301}", row: 0)
        }
        #expect(one == other)
        #expect(one != drawn(8, 1) { $0.put("e", row: 0) })
        #expect(one != drawn(8, 1) { $0.put("e\u{301}", .good, row: 0) })
    }

    @Test("A frame holds its titles and gives back what is inside")
    func frame() {
        var inside = Rect(columns: 0, rows: 0)
        let screen = drawn(24, 4) { canvas in
            inside = canvas.frame(canvas.bounds, title: "Queue", right: "Now 71")
            canvas.divider(canvas.bounds, row: 2, title: "Note")
        }
        #expect(
            screen.text == """
                ┌ Queue ────── Now 71 ─┐
                │                      │
                ├ Note ────────────────┤
                └──────────────────────┘
                """)
        #expect(inside == Rect(row: 1, column: 1, columns: 22, rows: 2))
    }

    @Test("A title too long for its frame ends in an ellipsis, and the right one gives way")
    func longTitle() {
        let screen = drawn(14, 2) { $0.frame($0.bounds, title: "Northwind Traders", right: "Now") }
        #expect(screen.text == "┌ Northwi… ──┐\n└────────────┘")
    }

    @Test("A title is cut so that the right one has room, as long as it can still be told")
    func titleCutForTheOther() {
        let screen = drawn(38, 2) { $0.frame($0.bounds, title: "Northwind Traders 10442", right: "Leeds 09:41") }
        #expect(screen.text == "┌ Northwind Traders… ── Leeds 09:41 ─┐\n└────────────────────────────────────┘")
    }

    @Test(
        "A bar shows something for little, and is full only for all",
        arguments: [
            (0.0, "░░░░"), (0.01, "▓░░░"), (0.5, "▓▓░░"), (0.99, "▓▓▓░"), (1.0, "▓▓▓▓"), (7.0, "▓▓▓▓"), (-1.0, "░░░░"),
        ])
    func bar(fraction: Double, shown: String) {
        #expect(Theme.standard.bar(fraction, width: 4).plain == shown)
    }

    @Test("The cursor is where it is visible, or nowhere")
    func cursor() {
        let rect = Rect(row: 1, column: 1, columns: 3, rows: 1)
        #expect(
            drawn(9, 3) { $0.within(rect) { $0.placeCursor(row: 0, column: 2) } }.cursor == Position(row: 1, column: 3))
        #expect(drawn(9, 3) { $0.within(rect) { $0.placeCursor(row: 1, column: 0) } }.cursor == nil)
    }

    @Test("Styles can be asked for, and a selected row keeps its text")
    func styles() {
        let screen = drawn(10, 1) {
            $0.put(Line("due ", .muted) + Line("now", .overdue), row: 0)
        }
        #expect(screen.line(row: 0) == Line("due ", .muted) + Line("now", .overdue))
        #expect(screen.style(at: Position(row: 0, column: 5)) == .overdue)
        let selected = drawn(5, 1) {
            $0.put("row", row: 0); $0.restyle(row: 0, .selected)
        }
        #expect(selected.line(row: 0) == Line("row  ", .selected))
    }

    @Test("Nothing is drawn on a screen without cells")
    func empty() {
        #expect(
            drawn(0, 0) {
                $0.put("x", row: 0); $0.frame($0.bounds); $0.fill($0.bounds)
            }.text == "")
    }
}
