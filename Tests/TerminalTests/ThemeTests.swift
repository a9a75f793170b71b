import Testing

@testable import Terminal

@Suite("Theme")
struct ThemeTests {
    @Test(
        "Words become a look",
        arguments: [
            ("", Paint()), ("bold", Paint(attributes: .bold)),
            ("red bold", Paint(foreground: .ansi(1), attributes: .bold)),
            (
                "bold underline bright-blue on #102030",
                Paint(
                    foreground: .ansi(12), background: .rgb(red: 16, green: 32, blue: 48),
                    attributes: [.bold, .underline])
            ),
            ("208", Paint(foreground: .indexed(208))), ("7 on default", Paint(foreground: .ansi(7))),
            ("Grey", Paint(foreground: .ansi(8))),
        ])
    func paint(words: String, paint: Paint) throws {
        #expect(try Paint.parse(words) == paint)
    }

    @Test(
        "A wrong word is named",
        arguments: [
            ("redd bold", PaintError.unknownWord("redd")), ("red on", .missingBackground),
            ("red blue", .secondForeground("blue")),
            ("red on #12345", .unknownWord("#12345")), ("red on blue bold", .afterBackground("bold")),
            ("256", .unknownWord("256")),
        ])
    func paintErrors(words: String, error: PaintError) {
        #expect(throws: error) { try Paint.parse(words) }
    }

    @Test("A theme is laid over another, entry by entry")
    func entries() throws {
        let theme = try Theme(
            name: "mine", entries: ["overdue": ThemeEntry(style: "blue"), "good": ThemeEntry(mark: "ok")],
            glyphs: ["check": "+"])
        #expect(theme[.overdue] == Theme.Slot(Paint(foreground: .ansi(4)), mark: "!"))
        #expect(theme[.good] == Theme.Slot(Theme.standard[.good].paint, mark: "ok"))
        #expect(theme.glyphs[.check] == "+")
        #expect(theme.glyphs[.cross] == "✗")
    }

    @Test(
        "A wrong entry is named, with what may have been meant",
        arguments: [
            (["overdeu": ThemeEntry()], [:], ThemeError.unknownSlot("overdeu", near: "overdue")),
            (["zebra": ThemeEntry()], [:], .unknownSlot("zebra", near: nil)),
            (["good": ThemeEntry(style: "gren")], [:], .paint(slot: "good", .unknownWord("gren"))),
            (["good": ThemeEntry(mark: "yes")], [:], .longMark(slot: "good", mark: "yes")),
            ([:], ["chek": "+"], .unknownGlyph("chek", near: "check")),
            ([:], ["check": "漢"], .notOneCell(entry: "glyphs.check", sign: "漢")),
        ])
    func entryErrors(entries: [String: ThemeEntry], glyphs: [String: String], error: ThemeError) {
        #expect(throws: error) { try Theme(name: "mine", entries: entries, glyphs: glyphs) }
    }

    @Test(
        "A colour is the nearest one that the terminal has",
        arguments: [
            (Colour.standard, 256, nil), (.ansi(9), 16, 9), (.ansi(9), 8, 1), (.ansi(9), 0, nil),
            (.indexed(196), 256, 196),
            (.indexed(196), 16, 9), (.rgb(red: 255, green: 0, blue: 0), 256, 196),
            (.rgb(red: 255, green: 0, blue: 0), 16, 9),
            (.rgb(red: 8, green: 8, blue: 8), 256, 232), (.rgb(red: 200, green: 0, blue: 0), 8, 1),
            (.rgb(red: 1, green: 2, blue: 3), 2, nil),
        ] as [(Colour, Int, Int?)])
    func quantised(colour: Colour, colours: Int, index: Int?) {
        #expect(colour.index(among: colours) == index)
    }

    @Test("Without colours, what stood on a ground of its own is reversed")
    func mono() throws {
        #expect(try Paint.parse("bold white on red").withoutColours == Paint(attributes: [.bold, .reverse]))
        #expect(try Paint.parse("bold red").withoutColours == Paint(attributes: .bold))
        for style in Style.allCases {
            #expect(Theme.mono[style].paint.index == nil)
        }
    }

    @Test("Every sign is one cell wide, in both variants, and the ASCII ones are ASCII", arguments: Glyph.allCases)
    func glyphs(glyph: Glyph) {
        #expect(CellWidth.of(Glyphs.unicode[glyph]) == 1)
        #expect(CellWidth.of(Glyphs.ascii[glyph]) == 1)
        #expect(Glyphs.ascii[glyph].utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("Whatever a colour says, a mark says too, and no two meanings share one")
    func marks() {
        let meanings: [Style] = [.selected, .overdue, .soon, .good, .promised, .disputed, .structured, .alert]
        let marks = meanings.map { Theme.standard[$0].mark }
        #expect(marks.allSatisfy { CellWidth.of($0) == 1 })
        #expect(Set(marks).count == marks.count)
    }
}

extension Paint {
    fileprivate var index: Int? { foreground.index(among: 256) ?? background.index(among: 256) }
}
