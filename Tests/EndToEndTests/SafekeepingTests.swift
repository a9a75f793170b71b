import FileStore
import Foundation
import Testing

/// Backups, restoring, exporting, erasing and repairing, as a user does them.
@Suite struct SafekeepingTests {
    private func loaded() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        return program
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("A book named by a bare name is backed up beside it")
    func bareName() throws {
        let program = try loaded()
        let answer = try program.run("morning", "--book", "book.duly")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try names(program.folder + "/backups").count == 1)
    }

    @Test(
        "Killed at any moment, morning and backup leave a whole backup or none, and the day's is made again",
        .timeLimit(.minutes(5)))
    func killed() throws {
        let program = try Program()
        let rows = (0..<6_000).map {
            "C\($0 % 300),Name \($0 % 300),N-\($0),2026-01-05,2026-02-04,USD,1200.00,\(Double($0 % 90) + 1)\n"
        }
        let head = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount\n"
        try program.run("import", try program.write(head + rows.joined(), to: "open.csv"))
        let backups = program.folder + "/backups"
        let copy = program.folder + "/copy.duly"
        for arguments in [["morning"], ["backup", copy]] {
            let started = Date()
            try program.run(arguments)
            let whole = Date().timeIntervalSince(started)
            let kills = Int(ProcessInfo.processInfo.environment["DULY_TEST_KILLS"] ?? "") ?? 8
            for nth in 0..<kills {
                try? FileManager.default.removeItem(atPath: backups)
                unlink(copy)
                let (process, _, _) = try program.start(arguments)
                // Most of the time goes into what comes before the copy.
                let moment = 0.3 + 0.7 * (Double(nth) + Double.random(in: 0..<1)) / Double(kills)
                // A moment of its own is what is tested here; no condition can be waited for.
                usleep(UInt32(whole * 1_000_000 * moment))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let made = ((try? names(backups)) ?? []).filter { $0.hasSuffix(".duly") }.map { backups + "/" + $0 }
                for file in made + (access(copy, F_OK) == 0 ? [copy] : []) {
                    #expect(try program.run("verify", "--book", file).status == 0, "killed after \(moment)")
                }
                let isMade = access(copy, F_OK) == 0
                #expect(try program.run(arguments).status == (isMade ? 73 : 0))
                let left = try names(program.folder) + ((try? names(backups)) ?? [])
                #expect(!left.contains { $0.contains(".new-") }, "\(left)")
            }
        }
    }

    @Test(
        "Killed at any moment of a restore, there is a whole book, and the old one is not lost",
        .timeLimit(.minutes(5)), arguments: [false, true])
    func killedRestore(isDamaged: Bool) throws {
        let program = try loaded()
        let copy = program.folder + "/copy.duly"
        try program.run("backup", copy)
        try program.run("record", "C1", "--result", "no answer", "--reason", "agreed before")
        let book = program.folder + "/book.duly"
        let old = try Data(contentsOf: URL(fileURLWithPath: book))
        let damaged = Data("no book any more".utf8)
        let started = Date()
        try program.run("restore", copy)
        let whole = Date().timeIntervalSince(started)
        for nth in 0..<12 {
            for name in try names(program.folder) where name.hasPrefix("book.duly") {
                unlink(program.folder + "/" + name)
            }
            try (isDamaged ? damaged : old).write(to: URL(fileURLWithPath: book))
            let (process, _, _) = try program.start(["restore", copy])
            // A moment of its own is what is tested here; no condition can be waited for.
            usleep(UInt32(whole * 1_000_000 * (Double(nth) + Double.random(in: 0..<1)) / 12))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(access(book, F_OK) == 0)
            let proof = try program.run("verify", "--json")
            if proof.status == 0, proof.json["entries"] as? Int == 1 {
                #expect(
                    try names(program.folder).contains { $0.hasPrefix("book.duly.before-") && !$0.contains(".new-") })
            } else if isDamaged {
                #expect(try Data(contentsOf: URL(fileURLWithPath: book)) == damaged)
            } else {
                #expect(proof.json["entries"] as? Int == 2)
            }
            #expect(try program.run("restore", copy).status == 0)
            #expect(try program.run("verify", "--json").json["entries"] as? Int == 1)
            #expect(try !names(program.folder).contains { $0.contains(".new-") })
        }
    }

    @Test(
        "What is called saved while backups are restored by force is in the book or in one that was kept",
        .timeLimit(.minutes(5)))
    func forcedMeanwhile() throws {
        let program = try loaded()
        let copy = program.folder + "/copy.duly"
        try program.run("backup", copy)
        let script =
            """
            i=0; while [ ! -e stop ]; do i=$((i+1)); \"$0\" record \"$1\" --result 'no answer' --note \"$1-$i-\" \
            --reason 'agreed before' && echo \"$1-$i-\" >> \"saved-$1\"; done
            """
        let writers = try ["C1", "C2"].map { account in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", script, Program.path, account]
            process.environment = program.environment
            process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        var restores = 0
        for _ in 0..<6 { restores += try program.run("restore", copy, "--force").status == 0 ? 1 : 0 }
        _ = try program.write("", to: "stop")
        for writer in writers { writer.waitUntilExit() }
        #expect(restores > 0)
        var found = ""
        for name in try names(program.folder)
        where name == "book.duly"
            || (name.hasPrefix("book.duly.before-") && !name.hasSuffix("-wal") && !name.hasSuffix("-shm"))
        {
            #expect(try program.run("verify", "--book", program.folder + "/" + name).status == 0)
            found += try program.run("journal", "--limit", "100000", "--book", program.folder + "/" + name).output
        }
        for account in ["C1", "C2"] {
            let saved = (try? String(contentsOfFile: program.folder + "/saved-" + account, encoding: .utf8)) ?? ""
            #expect(saved.split(separator: "\n").allSatisfy { found.contains($0) })
        }
    }

    @Test("A book is made again from its export, and is the same")
    func rebuilt() throws {
        let program = try loaded()
        try program.run("morning")
        try program.run(
            "record", "C1", "--result", "no answer", "--note", "=says \"soon\",\nor \u{1F600} never", "--reason",
            "agreed before")
        let folder = program.folder + "/export"
        #expect(try program.run("export", "--to", folder).status == 0)
        #expect(try program.run("export", "--to", folder).status == 73)
        let files = try names(folder)
        #expect(
            files.contains("entry.csv") && files.contains("entry.json") && files.contains("account.csv")
                && files.contains("contents.json"))
        for file in files {
            var status = stat()
            #expect(stat(folder + "/" + file, &status) == 0 && status.st_mode & 0o777 == 0o600)
            guard file.hasSuffix(".json") else { continue }
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))))
                    != nil)
        }
        let rebuilt = program.folder + "/rebuilt.duly"
        let answer = try program.run("rebuild", "--from", folder, "--book", rebuilt)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try program.run("rebuild", "--from", folder, "--book", rebuilt).status == 73)
        for arguments in [
            ["verify", "--json"], ["queue", "--json", "--as-of", "2026-11-20"], ["journal", "--json"],
            ["account", "C1", "--as-of", "2026-11-20"],
        ] {
            #expect(
                try program.run(arguments + ["--book", rebuilt]).output == program.run(arguments).output, "\(arguments)"
            )
        }
        try Data("[\n]\n".utf8).write(to: URL(fileURLWithPath: folder + "/entry.json"))
        #expect(try program.run("rebuild", "--from", folder, "--book", program.folder + "/other.duly").status == 65)
        #expect(
            try program.run("rebuild", "--from", program.folder, "--book", program.folder + "/other.duly").status == 66)
        #expect(try !names(program.folder).contains { $0.hasPrefix("other") })
    }

    @Test("Words are erased by the number of their entry; copies that may hold them are named")
    func redacted() throws {
        let program = try loaded()
        try program.run("record", "C1", "--result", "no answer", "--note", "says zanzibar", "--reason", "agreed before")
        try program.run("morning")
        let answer = try program.run("redact", "2")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors.contains("backups/book-"))
        #expect(try program.run("verify").status == 0)
        #expect(try !program.run("journal").output.contains("zanzibar"))
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: program.folder + "/book.duly")).range(of: Data("zanzibar".utf8))
                == nil)
        #expect(try program.run("redact", "1").status == 64)
        #expect(try program.run("redact", "77").status == 66)
    }

    @Test("Of a file that can't be read to its end, verify says so, in JSON too, and what to do")
    func torn() throws {
        let program = try loaded()
        try program.run("morning")
        let file = program.folder + "/book.duly"
        var bytes = try #require(FileManager.default.contents(atPath: file))
        // The page on which the schema goes on, or tables begin.
        bytes.replaceSubrange(4_096..<12_288, with: Data(repeating: 0x5A, count: 8_192))
        try bytes.write(to: URL(fileURLWithPath: file))
        for more in [[], ["--repair"]] {
            let answer = try program.run(["verify"] + more)
            #expect(answer.status == 65)
            #expect(answer.output.hasPrefix("damage: "), "\(answer.output)")
            #expect(
                answer.errors.contains("duly restore") && !answer.errors.contains("duly verify"), "\(answer.errors)")
        }
        #expect(try program.run("verify", "--json").output.contains("\"ok\":false"))
    }

    @Test("morning tells programs what it did")
    func morningForPrograms() throws {
        let program = try loaded()
        let first = try program.run("morning", "--json").output
        #expect(first.contains("\"toCall\":") && first.contains("backups/book-"), "\(first)")
        #expect(try program.run("morning", "--json").output.contains("\"backup\":null"))
    }

    @Test("verify --repair says what was wrong and what it made again")
    func repaired() throws {
        let program = try loaded()
        try program.run("morning")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [program.folder + "/book.duly", "DELETE FROM standing WHERE payer = 1"]
        try process.run()
        process.waitUntilExit()
        #expect(try program.run("verify").status == 65)
        let answer = try program.run("verify", "--repair")
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.output.contains("coverage") && answer.output.contains("Rebuilt"))
        #expect(try program.run("verify").status == 0)
        #expect(try program.run("verify", "--repair").output.contains("Sound"))
    }

    @Test(
        "A book that is restored under an open workstation: the record waits, the draft stays, and it is said",
        .enabled(if: TerminalSession.isHere))
    func restoredUnderneath() throws {
        let program = try loaded()
        try program.callAtAnyHour()
        let copy = program.folder + "/copy.duly"
        try program.run("backup", copy)
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        #expect(try program.run("restore", copy).status == 75)
        #expect(try program.run("restore", copy, "--force").status == 0)
        try terminal.wait(for: "nothing is saved")
        try terminal.press("c")
        try terminal.type("precious words")
        try terminal.press("F8", "u")
        try terminal.wait(for: "the book was replaced")
        program.waitForDraft("precious words")
        #expect(try !program.run("journal").output.contains("precious words"))
    }

    @Test(
        "A book that is moved away under an open workstation, and back: the record waits for it",
        .enabled(if: TerminalSession.isHere))
    func movedUnderneath() throws {
        let program = try loaded()
        try program.callAtAnyHour()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        let book = program.folder + "/book.duly", away = program.folder + "/away.duly"
        try FileManager.default.copyItem(atPath: book, toPath: away)
        #expect(rename(book, program.folder + "/old.duly") == 0)
        #expect(rename(away, book) == 0)
        try terminal.press("c")
        try terminal.type("precious words")
        try terminal.press("F8", "u")
        try terminal.wait(for: "the book was replaced")
        program.waitForDraft("precious words")
        #expect(rename(program.folder + "/old.duly", book) == 0)
        try terminal.wait(for: "saved: will check")
        #expect(try program.run("journal").output.contains("precious words"))
    }

    /// The library that lets a system call fail, made for this run; nil where there is no compiler.
    private static let failing: String? = {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Torture/failing.c").path
        let library = NSTemporaryDirectory() + "duly-failing-\(getpid()).so"
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/cc")
        compiler.arguments = ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
        guard (try? compiler.run()) != nil else { return nil }
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? library : nil
    }()

    @Test(
        "A disk that gets full at any write of a restore or a morning: it names what could not be written",
        .enabled(if: failing != nil), .timeLimit(.minutes(5)))
    func fullDisk() throws {
        let program = try loaded()
        let copy = program.folder + "/copy.duly"
        try program.run("backup", copy)
        program.environment["LD_PRELOAD"] = SafekeepingTests.failing
        var found = 0
        for (arguments, wrong) in [
            (["restore", copy], "\(copy) was left"), (["restore", copy, "--book", "new.duly"], "new.duly was left"),
            (["morning"], "/backups/"), (["backup", "other.duly"], "other.duly was left"),
        ] {
            for nth in stride(from: 1, through: 121, by: 4) {
                program.environment["DULY_FAIL"] = "write:\(nth):ENOSPC"
                let answer = try program.run(arguments)
                for name in ["new.duly", "other.duly"] { unlink(program.folder + "/" + name) }
                try? FileManager.default.removeItem(atPath: program.folder + "/backups")
                guard answer.status != 0 else { continue }
                found += 1
                #expect(answer.status == 74, "\(arguments) at write \(nth): \(answer.errors)")
                #expect(
                    !(answer.errors.contains(wrong) && answer.errors.contains("left as it was")), "\(answer.errors)")
                #expect(!answer.errors.contains(".new-"), "\(answer.errors)")
                #expect(
                    !answer.errors.contains(copy) || answer.errors.contains("kept"),
                    "\(arguments) at write \(nth): \(answer.errors)")
            }
        }
        #expect(found > 20)
    }
}
