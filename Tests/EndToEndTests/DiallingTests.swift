import Foundation
import Testing

/// What reaches the user's own program that dials.
@Suite(.enabled(if: TerminalSession.isHere, "tmux is not here: the terminal's tests are skipped"), .serialized)
struct DiallingTests {
    private static let book = """
        Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Contact,Time zone
        C1,-Alder GmbH,I-1,2026-01-05,2026-02-04,EUR,9200.00,9200.00,"030-555012-0, Durchwahl 17 (nur vormittags)",Jo \
        Alder,Europe/Berlin
        C2,Birch Ltd,I-3,2026-03-01,2026-03-31,EUR,5090.50,5090.50,"0113 496 0182 / 0113 496 0190",Kim \
        Birch,Europe/London
        C3,Cedar Inc,I-4,2026-03-01,2026-03-31,EUR,2090.50,2090.50,4.41E+12,Lou Cedar,America/New_York

        """

    /// With a program that writes down what it was given.
    private func program() throws -> (Program, dialled: String) {
        let program = try Program()
        try program.run("import", try program.write(DiallingTests.book, to: "open.csv"))
        try program.callAtAnyHour()
        let dialled = program.folder + "/dialled"
        let script = try program.write("printf '%s|' \"$@\" >> \(dialled)\n", to: "dial.sh")
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let line = "dial = [\"sh\", \"\(script)\", \"{number}\", \"{extension}\", \"{name}\"]\n"
        try Data(line.utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        return (program, dialled)
    }

    private func wait(for text: String, in path: String) {
        let end = Date().addingTimeInterval(5)
        while Date() < end, (try? String(contentsOfFile: path, encoding: .utf8)) != text {
            // Between two looks at the condition.
            usleep(20_000)
        }
    }

    @Test("E.164 and the extension are dialled, a marked number is not, nor is what can be none")
    func dialled() throws {
        let (program, dialled) = try program()
        let marked = try program.run(
            "record", "C2", "--result", "asked not to be called", "--number", "+44 (0)113 496 0182", "--do-not-call",
            "number")
        #expect(marked.status == 0, "\(marked.errors)")
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder GmbH")
        try terminal.press("c")
        try terminal.wait(for: "call 00:")
        let first = "+49305550120|17|Alder GmbH|"
        wait(for: first, in: dialled)
        #expect(try String(contentsOfFile: dialled, encoding: .utf8) == first)
        try terminal.press("F8", "n")
        try terminal.wait(for: "saved: no answer")
        try terminal.type("/birch")
        try terminal.wait(for: "Birch Ltd")
        try terminal.press("Enter", "c")
        let both = first + "+441134960190||Birch Ltd|"
        wait(for: both, in: dialled)
        #expect(try String(contentsOfFile: dialled, encoding: .utf8) == both)
    }

    @Test("A number or a name that begins with a minus is no option of the program that dials")
    func minus() throws {
        let (program, dialled) = try program()
        let rows = """
            Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Contact,Time zone
            C1,--name=x,I-1,2026-01-05,2026-02-04,EUR,9200.00,9200.00,"-030 5550120",Jo Alder,Europe/Berlin
            C2,Birch Ltd,I-3,2026-03-01,2026-03-31,EUR,5090.50,5090.50,"--config=/tmp/x 0113 496 0190",Kim,Europe/London

            """
        try program.run("import", try program.write(rows, to: "minus.csv"))
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "name=x")
        try terminal.press("c")
        try terminal.wait(for: "call 00:")
        try terminal.press("F8", "n")
        try terminal.wait(for: "saved: no answer")
        try terminal.type("/birch")
        try terminal.wait(for: "Birch Ltd")
        try terminal.press("Enter", "c")
        try terminal.wait(for: "call 00:")
        wait(for: "never", in: dialled)
        let words = ((try? String(contentsOfFile: dialled, encoding: .utf8)) ?? "").split(
            separator: "|", omittingEmptySubsequences: false)
        #expect(words.allSatisfy { !$0.hasPrefix("-") }, "\(words)")
        #expect(
            words.enumerated().allSatisfy { $0.offset % 3 != 0 || $0.element.isEmpty || $0.element.hasPrefix("+") },
            "\(words)")
    }

    @Test("A script that dials a marked number in another spelling needs a reason")
    func scripts() throws {
        let (program, _) = try program()
        try program.run(
            "record", "C2", "--result", "asked not to be called", "--number", "0113 496 0182", "--do-not-call", "number"
        )
        for spelling in ["+441134960182", "(0113) 496-0182 ext. 4", "00441134960182"] {
            #expect(
                try program.run("record", "C2", "--result", "no answer", "--number", spelling).status == 77,
                "\(spelling)")
        }
        #expect(try program.run("record", "C2", "--result", "no answer", "--number", "0113 496 0190").status == 0)
        let page = try program.run("account", "C2").output
        #expect(page.contains("0113 496 0182") && page.contains("do not call"))
        #expect(try program.run("account", "C3").output.contains("4.41E+12"))
        #expect(try program.run("account", "C3").output.contains("not a valid number"))
        #expect(try program.run("verify").status == 0)
    }
}
