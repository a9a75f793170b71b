import Foundation
import Testing

/// A caller's work in a real terminal.
@Suite(.enabled(if: TerminalSession.isHere, "tmux is not here: the terminal's tests are skipped"), .serialized)
struct ShiftTests {
    static let book = """
        Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Contact
        C1,Alder Ltd,I-1,2026-01-05,2026-02-04,USD,9200.00,9200.00,+1 555 0100,Jo Alder
        C2,Birch Inc,I-3,2026-03-01,2026-03-31,USD,5090.50,5090.50,+1 555 0101,Kim Birch
        C3,Cedar SA,I-4,2026-03-01,2026-03-31,USD,2090.50,2090.50,+1 555 0102,Lou Cedar

        """

    private func program() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(ShiftTests.book, to: "open.csv"))
        try program.callAtAnyHour()
        return program
    }

    @Test("No answer takes three keys, and the next account is on screen")
    func threeKeys() throws {
        let program = try program()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c", "F8", "n")
        try terminal.wait(for: "saved: no answer")
        try terminal.wait(for: "Birch Inc C2")
        let journal = try program.run("journal", "--kind", "call").output
        #expect(journal.contains("C1") && journal.contains("no answer"))
    }

    @Test(
        "A note in many scripts is parked for a call, the program is killed, both drafts come back and are wrapped up")
    func killedInMidNote() throws {
        let program = try program()
        let words = "spoke 你好 สวัสดี שלום 👍 ok"
        var terminal: TerminalSession? = try TerminalSession(program)
        try terminal?.wait(for: "Alder Ltd")
        try terminal?.press("Enter", "c")
        try terminal?.wait(for: "call 00:")
        try terminal?.type(words)
        try terminal?.wait(for: "ok")
        try terminal?.press("F9")
        try terminal?.type("cedar")
        try terminal?.wait(for: "Cedar SA")
        try terminal?.press("Enter")
        try terminal?.wait(for: "they called")
        try terminal?.type("asks for a copy")
        try terminal?.wait(for: "draft saved")
        program.waitForDraft("asks for a copy")
        let process = try #require(try terminal?.processID)
        kill(process, SIGKILL)
        terminal = nil

        let again = try TerminalSession(program)
        try again.wait(for: "Alder Ltd")
        try again.press("F9")
        let list = try again.wait(for: "asks for a copy")
        #expect(list.contains("Cedar SA") && list.contains("Alder Ltd"))
        try again.press("Escape", "Enter", "i")
        try again.wait(for: "สวัสดี")
        try again.press("F8", "u")
        try again.wait(for: "saved: will check")
        let journal = try program.run("journal", "--kind", "call", "--json").output
        #expect(journal.contains("你好") && journal.contains("👍"))
        try again.press("F9")
        try again.wait(for: "▸Cedar SA")
        try again.press("Enter")
        try again.wait("the note") { $0.contains("asks for a copy") && $0.contains("they called") }
        try again.press("F8", "c")
        try again.wait(for: "saved: wants documents")
        #expect(try program.run("verify").status == 0)
        #expect(try program.run("journal", "--kind", "call").output.contains("call in"))
    }

    @Test(
        "The same key script gives the same picture headless and in a terminal",
        arguments: [(80, 24), (120, 36), (200, 60)])
    func samePicture(columns: Int, rows: Int) throws {
        let program = try program()
        let keys = "j<enter>"
        let moment = "2026-11-20T09:41"
        let headless = try program.run("screen", "--keys", keys, "--size", "\(columns)x\(rows)", "--as-of", moment)
        let terminal = try TerminalSession(
            program, columns: columns, rows: rows, command: "exec duly desk --as-of \(moment)")
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("j", "Enter")
        let picture = headless.output.trimmingCharacters(in: .newlines)
        #expect(picture.contains("+1 555 0101"))
        try terminal.wait("the headless picture\n\(picture)\n") { $0.trimmingCharacters(in: .newlines) == picture }
    }

    @Test("Ten thousand keys as fast as they come: none is lost, none misdirected")
    func flood() throws {
        let program = try program()
        let terminal = try TerminalSession(program, columns: 120, rows: 40)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("Enter", "c")
        try terminal.wait(for: "call 00:")
        let lines = (0..<200).map { "line \($0) jjkq:/?n!" }
        for line in lines {
            try terminal.type(line)
            try terminal.press("Enter")
        }
        try terminal.type("the end")
        try terminal.wait(for: "the end")
        try terminal.press("F8", "u")
        try terminal.wait(for: "saved: will check")
        let kept = try program.run("journal", "--kind", "call", "--json").output
        #expect(lines.allSatisfy { kept.contains($0 + "\\n") })
        #expect(kept.contains("the end"))
    }

    @Test("A book that is busy keeps the record waiting, and it is saved once the book is free")
    func busyBook() throws {
        let program = try program()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        let holder = try Holder(program.folder + "/book.duly")
        try terminal.press("c", "F8", "n")
        try terminal.wait(for: "waiting for the book")
        try holder.release()
        try terminal.wait(for: "saved: no answer")
        #expect(try program.run("journal", "--kind", "call").output.contains("no answer"))
    }

    @Test("What another program records shows as news, and nothing moves")
    func news() throws {
        let program = try program()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try program.run(
            "record", "C3", "--result", "no answer", "--follow-up", "2099-01-05", "--why", "closed until then")
        try terminal.wait("a change") { $0.contains("change") }
        #expect(try terminal.screen.contains("Cedar SA"))
        try terminal.press("R")
        try terminal.wait("Cedar gone") { !$0.contains("Cedar SA") }
    }

    @Test("A book that is deleted while open costs a sentence, not the note")
    func deletedBook() throws {
        let program = try program()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("precious words")
        try FileManager.default.removeItem(atPath: program.folder + "/book.duly")
        try terminal.press("F8", "u")
        let seen = try terminal.wait(for: "is gone")
        #expect(seen.contains("The note is kept") || seen.contains("precious"))
    }
}

/// Another program that holds the book's write lock.
final class Holder {
    private let process = Process()
    private let input = Pipe()

    init(_ book: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [book]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
        _ = output.fileHandleForReading.availableData
    }

    func release() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
