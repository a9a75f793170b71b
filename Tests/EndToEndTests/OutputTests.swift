import Foundation
import Testing

/// What leaves the program: shown whole or said not to be, and never as something that a terminal obeys.
@Suite("What is shown and said") struct OutputTests {
    private static let evil = "\u{1B}]0;owned\u{07}\u{1B}[31m\u{9B}2J\u{202E}"

    private func program() throws -> Program {
        let program = try Program()
        let rows = Program.openItems.replacingOccurrences(of: "Birch Inc", with: "Birch \(OutputTests.evil)")
        #expect(try program.run("import", try program.write(rows, to: "open.csv")).status == 0)
        return program
    }

    /// Runs a line of shell in which `duly` is the program.
    private func shell(_ program: Program, _ line: String) throws -> Program.Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "duly() { '\(Program.path)' \"$@\"; }; cd '\(program.folder)'; " + line]
        process.environment = program.environment
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let messages = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Program.Answer(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: String(decoding: messages, as: UTF8.self))
    }

    static let shown = [
        "queue", "queue --json", "account C1", "account C1 --json", "ageing", "journal", "promises --csv",
        "disputes --json",
        "handoff --csv", "draft C1 --kind statement --to x@y.example",
        "draft C1 --kind statement --to x@y.example --csv",
        "placement C1", "strategy", "verify --json", "keys", "--help", "--version", "import --help",
        "import open.csv --dry-run", "import open.csv --dry-run --json",
    ]

    @Test("Output that can't be written ends with 74 and a sentence, whatever was shown", arguments: shown)
    func full(command: String) throws {
        let answer = try shell(try program(), "duly \(command) > /dev/full")
        #expect(answer.status == 74, "\(answer.errors)")
        #expect(answer.errors.contains("The output can't be written: No space left on device."))
        #expect(!answer.errors.contains("Success"))
    }

    @Test("Messages that can't be written end with 74 too; messages turned off do not")
    func messages() throws {
        let program = try program()
        #expect(try shell(program, "duly import open.csv --dry-run 2> /dev/full").status == 74)
        #expect(try shell(program, "duly import open.csv --dry-run 2>&-").status == 0)
        #expect(try shell(program, "duly queue >&-").status == 74)
        #expect(try shell(program, "duly nonsense 2> /dev/full").status == 64)
    }

    @Test("With stdout and stderr closed, no message gets into a file that is opened in their place")
    func closed() throws {
        let program = try program()
        _ = try program.write(Program.openItems + "C3,Cedar,I-9,2026-01-05,2026-02-04,USD,100.00,x,\n", to: "bad.csv")
        #expect(try shell(program, "duly import bad.csv --partial >&- 2>&- <&-").status == 74)
        let rejects = try String(contentsOfFile: program.folder + "/bad.csv.rejects.csv", encoding: .utf8)
        #expect(rejects.hasPrefix("Customer,Name,") && rejects.split(separator: "\n").count == 2)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A reader that goes away is no error, and the work is done all the same")
    func closedPipe() throws {
        let program = try program()
        let answer = try shell(
            program,
            """
            for i in 1 2 3; do duly journal --json | true; echo ${PIPESTATUS[0]}; done; duly import --help | head \
            -1 >/dev/null; echo ${PIPESTATUS[0]}
            """
        )
        #expect(answer.output == "0\n0\n0\n0\n" && answer.errors.isEmpty, "\(answer.output) \(answer.errors)")
    }

    @Test(
        "A terminal never gets an escape sequence from outside: CSV, JSON, text, messages, and mistakes in arguments",
        .enabled(if: Script.isHere))
    func terminal() throws {
        let program = try program()
        let evil = OutputTests.evil
        let lines = [
            ["queue"], ["queue", "--json"], ["promises", "--csv"], ["handoff", "--csv"],
            ["draft", "C2", "--kind", "statement", "--to", "x@y.example", "--csv"],
            ["draft", "C2", "--kind", "statement", "--to", "x@y.example"], ["placement", "C2"], ["account", "C2"],
            ["account", evil],
            [evil], ["queue", "--" + evil], ["queue", "--as-of", evil], ["import", evil],
            ["import", "--kind", evil, "x"],
            ["record", "C1", "--result", evil], ["draft", "C1", "--kind", evil], ["--book", evil, "--nonsense"],
            ["verify", "--book", "/" + evil],
            ["handoff", evil], ["import", "open.csv", "--currency", evil], ["help", evil], ["restore", evil],
        ]
        for line in lines {
            let seen = try Script(program, line).output
            #expect(!seen.isEmpty, "\(line)")
            for scalar in ["\u{1B}]0", "\u{07}", "\u{1B}[31", "\u{9B}", "\u{202E}"] where seen.contains(scalar) {
                Issue.record("\(line) let \(scalar.debugDescription) through: \(seen.debugDescription)")
            }
        }
    }

    @Test("A pipe gets CSV as it is; text, messages and mistakes in arguments have marks there too")
    func pipes() throws {
        let program = try program()
        let csv = try program.run("draft", "C2", "--kind", "statement", "--to", "x@y.example", "--csv")
        #expect(csv.status == 0)
        for arguments in [
            ["queue"], ["account", "C2"], [OutputTests.evil], ["queue", "--" + OutputTests.evil],
            ["import", "--kind", OutputTests.evil, "x"],
        ] {
            let answer = try program.run(arguments)
            #expect(!(answer.output + answer.errors).contains("\u{1B}"), "\(arguments)")
        }
        #expect(try program.run("queue", "--json").output.contains("\\u001b]0;owned"))
    }

    @Test("No source but the one for it writes to stdout or stderr")
    func oneExit() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sources = root.appendingPathComponent("Sources").path
        var found: [String] = []
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources).sorted() where file.hasSuffix(".swift")
        {
            let text = (try? String(contentsOfFile: sources + "/" + file, encoding: .utf8)) ?? ""
            for call in [
                " print(", "fputs(", ".standardOutput", ".standardError", "debugPrint(", "dump(", "NSLog(",
                "exit(withError",
            ]
            where text.contains(call) { found.append("\(file): \(call)") }
        }
        #expect(found.isEmpty)
    }
}

/// The program on a terminal of its own, by util-linux' `script`.
struct Script {
    static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
    let output: String

    init(_ program: Program, _ arguments: [String]) throws {
        let words = (["timeout", "20", Program.path] + arguments).map {
            "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'"
        }
        let log = program.folder + "/typescript"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-q", "-e", "-c", words.joined(separator: " "), log]
        process.environment = program.environment
        process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: log))) ?? Data(), as: UTF8.self)
        // `script` writes what it ran above and below.
        output = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("Script ") }
            .joined(separator: "\n")
    }
}
