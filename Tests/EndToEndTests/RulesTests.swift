import Foundation
import Testing

/// The book's rules from the command line: shown, changed by a file, taken back.
@Suite struct RulesTests {
    private func loaded() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        return program
    }

    private func queued(_ program: Program) throws -> [String] {
        (try program.run("queue", "--json").json["queue"] as? [[String: Any]] ?? []).compactMap {
            $0["account"] as? String
        }
    }

    private func next(_ program: Program, _ account: String) throws -> String? {
        let steps = try program.run("cadence", account, "--json").json["steps"] as? [[String: Any]]
        return steps?.first?["step"] as? String
    }

    @Test("What is printed can be used again; a change ranks everybody, is in the journal, and is taken back")
    func strategy() throws {
        let program = try loaded()
        for command in ["strategy", "cadence"] {
            let file = try program.write(try program.run(command).output, to: "\(command).toml")
            let same = try program.run(command, "use", file)
            #expect(same.status == 0)
            #expect(same.errors.contains("in force already"))
        }
        #expect(try queued(program) == ["C1", "C2"])
        let used = try program.run("strategy", "use", try program.write("minimum = \"1000.00\"\n", to: "own.toml"))
        #expect(used.status == 0, "\(used.errors)")
        #expect(try queued(program) == ["C1"])
        #expect(try program.run("strategy").output.contains("minimum = \"1000.00\""))
        #expect(try program.run("strategy", "--json").json["minimum"] as? String == "1000.00")
        #expect(try program.run("journal", "--limit", "1").output.contains("own.toml"))
        #expect(try program.run("verify").status == 0)
        #expect(try program.run("strategy", "undo").errors.contains("own.toml"))
        #expect(try queued(program) == ["C1", "C2"])
        #expect(try program.run("strategy", "undo").status == 64)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A wrong file is named with every line and reason, and changes nothing")
    func wrong() throws {
        let program = try loaded()
        let before = try program.run("journal", "--json").output
        let answer = try program.run(
            "strategy", "use", try program.write("minimum = \"x\"\nzone = \"Mars\"\nspeed = 3\n", to: "w.toml"))
        #expect(answer.status == 78)
        for says in [
            "line 1, column 1: minimum", "line 2, column 1: there is no time zone",
            "line 3, column 1: the rules have no speed",
        ] { #expect(answer.errors.contains(says), "\(answer.errors)") }
        #expect(try program.run("cadence", "use", program.folder + "/w.toml").status == 78)
        #expect(try program.run("cadence", "use", program.folder + "/none.toml").status == 66)
        #expect(try program.run("strategy", "abuse").status == 64)
        #expect(try program.run("cadence", "NOBODY").status == 66)
        #expect(try program.run("journal", "--json").output == before)
    }

    @Test("An account's coming steps follow what is recorded, and its own cadence; both are taken back")
    func cadence() throws {
        let program = try loaded()
        try program.callAtAnyHour()
        #expect(try next(program, "C1") == "call 1")
        #expect(try program.run("cadence", "C1").output.contains("due since"))
        #expect(try program.run("record", "C1", "--result", "will check", "--note", "asks").status == 0)
        #expect(try next(program, "C1") == "call 2")
        #expect(try program.run("cadence", "C1").output.contains("formal notice"))
        #expect(try program.run("cadence", "C2", "done").errors.contains("duly record"))

        let letters = """
            [[cadence]]
            name = "standard"
            steps = [{ day = 7, act = "call" }]
            [[cadence]]
            name = "letters"
            steps = [{ day = 3, act = "reminder" }, { day = 20, act = "reminder" }]
            """
        #expect(try program.run("cadence", "use", try program.write(letters, to: "letters.toml")).status == 0)
        #expect(try program.run("cadence", "C2", "use", "nothing").errors.contains("standard, letters"))
        #expect(try program.run("cadence", "C2", "use", "letters").status == 0)
        #expect(try program.run("cadence", "C2", "--json").json["byHand"] as? Bool == true)
        #expect(try next(program, "C2") == "reminder 1")
        #expect(try program.run("cadence", "C2", "done", "--note", "by post").errors.contains("reminder 2"))
        #expect(try next(program, "C2") == "reminder 2")
        #expect(try program.run("follow-ups", "--csv").output.contains("reminder 2"))
        #expect(try program.run("cadence", "C2", "done").status == 64)
        #expect(try program.run("cadence", "C2", "undo").status == 0)
        #expect(try next(program, "C2") == "reminder 1")
        #expect(try program.run("cadence", "C2", "undo").status == 0)
        #expect(try next(program, "C2") == "call")
        #expect(try program.run("verify").status == 0)
    }
}
