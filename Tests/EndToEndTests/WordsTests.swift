import Foundation
import Testing

/// What a caller says, typed behind an option.
@Suite struct WordsTests {
    private func loaded(_ rows: String = "") throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems + rows, to: "open.csv"), "--dates", "ymd")
        try program.callAtAnyHour()
        return program
    }

    private static let twins =
        """
        C2,Birch Inc,X-4711,2026-03-01,2026-03-31,USD,10.00,10.00,\nC2,Birch \
        Inc,Y-4711,2026-03-01,2026-03-31,USD,20.00,20.00,\n
        """

    @Test("Half of what is owed, by a day in words, and a reason as the customer said it")
    func understood() throws {
        let program = try loaded()
        let promised = try program.run("record", "C1", "--promise", "half tomorrow")
        #expect(promised.status == 0)
        #expect((promised.output + promised.errors).contains("850.00 USD by "))
        let disputed = try program.run("record", "C2", "--dispute", "short delivered")
        #expect(disputed.status == 0)
        #expect((disputed.output + disputed.errors).contains("I-3, quantity"))
        let next = try program.run(
            "record", "C2", "--result", "will check", "--note", "asks", "--follow-up", "in two weeks")
        #expect(next.status == 0)
        #expect(next.errors.contains("Next step: ") || next.output.contains("Next step: "))
    }

    @Test("Two days, and two items that end alike, are named with what to write instead")
    func asked() throws {
        let program = try loaded(WordsTests.twins)
        let day = try program.run("record", "C1", "--promise", "500 next month")
        #expect(day.status == 64)
        #expect(day.errors.contains("next month: ") && day.errors.contains(" or "))
        #expect(day.errors.contains("Write \u{201C}500 20"))
        let item = try program.run("record", "C2", "--dispute", "4711 price")
        #expect(item.status == 64)
        #expect(item.errors.contains("X-4711 or Y-4711"))
        #expect(item.errors.contains("Write \u{201C}X-4711 price\u{201D}"))
        let past = try program.run("record", "C1", "--promise", "500 yesterday")
        #expect(past.status == 64)
        #expect(past.errors.contains("is past: a promise is for today or later"))
    }

    @Test("A draft takes the ending of an item's number, and asks where two end so")
    func draft() throws {
        let program = try loaded(WordsTests.twins)
        let two = try program.run("draft", "C2", "--kind", "documents", "--item", "4711", "--to", "jo@birch.example")
        #expect(two.status == 64)
        #expect(two.errors.contains("X-4711 or Y-4711"))
        let one = try program.run("draft", "C2", "--kind", "documents", "--item", "x4711", "--to", "jo@birch.example")
        #expect(one.status == 0)
        #expect(one.output.contains("X-4711"))
    }

    @Test("The home folder is the one that HOME names")
    func home() throws {
        let program = try Program()
        for name in ["DULY_BOOK", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            program.environment[name] = nil
        }
        program.environment["HOME"] = program.folder + "/home"
        #expect(try program.run("import", try program.write(Program.openItems, to: "open.csv")).status == 0)
        #expect(FileManager.default.fileExists(atPath: program.folder + "/home/.local/share/duly/book.duly"))
    }
}
