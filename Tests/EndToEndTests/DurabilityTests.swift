import Foundation
import Testing

@Suite struct DurabilityTests {
    @Test("Two processes recording at once lose nothing, and the chain is whole", .timeLimit(.minutes(5)))
    func twoWriters() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        let calls = Int(ProcessInfo.processInfo.environment["DULY_TEST_CALLS"] ?? "") ?? 150
        let script =
            """
            i=0; while [ $i -lt \(calls) ]; do \"$0\" record \"$1\" --result 'no answer' --note \"$1 call $i\" \
            --reason 'agreed before' || exit 1; i=$((i+1)); done
            """
        let writers = try ["C1", "C2"].map { account in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", script, Program.path, account]
            process.environment = program.environment
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        for writer in writers {
            writer.waitUntilExit()
            #expect(writer.terminationStatus == 0)
        }
        let proof = try program.run("verify", "--json").json
        #expect(proof["ok"] as? Bool == true)
        #expect(proof["entries"] as? Int == 1 + 2 * calls)
        let journal = try program.run("journal", "--limit", "100000").output
        for account in ["C1", "C2"] {
            #expect((0..<calls).allSatisfy { journal.contains("\(account) call \($0)\n") })
        }
    }

    @Test(
        "Killed at any moment of an import, the book is as before or as after, never between", .timeLimit(.minutes(5)))
    func killedImport() throws {
        let program = try Program()
        let rows = (0..<4_000).map {
            "C\($0 % 300),Name \($0 % 300),N-\($0),2026-01-05,2026-02-04,USD,1200.00,\(Double($0 % 90) + 1)\n"
        }
        let head = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount\n"
        let first = try program.write(Program.openItems, to: "first.csv")
        let second = try program.write(head + rows.joined(), to: "second.csv")
        try program.run("import", first)
        let pristine = program.folder + "/pristine.duly"
        try program.run("backup", pristine)
        let started = Date()
        try program.run("import", second, "--partial", "--book", try copy(pristine, program, "timing"))
        let whole = Date().timeIntervalSince(started)
        var outcomes: Set<Int> = []
        let kills = Int(ProcessInfo.processInfo.environment["DULY_TEST_KILLS"] ?? "") ?? 16
        for nth in 0..<kills {
            let book = try copy(pristine, program, "kill\(nth)")
            let (process, _, _) = try program.start(["import", second, "--partial", "--book", book])
            // Random moments, one from each part of an import, the last ones perhaps after its end.
            let moment = (Double(nth) + Double.random(in: 0..<1)) / Double(kills)
            // A moment of its own is what is tested here; no condition can be waited for.
            usleep(UInt32(whole * 1_050_000 * moment))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let proof = try program.run("verify", "--json", "--book", book).json
            #expect(proof["ok"] as? Bool == true, "killed after \(moment) of an import")
            let accounts = try #require(proof["accounts"] as? Int)
            #expect(accounts == 2 || accounts == 300)
            outcomes.insert(accounts)
        }
        #expect(outcomes.contains(2))
    }

    private func copy(_ pristine: String, _ program: Program, _ name: String) throws -> String {
        let target = program.folder + "/" + name + ".duly"
        try FileManager.default.copyItem(atPath: pristine, toPath: target)
        return target
    }
}
