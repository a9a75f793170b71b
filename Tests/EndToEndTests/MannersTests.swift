import Foundation
import Testing

/// How the program comes, stays and goes: any way out leaves the terminal as it was found.
@Suite(.enabled(if: TerminalSession.isHere, "tmux is not here: the terminal's tests are skipped"), .serialized)
struct MannersTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.run("import", try program.write(ShiftTests.book, to: "open.csv"))
        try program.callAtAnyHour()
        return program
    }

    /// A shell that shows the terminal's settings before and after.
    private static let around =
        "stty -a > before; duly; echo left $?; stty -a > after; cmp before after && echo SAME; exec sh"

    static let exits: [(String, Int32)] = [
        ("quit", 0), ("SIGTERM", SIGTERM), ("SIGHUP", SIGHUP), ("SIGINT", SIGINT), ("SIGSEGV", SIGSEGV),
        ("SIGABRT", SIGABRT),
    ]

    @Test("Every way out leaves the terminal as it was, and the draft on disk", arguments: exits)
    func leaving(name: String, signal: Int32) throws {
        let program = try program()
        let terminal = try TerminalSession(program, command: "cd '\(program.folder)'; " + MannersTests.around)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("half a note")
        try terminal.wait(for: "draft saved")
        program.waitForDraft("half a note")
        if signal == 0 {
            try terminal.press("Escape", "q")
            try terminal.wait(for: "leave")
            try terminal.press("y")
        } else {
            kill(try terminal.processID, signal)
        }
        try terminal.wait(for: "SAME")
        let drafts = try FileManager.default.subpathsOfDirectory(atPath: program.folder + "/state").filter {
            $0.hasSuffix(".json")
        }
        #expect(drafts.count == 1)
        let draft = try String(contentsOfFile: program.folder + "/state/" + #require(drafts.first), encoding: .utf8)
        #expect(draft.contains("half a note"))
        let mode =
            try FileManager.default.attributesOfItem(atPath: program.folder + "/state/" + #require(drafts.first))[
                .posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("Signals that mean nothing to it change nothing: the note goes on, and the way out is as ever")
    func idleSignals() throws {
        let program = try program()
        let terminal = try TerminalSession(program, command: "cd '\(program.folder)'; " + MannersTests.around)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("half a note")
        try terminal.wait(for: "draft saved")
        let process = try terminal.processID
        for signal in [SIGPIPE, SIGIO, SIGPWR, SIGXFSZ, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, 16, 34, 50, 64] {
            #expect(kill(process, signal) == 0, "ended before \(signal)")
            // Each has to be delivered before the next is sent.
            usleep(30_000)
        }
        try terminal.type(" goes on")
        try terminal.wait(for: "half a note goes on")
        kill(process, SIGXCPU)
        try terminal.wait(for: "SAME")
        program.waitForDraft("half a note goes on")
    }

    static let crashes: [(String, Int32)] = [
        ("SIGSEGV", SIGSEGV), ("SIGABRT", SIGABRT), ("SIGQUIT", SIGQUIT), ("SIGILL", SIGILL), ("SIGTRAP", SIGTRAP),
        ("SIGBUS", SIGBUS), ("SIGFPE", SIGFPE), ("SIGSYS", SIGSYS),
    ]

    @Test("A crash gives the terminal back, asks nothing, and says in one line where the draft is", arguments: crashes)
    func crash(name: String, signal: Int32) throws {
        let program = try program()
        // As a user has it: nobody tells the toolchain's backtracer to keep quiet.
        program.environment["SWIFT_BACKTRACE"] = nil
        let terminal = try TerminalSession(
            program, columns: 200, command: "cd '\(program.folder)'; " + MannersTests.around)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("half a note")
        try terminal.wait(for: "draft saved")
        program.waitForDraft("half a note")
        kill(try terminal.processID, signal)
        let seen = try terminal.wait(for: "SAME")
        let said = seen.split(separator: "\n").joined()
        #expect(
            said.contains(
                "duly: ended by \(name). What you were writing is kept in \(program.folder)/state/duly/drafts/"),
            "\(seen)")
        #expect(
            seen.contains("left \(128 + signal)") && !seen.contains("Backtrace") && !seen.contains("Press space"),
            "\(seen)")
    }

    @Test("What an editor leaves that is no UTF-8 text is kept, and said where; the note is as it was")
    func otherEditor() throws {
        let program = try program()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let script = try program.write("printf 'gr\\374n' > \"$1\"\n", to: "editor.sh")
        try Data("editor = [\"sh\", \"\(script)\"]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        let terminal = try TerminalSession(program, columns: 250)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("half a note")
        try terminal.wait(for: "draft saved")
        try terminal.press("F10")
        try terminal.wait(for: "line 1, column 3: this is not UTF-8 text")
        try terminal.wait(for: "half a note")
        let notes = try FileManager.default.subpathsOfDirectory(atPath: program.folder + "/state").filter {
            $0.hasSuffix(".txt")
        }
        #expect(notes.count == 1)
    }

    @Test("A command that crashes ends at once, without a debugger in the terminal")
    func crashOfACommand() throws {
        let program = try program()
        program.environment["SWIFT_BACKTRACE"] = nil
        // It waits for a book that is busy, so that the signal finds it at work.
        let busy = "(echo 'BEGIN IMMEDIATE;'; sleep 6) | sqlite3 book.duly & sleep 0.5"
        let command = "duly hold C1 lawyer & sleep 1; kill -SEGV $!; wait $!; echo left $?; exec sh"
        let terminal = try TerminalSession(program, command: "cd '\(program.folder)'; \(busy); \(command)")
        let seen = try terminal.wait(for: "left")
        #expect(seen.contains("left 139") && !seen.contains("Backtrace") && !seen.contains("Press space"), "\(seen)")
    }

    @Test("Ctrl-Z gives the terminal back, fg brings the note as it was")
    func suspend() throws {
        let program = try program()
        let terminal = try TerminalSession(program, command: "cd '\(program.folder)'; exec sh -i")
        try terminal.wait(for: "$")
        try terminal.type("stty -a > before; duly\n")
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("c")
        try terminal.type("going on")
        try terminal.wait(for: "going on")
        try terminal.press("C-z")
        try terminal.wait(for: "$")
        try terminal.type("stty -a > after; cmp before after && echo SA\\ME\n")
        try terminal.wait(for: "SAME")
        try terminal.type("fg\n")
        try terminal.wait(for: "going on")
        try terminal.type(" and on")
        try terminal.wait(for: "going on and on")
    }

    static let refusals: [(String, String)] = [
        ("duly < /dev/null", "not a terminal"), ("duly | cat", "not a terminal"), ("TERM=nonsense duly", "nonsense"),
        ("TERM= duly", "TERM"),
    ]

    @Test("Without a terminal that will do there is a sentence, and exit code 64", arguments: refusals)
    func refused(command: String, says: String) throws {
        let program = try program()
        let terminal = try TerminalSession(program, command: "\(command); echo left $?; exec sh")
        let seen = try terminal.wait(for: "left")
        #expect(seen.contains(says))
        if !command.contains("|") { #expect(seen.contains("left 64")) }
    }

    @Test("A terminal that is too small says so, and shows the work again once it has room")
    func tooSmall() throws {
        let program = try program()
        let terminal = try TerminalSession(program, columns: 20, rows: 5)
        try terminal.wait("a sentence") { $0.contains("40") || $0.contains("small") }
        try terminal.tmux("resize-window", "-t", "duly", "-x", "100", "-y", "30")
        try terminal.wait(for: "Alder Ltd")
    }

    @Test("Under LC_ALL=C names are whole all the same")
    func plainLocale() throws {
        let program = try Program()
        let rows = ShiftTests.book.replacingOccurrences(of: "Alder Ltd", with: "Größe 你好")
        try program.run("import", try program.write(rows, to: "open.csv"))
        let terminal = try TerminalSession(program, command: "LC_ALL=C LANG=C exec duly")
        try terminal.wait(for: "Größe 你好")
    }

    @Test("Hostile names leave the screen intact")
    func hostile() throws {
        let program = try Program()
        let evil = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{202E}" + String(repeating: "W", count: 200_000)
        let rows = ShiftTests.book.replacingOccurrences(of: "Alder Ltd", with: evil)
        try program.run("import", try program.write(rows, to: "open.csv"))
        let terminal = try TerminalSession(program)
        let seen = try terminal.wait(for: "Birch Inc")
        #expect(seen.contains("QUEUE"))
        #expect(seen.contains("[2J"))
        #expect(try terminal.tmux("display-message", "-p", "-t", "duly", "#{pane_title}").contains("owned") == false)
    }

    @Test("Without a book there is a welcome page that takes a file in")
    func welcome() throws {
        let program = try Program()
        let file = try program.write(ShiftTests.book, to: "open.csv")
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "import")
        try terminal.press("i")
        try terminal.type(file)
        try terminal.press("Enter")
        try terminal.wait(for: "3 accepted, 0 refused")
        try terminal.press("Enter")
        try terminal.wait(for: "Alder Ltd")
        #expect(try program.run("verify").status == 0)
    }
}
