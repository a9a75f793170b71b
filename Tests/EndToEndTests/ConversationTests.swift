import Foundation
import Testing

/// Talk tracks, comments and calendar files, with the real program.
@Suite("The conversation")
struct ConversationTests {
    @Test("A track of one's own is checked by line and column, and shown as one's own; a faulty one gives way")
    func tracks() throws {
        let program = try Program()
        let folder = program.folder + "/config/duly/tracks"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let builtIn = try program.run("track", "show", "voicemail.de")
        #expect(builtIn.output.hasPrefix("# "))
        let own = folder + "/voicemail.de.md"
        try Data(builtIn.output.utf8).write(to: URL(fileURLWithPath: own))
        #expect(try program.run("track", "check", own).output == "\(own): fine\n")
        #expect(try program.run("track", "list").output.contains("* voicemail.de.md"))
        let wrong = builtIn.output.replacing("{account}", with: "{acount}")
        try Data(wrong.utf8).write(to: URL(fileURLWithPath: own))
        let checked = try program.run("track", "check", own)
        #expect(checked.status == 65)
        #expect(
            checked.errors.contains("column") && checked.errors.contains("there is no {acount}; there are {caller}"))
        #expect(try program.run("track", "list").errors.contains("the built-in track is used"))
        try Data("# A\n## purpose\nYour invoice is overdue, says {amount}.\n".utf8).write(to: URL(fileURLWithPath: own))
        let remarks = try program.run("track", "check", own)
        #expect(remarks.errors.contains("tells of money"))
        #expect(try program.run("track", "check", program.folder).status == 65)
        #expect(try program.run("track", "check", program.folder + "/none.md").errors.contains("there is no such file"))
    }

    @Test("A comment on a call is an entry of its own, about a call only")
    func review() throws {
        let program = try Program.withDueReminders()
        let recorded = try program.run("record", "C1", "--result", "voicemail", "--note", "left our number").errors
        let call = try #require(recorded.firstMatch(of: /entry ([0-9]+)/).flatMap { Int($0.1) })
        #expect(try program.run("review", "\(call)", "--text", "Name the day.").status == 0)
        let comments = try program.run("journal", "--kind", "review", "--json").output
        #expect(comments.contains("\"reviewed\":\(call)") && comments.contains("Name the day."))
        #expect(try program.run("review", "1", "--text", "x").errors.contains("is not a call"))
        #expect(try program.run("review", "99999", "--text", "x").status == 66)
        #expect(try program.run("review", "\(call)", "--text", " ").status == 64)
        #expect(try program.run("verify").status == 0)
    }

    /// What Debian's Python has: where its calendar reader is installed.
    static let canReadCalendars: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", "import icalendar"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "A confirmation and its calendar file are read by others' programs; a hostile name makes no line of its own",
        .enabled(if: canReadCalendars, "python3-icalendar is not here"))
    func calendar() throws {
        let program = try Program.withDueReminders()
        let head = "Customer Number,Name,Contact,Email\n"
        let hostile = "\"Alder\rBcc: x@evil.example\",\"Jo; Alder, END:VEVENT\",jo@alder.example\n"
        _ = try program.run(
            "import", try program.write(head + "C1," + hostile, to: "customers.csv"), "--kind", "customers")
        #expect(try program.run("record", "C1", "--promise", "2,500.50 in 5 days", "--note", "agreed").status == 0)
        let file = program.folder + "/mail.eml"
        #expect(try program.run("draft", "C1", "--kind", "promise-confirmation", "--output", file).status == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", ConversationTests.script, file]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains("events 1"))
        #expect(text.contains("summary Payment: 2,500.50 USD, C1"))
        #expect(text.contains("day True"))
        #expect(text.contains("bcc None"))
    }

    private static let script = """
        import email, email.policy, icalendar, sys, datetime
        mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
        print("bcc", mail["Bcc"])
        part = [p for p in mail.iter_attachments() if p.get_content_type() == "text/calendar"][0]
        calendar = icalendar.Calendar.from_ical(part.get_content())
        events = [e for e in calendar.walk() if e.name == "VEVENT"]
        print("events", len(events))
        print("summary", events[0]["SUMMARY"])
        print("day", isinstance(events[0]["DTSTART"].dt, datetime.date))
        """
}
