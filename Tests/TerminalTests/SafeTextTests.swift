import Testing

@testable import Terminal

@Suite("Text from outside")
struct SafeTextTests {
    @Test(
        "Nothing that acts on a terminal gets through; all of it can be seen",
        arguments: [
            ("\u{1B}[2J", "␛[2J"), ("\u{1B}]0;owned\u{7}", "␛]0;owned␇"), ("\u{9B}31m", "�31m"),
            ("\u{9D}0;x\u{9C}", "�0;x�"),
            ("a\0b", "a␀b"), ("a\u{8}b", "a␈b"), ("del\u{7F}", "del␡"), ("one\ntwo", "one⏎two"),
            ("one\r\ntwo", "one⏎⏎two"),
            ("a\tb", "a b"), ("a\u{2028}b", "a⏎b"), ("a\u{85}b", "a⏎b"),
            ("evil\u{202E}fdp.exe", "evil�fdp.exe"), ("\u{2066}x\u{2069}", "�x�"), ("a\u{200B}b", "a�b"),
            ("a\u{FEFF}b", "a�b"), ("a\u{E0041}b", "a�b"),
        ])
    func attack(text: String, shown: String) {
        #expect(SafeText.line(text) == shown)
        let screen = Screen.drawn(Size(columns: 40, rows: 1), theme: .standard) { $0.put(text, row: 0) }
        #expect(screen.text == shown)
    }

    @Test("No control character of any kind is left, whatever the text")
    func allScalars() {
        for value in (0...0x2FFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = SafeText.line(String(scalar)).unicodeScalars
            #expect(shown.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(!shown.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
        }
    }

    @Test("A block keeps its line breaks, and only those")
    func block() {
        #expect(SafeText.block("one\r\ntwo\rthree\n\u{1B}[31mfour") == "one\ntwo\nthree\n␛[31mfour")
    }

    @Test("Honest text passes unchanged", arguments: ["Müller & Söhne", "北京", "Ελλάδα", "naïve — “quoted”"])
    func honest(text: String) {
        #expect(SafeText.line(text) == text)
    }

    @Test("A megabyte is cut where the field ends", arguments: ["x", "é", "e\u{301}", "漢"])
    func megabyte(unit: String) {
        let long = String(repeating: unit, count: 1_000_000)
        let duration = ContinuousClock().measure {
            #expect(SafeText.line(long, limit: 40).unicodeScalars.count == 40)
            // 39 for a wide character, which doesn't share a cell with the ellipsis.
            #expect((39...40).contains(Line(long).truncated(to: 40).width))
            #expect(Line(long).wrapped(to: 40, limit: 3).count == 3)
            let screen = Screen.drawn(Size(columns: 40, rows: 1), theme: .standard) { $0.put(long, row: 0) }
            #expect(CellWidth.of(screen.text) == 40)
        }
        #expect(duration < .milliseconds(150))
    }

    @Test("A heap of combining marks is cut off, not walked through")
    func zalgo() {
        let heap = "a" + String(repeating: "\u{301}", count: 1_000_000)
        let screen = Screen.drawn(Size(columns: 10, rows: 1), theme: .standard) { $0.put(heap, row: 0) }
        #expect(screen.text.unicodeScalars.count == 5)
    }
}
