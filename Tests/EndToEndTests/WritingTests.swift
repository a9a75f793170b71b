import Foundation
import Testing

/// Files that the real program writes, in the face of somebody who puts links in their places.
@Suite("Files that are written") struct WritingTests {
    private static let badRows = Program.openItems + "C3,Cedar,I-9,2026-01-05,2026-02-04,USD,100.00,x,\n"

    private func program() throws -> Program {
        let program = try Program()
        #expect(try program.run("import", try program.write(Program.openItems, to: "open.csv")).status == 0)
        return program
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("A link planted where refused rows go, or where they are written first, leads nowhere: its target stays")
    func plantedForRejects() throws {
        let program = try program()
        let precious = try program.write("precious", to: "precious")
        let file = try program.write(WritingTests.badRows, to: "bad.csv")
        for place in [".rejects.csv", ".rejects.csv.tmp", ".rejects.csv~", ".rejects.csv.new"] {
            try FileManager.default.createSymbolicLink(atPath: file + place, withDestinationPath: precious)
        }
        #expect(try program.run("import", file, "--partial").status == 1)
        #expect(text(precious) == "precious")
        #expect(text(file + ".rejects.csv")?.contains("C3,Cedar") == true)
        #expect(try mode(file + ".rejects.csv") == 0o600)
    }

    @Test(
        "--output refuses a file that is there, and a link, with 73 and a sentence; what it writes is the owner's alone"
    )
    func outputs() throws {
        let program = try program()
        let precious = try program.write("precious", to: "precious")
        let link = program.folder + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program.folder + "/nowhere")
        let commands = [
            ["draft", "C1", "--kind", "statement", "--to", "x@y.example"], ["placement", "C1"],
            ["handoff", "cash", "--csv"],
            ["draft", "C1", "--kind", "statement", "--to", "x@y.example", "--csv"],
        ]
        for command in commands {
            for taken in [precious, link] {
                let answer = try program.run(command + ["--output", taken])
                #expect(
                    answer.status == 73 && answer.errors.contains("there is a file of that name already"),
                    "\(command): \(answer.errors)")
            }
            let fresh = program.folder + "/out-\(UUID().uuidString)"
            #expect(try program.run(command + ["--output", fresh]).status == 0)
            #expect(try mode(fresh) == 0o600, "\(command)")
        }
        #expect(text(precious) == "precious" && text(program.folder + "/nowhere") == nil)
    }

    @Test("A profile is not written through a link, and not over another one")
    func profiles() throws {
        let program = try program()
        let file = program.folder + "/open.csv"
        let profile = program.folder + "/mine.toml"
        let precious = try program.write("precious", to: "precious")
        try FileManager.default.createSymbolicLink(atPath: profile, withDestinationPath: precious)
        #expect(try program.run("import", file, "--dry-run", "--save-profile", profile).status == 73)
        #expect(
            try program.run("import", file, "--dry-run", "--save-profile", profile, "--replace-profile").status == 0)
        #expect(text(precious) == "precious" && text(profile)?.contains("open-items") == true)
        #expect(try mode(profile) == 0o600)
    }

    @Test("A backup is its owner's alone, and goes over nothing")
    func backups() throws {
        let program = try program()
        let copy = program.folder + "/copy.duly"
        #expect(try program.run("backup", copy).status == 0)
        #expect(try mode(copy) == 0o600)
        #expect(try program.run("backup", copy).status == 73)
        try FileManager.default.createSymbolicLink(
            atPath: program.folder + "/link.duly", withDestinationPath: program.folder + "/nowhere")
        #expect(try program.run("backup", program.folder + "/link.duly").status == 73)
        #expect(text(program.folder + "/nowhere") == nil)
    }

    @Test("No source but the one for it creates or overwrites a file")
    func oneFunction() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let sources = root.appendingPathComponent("Sources").path
        var found: [String] = []
        // What SQLite, curses and a file without a name do is their own.
        let allowed = ["Runtime/Mail/Outbox.swift: O_CREAT"]
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources).sorted() where file.hasSuffix(".swift")
        {
            guard !file.hasPrefix("Files/"), let text = text(sources + "/" + file) else { continue }
            for call in [
                "O_CREAT", "O_TRUNC", ".write(to: URL", "createFile(atPath", "fopen(", "createDirectory(", "copyItem(",
                "freopen(",
            ]
            where text.contains(call) { found.append("\(file): \(call)") }
        }
        #expect(found == allowed)
    }

    @Test(
        """
        A state folder that can't be had is named with what to do; a relative one is ignored, as the \
        specification says
        """
    )
    func stateFolders() throws {
        let program = try program()
        program.environment["XDG_STATE_HOME"] = try program.write("", to: "a-file")
        let refused = try program.run("outbox")
        #expect(refused.status == 73)
        #expect(
            refused.errors.contains("The folder \(program.folder)/a-file for \(program.folder)/a-file/duly/outbox/")
                && refused.errors.contains("there is a file of that name") && refused.errors.contains("XDG_STATE_HOME"),
            "\(refused.errors)")
        #expect(!refused.errors.contains("Cocoa"))
        program.environment["XDG_STATE_HOME"] = "relative"
        program.environment["HOME"] = program.folder + "/home"
        #expect(try program.run("outbox").status == 0)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/relative"))
        #expect(FileManager.default.fileExists(atPath: program.folder + "/home/.local/state/duly/outbox"))
    }
}
