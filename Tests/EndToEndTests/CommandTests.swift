import Foundation
import Testing

@Suite struct CommandTests {
    private func loaded() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        return program
    }

    @Test("A recorded call is in the journal, rests its account until the follow-up, and the book is sound")
    func record() throws {
        let program = try loaded()
        let answer = try program.run(
            "record", "C1", "--result", "will-check", "--note", "asks the warehouse", "--follow-up", "2099-01-05",
            "--why", "closed until then", "--contact", "Jo", "--reason", "agreed before")
        #expect(answer.status == 0)
        #expect(try program.run("journal").output.contains("asks the warehouse"))
        let page = try program.run("queue", "--later", "--json").json
        let later = try #require(page["later"] as? [[String: Any]])
        #expect(later.contains { $0["account"] as? String == "C1" && $0["wakes"] as? String == "2099-01-05" })
        #expect((page["queue"] as? [[String: Any]])?.contains { $0["account"] as? String == "C1" } == false)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A record from a script answers in JSON with its entry and the next action")
    func recordInJSON() throws {
        let program = try loaded()
        let answer = try program.run(
            "record", "C1", "--result", "will check", "--note", "asks the buyer", "--follow-up", "2099-01-05", "--why",
            "closed until then", "--json", "--reason", "agreed before"
        ).json
        #expect(answer["account"] as? String == "C1")
        #expect(answer["result"] as? String == "will check")
        #expect((answer["entry"] as? Int).map { $0 > 1 } == true)
        #expect((answer["next"] as? [String: String]) == ["kind": "follow-up", "on": "2099-01-05"])
    }

    @Test("The workstation of a past day shows nothing that was imported after it")
    func screenOfThePast() throws {
        let program = try loaded()
        try program.run("morning")
        let today = try program.run("screen", "--size", "100x20").output
        #expect(today.contains("payments up to") && !today.contains("No one to call."))
        let past = try program.run("screen", "--size", "100x20", "--as-of", "2020-01-02").output
        #expect(past.contains("as of Thu 2 Jan 2020") && past.contains("No one to call."))
        #expect(!past.contains("payments up to"))
    }

    @Test("One byte changed in any entry, and verify names the first that doesn't fit")
    func tampering() throws {
        for (column, change) in [
            ("text", "'said nothing'"), ("day", "day + 1"), ("author", "'x'"), ("body", "replace(body, 'out', 'in')"),
            ("hash", "zeroblob(32)"),
        ] {
            let program = try loaded()
            for note in ["one", "two", "three"] {
                try program.run("record", "C1", "--result", "no answer", "--note", note, "--reason", "agreed before")
            }
            let sql = "DROP TRIGGER entry_is_never_changed; UPDATE entry SET \(column) = \(change) WHERE seq = 3;"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
            process.arguments = [program.folder + "/book.duly", sql]
            try process.run()
            process.waitUntilExit()
            let answer = try program.run("verify", "--json")
            #expect(answer.status == 65)
            let problems = answer.json["problems"] as? [[String: String]]
            #expect(problems?.contains { $0["where"] == "entry 3" } == true, "\(column)")
        }
    }

    @Test("The book is its owner's alone from the first byte, and so is what lies beside it")
    func permissions() throws {
        let program = try loaded()
        try program.run("record", "C1", "--result", "no answer", "--reason", "agreed before")
        for file in try FileManager.default.contentsOfDirectory(atPath: program.folder)
        where file.hasPrefix("book.duly") {
            let mode =
                try FileManager.default.attributesOfItem(atPath: program.folder + "/" + file)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(file)")
        }
    }

    static let badInput: [([String], Int32, String)] = [
        (["queue", "--book", "none/such.duly"], 66, "no book"),
        (["import", "open.csv", "--book", "none/such.duly"], 73, "can't be created"),
        (["import", "missing.csv"], 66, "missing.csv"),
        (["account", "C9"], 66, "C9"),
        (["answer", "1"], 66, "Entry 1 is about no customer"),
        (["answer", "99"], 66, "no entry 99"),
        (["record", "C9", "--result", "no answer"], 66, "C9"),
        (["record", "C1", "--result", "nonsense"], 64, "no answer"),
        (["record", "C1", "--result", "will check"], 64, "say what they will check, with --note"),
        (["record", "C2", "--result", "wrong number"], 64, "Which number is wrong? Say so with --number"),
        (["record", "C1", "--result", "will check", "--note", "asks", "--follow-up", "2020-01-01"], 64, "past"),
        (
            ["record", "C1", "--result", "will check", "--note", "asks", "--follow-up", "2027-02-30"], 64,
            "there is no 2027-02-30"
        ),
        (["record", "C1", "--result", "no answer", "--follow-up", "2099-01-05"], 64, "--why"),
        (["record", "C1", "--result", "will check", "--note", "asks", "--follow-up", "2020-01-01T09:00"], 64, "past"),
        (["record", "C1", "--result", "callback agreed", "--follow-up", "2099-01-05"], 64, "T10:30"),
        (["record", "C1", "--result", "promised"], 64, "--promise"),
        (["record", "C1", "--result", "plan agreed"], 64, "--plan"),
        (["record", "C1", "--result", "paid already"], 64, "--paid"),
        (["record", "C1", "--result", "disputes"], 64, "--dispute"),
        (["queue", "--as-of", "yesterday"], 64, "yesterday"),
        (["queue", "--limit", "-1"], 64, "limit"),
        (["queue", "--batch", "nonsense"], 64, "small-balances"),
        (["nonsense"], 64, "nonsense"),
        (["verify", "--book", "open.csv"], 65, "not a book"),
        (["verify", "--book", "other.db"], 65, "another program"),
        (["verify", "--book", "newer.duly"], 65, "newer"),
        (["verify", "--book", "empty.duly"], 65, "empty"),
        (["verify", "--book", "."], 65, "not a file"),
        (["import", "unknown.csv"], 65, "unknown.csv"),
        (["import", "ambiguous.csv"], 65, "--dates"),
    ]

    @Test("Bad input gets a sentence with what to do and its exit code, and changes nothing", arguments: badInput)
    func bad(arguments: [String], status: Int32, says: String) throws {
        let program = try loaded()
        _ = try program.write("a,b\n1,2\n", to: "unknown.csv")
        _ = try program.write("", to: "empty.duly")
        _ = try program.write(
            "Customer,Invoice,Invoice Date,Due Date,Currency,Open Amount\nC1,I-1,02/03/2026,04/05/2026,USD,5.00\n",
            to: "ambiguous.csv")
        for (file, sql) in [("other.db", "CREATE TABLE t(a);"), ("newer.duly", "")] {
            let target = program.folder + "/" + file
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
            if file == "newer.duly" {
                try program.run("backup", target)
                process.arguments = [
                    target, "INSERT INTO grdb_migrations VALUES ('99 from the future'); PRAGMA user_version = 99",
                ]
            } else {
                process.arguments = [target, sql]
            }
            try process.run()
            process.waitUntilExit()
        }
        let before = try program.run("verify").output
        let answer = try program.run(arguments)
        #expect(answer.status == status, "\(answer.errors)")
        #expect(answer.errors.contains(says), "\(answer.errors)")
        #expect(answer.output.isEmpty)
        #expect(try program.run("verify").output == before)
    }

    @Test("A book that another program holds for long is said to be busy")
    func busy() throws {
        let program = try loaded()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        holder.arguments = [program.folder + "/book.duly"]
        let input = Pipe()
        let output = Pipe()
        holder.standardInput = input
        holder.standardOutput = output
        try holder.run()
        input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
        _ = output.fileHandleForReading.availableData
        let answer = try program.run("record", "C1", "--result", "no answer", "--reason", "agreed before")
        try input.fileHandleForWriting.close()
        holder.waitUntilExit()
        #expect(answer.status == 75)
        #expect(answer.errors.contains("busy"))
    }

    @Test("Rows that can't be used are refused with line and reason, kept as they came, and import again once mended")
    func rejects() throws {
        let program = try Program()
        let rows =
            Program.openItems
            + "C3,Cedar,I-4,2026-13-01,2026-03-31,USD,10.00,10.00,\nC4,Elm,I-5,2026-03-01,2026-03-31,USD,,,\n"
        let answer = try program.run("import", try program.write(rows, to: "open.csv"), "--json")
        #expect(answer.status == 1)
        let rejected = try #require(answer.json["rejects"] as? [[String: Any]])
        #expect(rejected.map { $0["line"] as? Int } == [5, 6])
        #expect(answer.json["rows"] as? Int == 5 && answer.json["accepted"] as? Int == 3)
        let kept = program.folder + "/open.csv.rejects.csv"
        var text = try String(contentsOfFile: kept, encoding: .utf8)
        #expect(text.contains("I-4") && text.contains("I-5") && !text.contains("I-3"))
        text = text.replacingOccurrences(of: "2026-13-01", with: "2026-03-01").replacingOccurrences(
            of: "USD,,,", with: "USD,7.00,7.00,")
        try text.write(toFile: kept, atomically: true, encoding: .utf8)
        #expect(try program.run("import", kept, "--json").json["accepted"] as? Int == 2)
        let usd = (try program.run("ageing", "--json").json["totals"] as? [String: [String: String]])?["USD"]
        #expect(usd?["total"] == "1807.50")
    }

    @Test("A dry run says what would change and changes nothing, not even a book that isn't there yet")
    func dryRun() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        let answer = try program.run("import", file, "--dry-run", "--json")
        #expect((answer.json["invoices"] as? [String: Int])?["new"] == 3)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
    }

    @Test("A backup restores, and the book of before is kept")
    func restore() throws {
        let program = try loaded()
        let copy = program.folder + "/copy.duly"
        try program.run("backup", copy)
        try program.run("record", "C1", "--result", "no answer", "--reason", "agreed before")
        #expect(try program.run("backup", copy).status == 73)
        #expect(try program.run("restore", copy).status == 0)
        #expect(try program.run("verify", "--json").json["entries"] as? Int == 1)
        let kept = try FileManager.default.contentsOfDirectory(atPath: program.folder).filter {
            $0.hasPrefix("book.duly.before-")
        }
        #expect(kept.contains { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") })
    }

    @Test("Names with escape sequences reach neither the terminal nor JSON as such")
    func hostile() throws {
        let program = try Program()
        let rows =
            """
            Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Open \
            Amount\nC1,\u{1B}]0;owned\u{07}\u{202E}Evil,I-1,2026-01-05,2026-02-04,USD,1200.00\n
            """
        try program.run("import", try program.write(rows, to: "open.csv"))
        for arguments in [
            ["queue"], ["queue", "--json"], ["account", "C1"], ["account", "C1", "--json"], ["ageing", "--by-account"],
        ] {
            let answer = try program.run(arguments)
            #expect(answer.status == 0)
            #expect(
                !answer.output.unicodeScalars.contains {
                    ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F || $0.value == 0x202E
                })
        }
    }

    @Test(
        "A mistake in the arguments is a sentence, with where to look or what may be meant",
        arguments: [
            (["queue", "--limit", "x"], "See `duly queue --help`."),
            (["queue", "--limitt", "3"], "Did you mean '--limit'?"),
            (["queue", "extra"], "See `duly queue --help`."),
            (["import"], "See `duly import --help`."),
            (["quue"], "Did you mean `duly queue`?"),
            (["help", "quue"], "Did you mean `duly queue`?"),
            (["help", "nonsense"], "There are: account, ageing"),
            (["outbox", "--as-of", "2026-01-05"], "The outbox is as it is now"),
        ])
    func mistakes(arguments: [String], wanted: String) throws {
        let answer = try Program().run(arguments)
        #expect(answer.status == 64)
        #expect(answer.errors.hasPrefix("duly: ") && answer.errors.contains(wanted), "\(answer.errors)")
        #expect(!answer.errors.contains("Usage:") && !answer.errors.contains("Error:"), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }
}
