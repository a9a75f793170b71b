import Foundation
import Testing

/// Messages that are recorded and sent, and the batch of reminders, with the real program.
@Suite("Sending", .serialized)
struct SendingTests {
    @Test("What is recorded never reads as if it had to be sent again, whatever fails afterwards")
    func failsAfterwards() throws {
        let program = try Program.withDueReminders()
        let folder = program.folder + "/state/duly/outbox"
        try program.run("outbox")
        // Root may write anywhere, so that a folder is put where the message is to go.
        let before = try program.run("journal", "--kind", "message").output
        try FileManager.default.removeItem(atPath: folder + "/handed")
        try Data().write(to: URL(fileURLWithPath: folder + "/handed"))
        let answer = try program.run("draft", "C1", "--kind", "reminder", "--send")
        let after = try program.run("journal", "--kind", "message").output
        #expect(answer.status != 0)
        // Nothing was recorded, or it says that it was.
        #expect(before == after || answer.errors.contains("is recorded"), "\(answer.errors)")
        #expect(answer.errors.contains("/outbox/handed"), "\(answer.errors)")
    }

    @Test("A message that a mail command refuses says that it is recorded, and goes out once")
    func refusedByMail() throws {
        let program = try Program.withDueReminders()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        for command in ["\"false\"", "\"no-such-program\""] {
            try Data("mail = [\(command)]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
            let answer = try program.run("draft", command == "\"false\"" ? "C1" : "C2", "--kind", "reminder", "--send")
            #expect(
                answer.status == 1 && answer.errors.contains("The message is recorded: don't draft it again"),
                "\(answer.errors)")
        }
        #expect(program.outbox.count == 2)
    }

    @Test(
        """
        What was handed over and never heard of again isn't sent again by itself, and a failing command is never \
        taken for success
        """
    )
    func handedOver() throws {
        let program = try Program.withDueReminders()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let log = program.folder + "/mail.log"
        func mail(_ words: String) throws {
            try Data("mail = [\(words)]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        }
        try mail("\"sh\", \"-c\", \"echo $0 >> \(log); sleep 3\", \"{to}\"")
        let (process, _, _) = try program.start(["draft", "C1", "--kind", "reminder", "--send"])
        let end = Date().addingTimeInterval(30)
        while Date() < end, !FileManager.default.fileExists(atPath: log) {
            // Between two looks at the condition.
            usleep(20_000)
        }
        #expect(FileManager.default.fileExists(atPath: log), "the mail command never started")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try mail("\"sh\", \"-c\", \"echo $0 >> \(log)\", \"{to}\"")
        #expect(try program.run("outbox").output.contains("handed to the mail command, not known to be sent"))
        #expect(try program.run("outbox", "--send").errors.contains("0 sent, 0 not."))
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 1)
        let list = try JSONSerialization.jsonObject(with: Data(try program.run("outbox", "--json").output.utf8))
        let id = try #require((list as? [[String: Any]])?.first?["id"] as? String)
        #expect(try program.run("outbox", "--mark-sent", id).status == 0)
        #expect(try program.run("outbox").errors.contains("No message is waiting to be sent."))
        #expect(try program.run("outbox", "--mark-sent", id).status != 0)
    }

    @Test("A batch sends each due reminder once, and says whom it leaves out")
    func batch() throws {
        let program = try Program.withDueReminders()
        try program.run("hold", "C4", "lawyer")
        let list = try program.run("draft", "--batch", "reminders", "--dry-run")
        #expect(list.errors.contains("2/4 would be sent"), "\(list.errors)")
        #expect(list.output.contains("left out  C4  Dogwood  hold: lawyer or agency"))
        #expect(list.output.contains("left out  C3  Cedar SA  no e-mail address"))
        #expect(list.errors.contains("left out: 1 hold, 1 no e-mail address."), "\(list.errors)")
        #expect(program.outbox.isEmpty)
        let sent = try program.run("draft", "--batch", "reminders", "--json")
        #expect((sent.json["sent"] as? [Any])?.count == 2, "\(sent.errors)")
        #expect(program.outbox.count == 2)
        #expect(
            try program.run("journal", "--kind", "message").output.contains(
                "reminder by e-mail to jo@alder.example, 9,200.00 USD on I-1"))
        #expect(try program.run("draft", "--batch", "reminders").errors.contains("0/2 in the outbox"))
        #expect(program.outbox.count == 2)
        #expect(try program.run("account", "C1").output.contains("reminder by e-mail"))
        #expect(try program.run("verify").status == 0)
    }

    @Test("The user's own program gets each message as arguments, never through a shell")
    func hook() throws {
        let program = try Program.withDueReminders()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let copy = program.folder + "/$(touch bad) taken.eml"
        try Data("mail = [\"cp\", \"{file}\", \"\(copy)\"]\n".utf8).write(
            to: URL(fileURLWithPath: config + "/config.toml"))
        #expect(try program.run("draft", "C1", "--kind", "reminder", "--send").status == 0)
        #expect(try String(contentsOfFile: copy, encoding: .utf8).contains("jo@alder.example"))
        try Data("mail = [\"false\"]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        let refused = try program.run("draft", "C2", "--kind", "reminder", "--send")
        #expect(refused.status == 1 && refused.errors.contains("did not send the message"))
        #expect(program.outbox.count == 1, "what was taken is no longer in the outbox")
        #expect(try program.run("outbox").output.contains("reminder by e-mail"))
        #expect(try program.run("outbox", "--send").status == 1)
        try Data("mail = [\"true\"]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        #expect(try program.run("outbox", "--send").errors.contains("1 sent, 0 not."))
        #expect(program.outbox.isEmpty)
        #expect(try program.run("outbox").errors.contains("No message is waiting to be sent."))
    }

    @Test("A message that a kill left half way is finished where it was recorded, and dropped where it wasn't")
    func killed() throws {
        let program = try Program.withDueReminders()
        #expect(try program.run("draft", "C1", "--kind", "reminder", "--send").status == 0)
        let folder = program.folder + "/state/duly/outbox"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".eml") })
        let book = try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/waiting").first)
        let waiting = folder + "/waiting/" + book
        // As if killed between the commit and the move, and between putting down and the commit.
        try FileManager.default.moveItem(atPath: folder + "/" + name, toPath: waiting + "/" + name)
        try Data("x".utf8).write(to: URL(fileURLWithPath: waiting + "/never-recorded.eml"))
        #expect(try program.run("draft", "C2", "--kind", "reminder", "--send").status == 0)
        #expect(program.outbox.count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: waiting).filter { $0.hasSuffix(".eml") }.isEmpty)
    }

    @Test("A batch that is killed again and again sends each message once")
    func killedBatch() throws {
        let program = try Program()
        let (issued, due) = (Program.days(ago: 40), Program.days(ago: 5))
        var text = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Contact,Email\n"
        for place in 1...60 {
            text += "C\(place),Customer \(place),I-\(place),\(issued),\(due),USD,900,900,Jo,jo\(place)@x.example\n"
        }
        try program.run("import", try program.write(text, to: "many.csv"))
        for delay in [15_000, 30_000, 45_000, 60_000, 80_000] {
            let (process, _, _) = try program.start(["draft", "--batch", "reminders"])
            // At another moment of its work each time: no condition can be waited for.
            usleep(UInt32(delay))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        try program.run("draft", "--batch", "reminders")
        let addresses = program.outbox.compactMap { text in
            text.components(separatedBy: "\r\n").first { $0.hasPrefix("To: ") }
        }
        #expect(addresses.count == 60 && Set(addresses).count == 60)
        let lines = try program.run("journal", "--kind", "message", "--limit", "999").output.split(separator: "\n")
            .filter { $0.contains("reminder by e-mail") }
        #expect(lines.count == 60)
        #expect(try program.run("verify").status == 0)
    }

    @Test(
        "In the workstation e sends a message, the batch sends the others, and u takes the last one back",
        .enabled(if: TerminalSession.isHere, "tmux is not here: the terminal's tests are skipped"))
    func workstation() throws {
        let program = try Program.withDueReminders()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("Enter", "e")
        try terminal.wait(for: "Jo Alder <jo@alder.example>")
        #expect(program.outbox.isEmpty)
        try terminal.press("Enter")
        try terminal.wait(for: "reminder by e-mail to jo@alder.example")
        #expect(program.outbox.count == 1)
        try terminal.press("b")
        try terminal.wait(for: "reminders to send")
        try terminal.press("G", "k", "Enter")
        try terminal.wait(for: "2 to send, 1 left out")
        try terminal.press("S", "y")
        try terminal.wait(for: "2/3 in the outbox; left out: 1 no e-mail address")
        #expect(program.outbox.count == 3)
        try terminal.press("Escape", "u")
        try terminal.wait(for: "Take the last record back?")
        try terminal.press("y")
        try terminal.wait(for: "taken back: reminder")
        #expect(program.outbox.count == 2)
        #expect(try program.run("verify").status == 0)
    }
}
