import Foundation
import Testing

/// Lists go out to departments, and come back answered.
@Suite struct HandOffTests {
    private func loaded() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        for words in ["I-1 price 200", "I-2 quality"] {
            #expect(
                try program.run(
                    "record", "C1", "--dispute", words, "--note", "=they said so", "--reason", "agreed before"
                ).status == 0)
        }
        return program
    }

    @Test("A list goes out as text, CSV, JSON or message, and comes back as a file that is imported once")
    func goesOutAndComesBack() throws {
        let program = try loaded()
        #expect(try program.run("handoff").errors.isEmpty)
        #expect(try program.run("handoff").output.contains("Nothing is waiting"))
        let all = try program.run("handoff", "--all").output
        #expect(all.contains("Sales") && all.contains("Quality") && !all.contains("answer"))
        let message = try program.run("handoff", "sales", "--all", "--draft", "--to", "sales@example.com").output
        #expect(message.contains("\r\nTo: sales@example.com\r\nSubject: sales: 1 dispute to be answered\r\n"))
        let json = try program.run("handoff", "--all", "--json").json["handOff"] as? [[String: Any]]
        #expect(json?.count == 2)
        #expect(json?.first?["askedBy"] as? String == "tester")
        let file = program.folder + "/list.csv"
        #expect(try program.run("handoff", "--all", "--csv", "--output", file).status == 0)
        var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[1].contains("'=they said so"))
        lines[1] = lines[1].dropLast(2) + ",not valid,the contract says so"
        lines[2] = lines[2].dropLast(2) + ",perhaps,"
        let answered = try program.write(
            (lines + ["999,,,,,,,,,,,,valid,"]).joined(separator: "\n"), to: "answered.csv")
        let trial = try program.run("handoff", "--answers", answered, "--dry-run")
        #expect(trial.status == 1)
        #expect(try program.run("disputes", "--state", "open", "--csv").output.split(separator: "\n").count == 3)
        let taken = try program.run("import", answered)
        #expect(taken.status == 1)
        #expect(taken.output.contains("answers: 1 new, 0 known"))
        #expect(taken.output.contains("line 3, answer: “perhaps” is none of valid, not valid, withdrawn, answered"))
        #expect(taken.output.contains("line 4, dispute: the book has no dispute 999"))
        let rejects = try String(contentsOfFile: answered + ".rejects.csv", encoding: .utf8)
        #expect(rejects.split(separator: "\n").count == 3)
        #expect(try program.run("disputes", "--state", "open", "--csv").output.split(separator: "\n").count == 2)
        #expect(try program.run("follow-ups", "--csv").output.contains("owed"))
        let before = try program.run("verify", "--json").json["head"] as? String
        #expect(try program.run("import", answered).status == 1)
        #expect(try program.run("verify", "--json").json["head"] as? String == before)
        // Mended, what was refused is taken from the file that was kept.
        let mended = try program.write(rejects.replacing("perhaps,", with: "withdrawn,"), to: "mended.csv")
        #expect(try program.run("handoff", "--answers", mended).status == 1)
        #expect(try program.run("disputes", "--state", "open").output.contains("No disputes."))
        #expect(try program.run("verify").status == 0)
    }

    @Test("What goes together and what doesn't is said")
    func usage() throws {
        let program = try loaded()
        for arguments in [
            ["--draft"], ["Sales", "--draft", "--csv"], ["--to", "x"], ["Sales", "--draft", "--to", "nobody"],
            ["--answers", "x", "--csv"], ["--dry-run"],
        ] {
            #expect(try program.run(["handoff"] + arguments).status == 64, "\(arguments)")
        }
        #expect(try program.run("handoff", "--answers", program.folder + "/none.csv").status == 66)
        let open = try program.write(Program.openItems, to: "again.csv")
        #expect(try program.run("handoff", "--answers", open).status == 65)
        #expect(try program.run("handoff", "--csv", "--output", "/nonexistent/x.csv").status == 73)
    }

    @Test("A cause, a number and what they think are recorded with a call, counted and listed")
    func remarks() throws {
        let program = try loaded()
        let recorded = try program.run(
            "record", "C1", "--result", "will check", "--cause", "contract", "--new-contact", "Jo Field +1 555 0199",
            "--feedback", "slow portal", "--reason",
            "agreed before")
        #expect(recorded.status == 0)
        #expect(
            try program.run("record", "C1", "--result", "will check", "--cause", "cash", "--reason", "agreed before")
                .status == 64)
        let causes = try program.run("disputes", "--by-cause", "--csv").output
        let lines = causes.split(separator: "\n")
        #expect(lines.first == "cause,times,customers,disputes,overdue,days")
        #expect(lines.dropFirst().first?.hasPrefix("price or contract,1,1,0,1700.00,") ?? false)
        #expect(lines.last == "not said,2,1,2,,")
        #expect(try program.run("disputes", "--by-cause", "--json").json["causes"] is [[String: Any]])
        for kind in ["feedback", "cause", "contact"] {
            let listed = try program.run("journal", "--kind", kind)
            #expect(listed.output.contains("will check"), "\(kind): \(listed.output)")
            #expect(listed.output.split(separator: "\n").count < 8)
        }
        #expect(try program.run("account", "C1").output.contains("feedback: slow portal"))
        let told = try program.run("handoff", "master-data", "--csv").output
        #expect(told.contains("changed contact,\"Jo Field, new\""))
        #expect(try program.run("verify").status == 0)
    }
}
