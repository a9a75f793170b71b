import Foundation
import Terminal
import Testing

/// The real program in a real terminal: a tmux server of its own, which ends with the test.
final class TerminalSession {
    let program: Program
    private let socket = "duly-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))"
    let size: (columns: Int, rows: Int)

    /// - Parameter command: run by a shell in the terminal; `duly` stands for the program.
    init(_ program: Program, columns: Int = 80, rows: Int = 24, command: String = "exec duly") throws {
        self.program = program
        size = (columns, rows)
        // A shell that stays, so that what the program leaves behind can be looked at.
        let bin = program.folder + "/bin"
        try? FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
        try? FileManager.default.createSymbolicLink(atPath: bin + "/duly", withDestinationPath: Program.path)
        program.environment["PATH"] = bin + ":" + (program.environment["PATH"] ?? "/usr/bin:/bin")
        program.environment["LC_ALL"] = "C.UTF-8"
        program.environment["PS1"] = "$ "
        program.environment.removeValue(forKey: "TMUX")
        try tmux(
            "-f", "/dev/null", "new-session", "-d", "-s", "duly", "-x", "\(columns)", "-y", "\(rows)", "/bin/sh", "-c",
            command)
        try tmux("set-option", "-g", "status", "off")
    }

    deinit { _ = try? tmux("kill-server") }

    static var isHere: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux") }

    @discardableResult
    func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

    /// Not through Foundation's `Process`: it waits for whoever has inherited its socket, and tmux leaves a server
    /// behind.
    @discardableResult
    func tmux(_ arguments: [String]) throws -> String {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // The server would hold the pipe open for as long as it lives.
        let isQuiet = arguments.contains("new-session")
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        let variables = program.environment.map { "\($0.key)=\($0.value)" }
        let command = ["/usr/bin/env", "-i"] + variables + ["/usr/bin/tmux", "-u", "-L", socket] + arguments
        var mask = sigset_t()
        sigemptyset(&mask)
        let process = try ChildProcess.spawn(command, mask: mask, output: isQuiet ? nowhere : ends[1]).get()
        close(ends[1])
        let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let data = isQuiet ? Data() : output.readDataToEndOfFile()
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return String(decoding: data, as: UTF8.self)
    }

    /// Named keys (`Enter`, `F8`), one after the other.
    func press(_ keys: String...) throws {
        for key in keys {
            try tmux("send-keys", "-t", "duly", key)
            // Esc and the next key in the same instant would be Alt.
            if key == "Escape" { usleep(80_000) }
        }
    }

    func type(_ text: String) throws { try tmux("send-keys", "-t", "duly", "-l", text) }

    var screen: String {
        get throws {
            let lines = try tmux("capture-pane", "-p", "-t", "duly").split(
                separator: "\n", omittingEmptySubsequences: false)
            return lines.prefix(size.rows).map { line in
                String(line.reversed().drop { $0 == " " }.reversed())
            }.joined(separator: "\n")
        }
    }

    /// Waits until the screen has a text; no longer than 30 s.
    @discardableResult
    func wait(for text: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
        try wait("“\(text)”", location) { $0.contains(text) }
    }

    @discardableResult
    func wait(_ what: String, _ location: SourceLocation = #_sourceLocation, until holds: (String) -> Bool) throws
        -> String
    {
        let end = Date().addingTimeInterval(30)
        var last = ""
        while Date() < end {
            last = try screen
            if holds(last) { return last }
            // Between two looks at the condition.
            usleep(30_000)
        }
        Issue.record("never saw \(what) on\n\(last)", sourceLocation: location)
        // What follows would only wait for more of what doesn't come.
        throw NeverSeen()
    }

    struct NeverSeen: Error {}

    /// The program's process, found through the shell that runs it.
    var processID: pid_t {
        get throws {
            let shell = try tmux("display-message", "-p", "-t", "duly", "#{pane_pid}").trimmingCharacters(
                in: .whitespacesAndNewlines)
            let children = (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
            return try #require(pid_t(children.split(separator: " ").first.map(String.init) ?? shell))
        }
    }
}
