import Foundation
import Testing

/// Contact rules, wishes, holds and covers, with the real program.
@Suite(.enabled(if: TerminalSession.isHere, "tmux is not here: the terminal's tests are skipped"), .serialized)
struct ContactTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(ShiftTests.book, to: "open.csv"))
        try program.callAtAnyHour()
        return program
    }

    /// Nobody may be called within half a day from now.
    private func closed() throws -> Program {
        let program = try program()
        let seconds = Int(Date().timeIntervalSince1970) % 86_400
        let isMorning = seconds < 43_200
        try program.run("contact-rules", "--permitted", isMorning ? "23:00-23:30" : "00:30-01:00")
        return program
    }

    @Test("A record against a rule needs a reason, which is kept")
    func reason() throws {
        let program = try closed()
        let refused = try program.run("record", "C1", "--result", "no answer")
        #expect(refused.status == 77)
        #expect(refused.errors.contains("outside permitted hours") && refused.errors.contains("--reason TEXT"))
        #expect(try !program.run("journal", "--kind", "call").output.contains("C1"))
        #expect(try program.run("record", "C1", "--result", "no answer", "--direction", "in").status == 0)
        let json = try program.run("record", "C2", "--result", "no answer", "--reason", "they asked for it", "--json")
            .json
        #expect((json["broke"] as? [String: Any])?["reason"] as? String == "they asked for it")
        #expect(try program.run("journal").output.contains("against permitted hours: they asked for it"))
        #expect(try program.run("account", "C2").output.contains("against permitted hours: they asked for it"))
        #expect(try program.run("verify").status == 0)
    }

    @Test("The reason of a call survives the program")
    func killed() throws {
        let program = try closed()
        var terminal: TerminalSession? = try TerminalSession(program)
        try terminal?.wait(for: "Alder Ltd")
        try terminal?.press("c")
        try terminal?.wait(for: "outside permitted hours")
        try terminal?.press("3")
        try terminal?.wait(for: "call 00:")
        try terminal?.type("half a sentence")
        program.waitForDraft("half a sentence")
        kill(try #require(try terminal?.processID), SIGKILL)
        terminal = nil
        let again = try TerminalSession(program)
        try again.wait(for: "Alder Ltd")
        try again.press("F9")
        try again.wait(for: "half a sentence")
        try again.press("Enter")
        try again.wait(for: "half a sentence")
        try again.press("F8", "n")
        try again.wait(for: "saved: no answer")
        #expect(
            try program.run("journal", "--kind", "call").output.contains("against permitted hours: told by my manager"))
    }

    @Test("Esc calls no one")
    func escape() throws {
        let program = try closed()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.wait(for: "Why call?")
        try terminal.press("Escape")
        try terminal.wait(for: "no one was called")
        #expect(try !terminal.screen.contains("call 00:"))
    }

    @Test("A wish not to be called is recorded, shown, worked in writing and lifted")
    func doNotCall() throws {
        let program = try program()
        #expect(try program.run("record", "C1", "--result", "asked not to be called").status == 64)
        let asked = try program.run(
            "record", "C1", "--do-not-call", "account", "--asked-by", "Jo Alder", "--review", "2099-01-05", "--contact",
            "Jo Alder",
            "--follow-up", "2099-01-02", "--why", "closed until then")
        #expect(asked.status == 0, "\(asked.errors)")
        let account = try program.run("account", "C1", "--json").json
        #expect((account["doNotCall"] as? [[String: Any]])?.first?["askedBy"] as? String == "Jo Alder")
        #expect(try program.run("queue", "--later").output.contains("in writing only"))
        #expect(try program.run("record", "C1", "--result", "no answer").errors.contains("asked on"))
        #expect(try program.run("release", "C1", "--calls").status == 0)
        #expect(try program.run("release", "C1", "--calls").status == 66)
    }

    @Test("A hold rests the account, stays in the ageing, and is released")
    func hold() throws {
        let program = try program()
        #expect(try program.run("hold", "C1", "tired").status == 64)
        #expect(try program.run("hold", "C9", "insolvent").status == 66)
        #expect(try program.run("hold", "C1", "lawyer", "--owner", "maria", "--review", "2099-01-05").status == 0)
        #expect(try program.run("queue", "--later").output.contains("hold: lawyer or agency, maria reviews"))
        #expect(try program.run("ageing").output.contains("16,381"))
        #expect(try program.run("release", "C1").status == 0)
        #expect(try program.run("queue").output.contains("Alder Ltd"))
        #expect(try program.run("release", "C1").status == 66)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A colleague is covered, her accounts are a queue, and she sees what was done")
    func cover() throws {
        let program = try program()
        try program.run("import", try program.write("Customer,Collector\nC1,Ana\nC2,tester\n", to: "customers.csv"))
        #expect(try program.run("cover", "ana", "until", "2020-01-01").status == 64)
        #expect(try program.run("cover", "ana", "until", "2099-01-05").status == 0)
        #expect(try program.run("cover").output.contains("tester covers ana"))
        let mine = try program.run("queue", "--mine").output
        #expect(mine.contains("Alder Ltd") && mine.contains("Birch Inc") && !mine.contains("Cedar SA"))
        try program.run("record", "C1", "--result", "will check", "--note", "looks for it")
        program.environment["DULY_NAME"] = "ana"
        #expect(try program.run("cover", "--return").output.contains("tester Alder Ltd  will check"))
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "While you were away")
        program.environment["DULY_NAME"] = nil
        #expect(try program.run("cover", "ana", "--end").status == 0)
        #expect(try !program.run("cover").output.contains("covers"))
    }

    @Test("A follow-up changes hands with a line, and is listed with its owner")
    func handOver() throws {
        let program = try program()
        try program.run(
            "record", "C1", "--result", "will check", "--note", "asks", "--follow-up", "2099-01-05", "--why",
            "closed until then")
        let list = try program.run("follow-ups", "--json").json
        let id = try #require((list["followUps"] as? [[String: Any]])?.first?["followUp"] as? String)
        #expect(try program.run("follow-ups", id, "--give", "ben").status == 64)
        #expect(try program.run("follow-ups", id, "--give", "ben", "--line", "speaks Polish").status == 0)
        #expect(try program.run("follow-ups", "--owner", "ben").output.contains("Alder Ltd"))
        #expect(try program.run("follow-ups", "--owner", "tester").output.contains("Alder Ltd") == false)
        #expect(try program.run("follow-ups", "999", "--give", "ben", "--line", "x").status == 66)
        #expect(try program.run("journal").output.contains("speaks Polish"))
    }
}
