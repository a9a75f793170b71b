import Testing

@testable import Terminal

@Suite("Width of text")
struct WidthTests {
    @Test(
        "Every script takes the cells that terminals give it",
        arguments: [
            ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국어", 6), ("한", 2), ("ｗｉｄｅ", 8),
            ("ไทย", 3), ("ก็", 1), ("שלום", 4), ("שָׁ", 1), ("مرحبا", 5), ("नमस्ते", 4),
            ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 6), ("❤️", 1), ("🇬🇧", 2), ("€", 1), ("☎◷▓▁▸✓", 6), ("─│┌", 3),
            ("a\u{200D}b", 2), ("\u{200E}abc\u{200F}", 3), ("soft\u{AD}ly", 7),
        ])
    func cells(text: String, cells: Int) {
        #expect(CellWidth.of(text) == cells)
        var canvas = Canvas(size: Size(columns: 20, rows: 1), theme: .standard)
        let end = canvas.put(text, row: 0)
        #expect(end == cells)
    }

    @Test(
        "Controls and unassigned characters are one visible cell",
        arguments: ["\u{7}", "\u{9F}", "\u{378}", "\u{202E}"])
    func unprintable(text: String) {
        #expect(CellWidth.of(text) == 1)
    }

    @Test("Whether a text fits is the same question as how wide it is", arguments: ["abc", "漢字", "👍🏽!", "e\u{301}x"])
    func fits(text: String) {
        let width = CellWidth.of(text)
        #expect(CellWidth.fits(text, in: width))
        #expect(!CellWidth.fits(text, in: width - 1))
    }
}
