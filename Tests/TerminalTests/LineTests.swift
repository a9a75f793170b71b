import Testing

@testable import Terminal

@Suite("Line")
struct LineTests {
    @Test(
        "A line too long ends in an ellipsis and never exceeds its cells",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 6, "漢字…"), ("漢字", 3, "漢…"),
            ("ab", 1, "…"), ("ab", 0, ""), ("", 3, ""),
        ])
    func truncated(text: String, cells: Int, shown: String) {
        #expect(Line(text).truncated(to: cells).plain == shown)
    }

    @Test("Styles survive being cut")
    func cutStyles() {
        let line = Line("Stake ", .muted) + Line("10,300", .strong)
        #expect(line.truncated(to: 9) == Line("Stake ", .muted) + Line("10", .strong) + Line("…", .strong))
    }

    @Test(
        "A field is filled up on the side that its alignment leaves",
        arguments: [
            (Alignment.left, "ab   "), (.right, "   ab"), (.centre, " ab  "),
        ])
    func padded(alignment: Alignment, shown: String) {
        #expect(Line("ab").padded(to: 5, alignment).plain == shown)
    }

    @Test(
        "Text wraps between words; a word longer than the line is broken",
        arguments: [
            ("", 5, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
            ("one   two", 5, ["one", "two"]),
            ("abcdefgh", 3, ["abc", "def", "gh"]), ("a bcdefg", 3, ["a", "bcd", "efg"]),
            ("a\nb\r\nc", 5, ["a", "b", "c"]),
            ("a\n\nb", 5, ["a", "", "b"]), ("漢字漢字", 5, ["漢字", "漢字"]), ("  in", 6, ["  in"]),
        ])
    func wrapped(text: String, cells: Int, rows: [String]) {
        #expect(Line(text).wrapped(to: cells).map(\.plain) == rows)
    }

    @Test("Wrapping keeps every style with its words")
    func wrappedStyles() {
        let line = Line("promise ", .good) + Line("broken", .overdue)
        #expect(line.wrapped(to: 8) == [Line("promise", .good), Line("broken", .overdue)])
    }
}
