import Foundation
import Testing

/// Messages and the batch of reminders, with the real program.
@Suite("Messages", .serialized)
struct DraftTests {
    /// Due days so that the cadence's reminder of day 3 is due on whichever day this runs.
    private static func days(ago: Int) -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        return formatter.string(from: Date().addingTimeInterval(-86_400 * Double(ago)))
    }

    private func program() throws -> Program {
        let program = try Program()
        let (issued, due) = (DraftTests.days(ago: 40), DraftTests.days(ago: 5))
        let head =
            "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Phone,Contact,Email\n"
        let rows = [
            "C1,Alder Ltd,I-1,\(issued),\(due),USD,9200.00,9200.00,+1 555 0100,Jo Alder,jo@alder.example",
            "C2,Birch Inc,I-3,\(issued),\(due),USD,5090.50,5090.50,+1 555 0101,Kim Birch,kim@birch.example",
            "C3,Cedar SA,I-4,\(issued),\(due),USD,2090.50,2090.50,+1 555 0102,Lou Cedar,",
            "C4,Dogwood,I-5,\(issued),\(due),USD,700.00,700.00,+1 555 0103,Max,max@dog.example",
        ]
        #expect(
            try program.run("import", try program.write(head + rows.joined(separator: "\n") + "\n", to: "open.csv"))
                .status == 0)
        try program.callAtAnyHour()
        return program
    }

    private func outbox(_ program: Program) -> [String] {
        let folder = program.folder + "/state/duly/outbox"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".eml") }.map {
            (try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) ?? ""
        }
    }

    @Test("A draft is a message ready to send, and records nothing")
    func draft() throws {
        let program = try program()
        let draft = try program.run("draft", "C1", "--kind", "reminder")
        #expect(draft.status == 0, "\(draft.errors)")
        #expect(draft.output.contains("To: \"Jo Alder\" <jo@alder.example>\r\n"))
        #expect(draft.output.contains("9,200.00 USD"))
        #expect(try !program.run("journal").output.contains("reminder by"))
        let file = program.folder + "/one.eml"
        #expect(
            try program.run("draft", "C1", "--kind", "statement", "--to", "x@y.example", "--output", file).status == 0)
        #expect(try program.run("draft", "C1", "--kind", "statement", "--output", file).status == 73)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("To: x@y.example\r\n"))
        #expect(
            try program.run("draft", "C1", "--kind", "reminder", "--json").json["to"] as? String == "jo@alder.example")
    }

    @Test("What can't be drafted says why")
    func problems() throws {
        let program = try program()
        #expect(
            try program.run("draft", "C3", "--kind", "reminder").errors.contains("no e-mail address on file for C3"))
        #expect(try program.run("draft", "C1", "--kind", "plan").status == 66)
        #expect(try program.run("draft", "C1", "--kind", "letter").status == 64)
        #expect(
            try program.run("draft", "C1", "--kind", "reminder", "--to", "a@b.example\nBcc: c@d.example").status == 64)
        #expect(try program.run("draft", "C9", "--kind", "reminder").status == 66)
        #expect(try program.run("draft", "--batch", "letters").status == 64)
    }

    @Test("The user's own words are used, and a mistake in them is named with its line")
    func templates() throws {
        let program = try program()
        let folder = program.folder + "/config/duly/templates"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("Subject: Mine\n\n{items}\n".utf8).write(to: URL(fileURLWithPath: folder + "/reminder.txt"))
        try Data("from = \"Ana Ruiz <ana@acme.example>\"\n".utf8).write(
            to: URL(fileURLWithPath: program.folder + "/config/duly/config.toml"))
        let draft = try program.run("draft", "C1", "--kind", "reminder")
        #expect(
            draft.output.contains("Subject: Mine\r\n")
                && draft.output.contains("From: \"Ana Ruiz\" <ana@acme.example>\r\n"))
        try Data("Subject: Mine\n\n{itmes}\n".utf8).write(to: URL(fileURLWithPath: folder + "/reminder.txt"))
        let wrong = try program.run("draft", "C1", "--kind", "reminder")
        #expect(
            wrong.status == 78 && wrong.errors.contains("reminder.txt, line 3: there is no place {itmes}"),
            "\(wrong.errors)")
    }

    @Test(
        """
        A template in another encoding, or that can't be read, is refused with its place: the built-in one is \
        never sent for it
        """
    )
    func otherEncodings() throws {
        let program = try program()
        let folder = program.folder + "/config/duly/templates"
        let file = folder + "/reminder.txt"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let words = "Subject: Mahnung\n\nSehr geehrte Kunden, wir gr\u{FC}\u{DF}en.\n{items}\n"
        let cases: [(Data?, String)] = [
            (
                words.data(using: .isoLatin1),
                "reminder.txt, line 3, column 28: this is not UTF-8 text; save the file as UTF-8"
            ),
            (words.data(using: .utf16), "reminder.txt, line 1, column 1: this is not UTF-8 text"),
            (words.data(using: .utf16LittleEndian), "reminder.txt, line 1, column 2: this is not UTF-8 text"),
            (Data(), "reminder.txt, line 1: a template begins with its subject"),
        ]
        for (data, sentence) in cases {
            try #require(data).write(to: URL(fileURLWithPath: file))
            for command in [["draft", "C1", "--kind", "reminder", "--send"], ["draft", "--batch", "reminders"]] {
                let answer = try program.run(command)
                #expect(answer.status == 78 && answer.errors.contains(sentence), "\(answer.errors)")
            }
        }
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder + "/nowhere")
        #expect(
            try program.run("draft", "C1", "--kind", "reminder", "--send").errors.contains(
                "it is a link that leads nowhere"))
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
        #expect(try program.run("draft", "C1", "--kind", "reminder", "--send").status == 78)
        try FileManager.default.removeItem(atPath: file)
        try Data(words.utf8).write(to: URL(fileURLWithPath: folder + "/Reminder.txt"))
        #expect(try program.run("draft", "C1", "--kind", "reminder", "--send").errors.contains("call it reminder.txt"))
        #expect(outbox(program).isEmpty)
        #expect(try !program.run("journal", "--kind", "message").output.contains("reminder by"))
    }

    @Test("What is recorded never reads as if it had to be sent again, whatever fails afterwards")
    func failsAfterwards() throws {
        let program = try program()
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
        let program = try program()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        for command in ["\"false\"", "\"no-such-program\""] {
            try Data("mail = [\(command)]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
            let answer = try program.run("draft", command == "\"false\"" ? "C1" : "C2", "--kind", "reminder", "--send")
            #expect(
                answer.status == 1 && answer.errors.contains("The message is recorded: don't draft it again"),
                "\(answer.errors)")
        }
        #expect(outbox(program).count == 2)
    }

    @Test("A statement has date, due day, amount and balance of every item, an ageing line, and the same as CSV")
    func statement() throws {
        let program = try program()
        let draft = try program.run("draft", "C1", "--kind", "statement")
        #expect(draft.output.contains("Balance: 9,200.00 USD"), "\(draft.output)")
        #expect(draft.output.contains("Content-Disposition: attachment"))
        let list = try program.run("draft", "C1", "--kind", "statement", "--csv").output.components(
            separatedBy: .newlines)
        #expect(list[0] == "date,number,order,due,currency,amount,balance,disputed,promised,reference")
        #expect(list[1].contains(",USD,9200.00,9200.00,"))
    }

    @Test("A documents message encloses what is found, and says what is enclosed and what is still to follow")
    func enclosed() throws {
        let program = try program()
        let plain = try program.run("draft", "C1", "--kind", "documents", "--item", "I-1").output
        #expect(plain.contains("Still to follow:") && !plain.contains("Enclosed:"), "\(plain)")
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        try Data("attach = [\"\(program.folder)/docs/{item}.pdf\"]\n".utf8).write(
            to: URL(fileURLWithPath: config + "/config.toml"))
        try FileManager.default.createDirectory(atPath: program.folder + "/docs", withIntermediateDirectories: true)
        try Data("%PDF-1.4".utf8).write(to: URL(fileURLWithPath: program.folder + "/docs/I-1.pdf"))
        let found = try program.run("draft", "C1", "--kind", "documents", "--item", "I-1").output
        #expect(
            found.contains("- I-1: I-1.pdf") && found.contains("application/pdf")
                && !found.contains("Still to follow:"), "\(found)")
        #expect(found.contains("JVBERi0xLjQ="))
    }

    @Test(
        """
        What was handed over and never heard of again isn't sent again by itself, and a failing command is never \
        taken for success
        """
    )
    func handedOver() throws {
        let program = try program()
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
        #expect(try program.run("outbox").errors.contains("No message waits to be sent."))
        #expect(try program.run("outbox", "--mark-sent", id).status != 0)
    }

    @Test("A document is never taken from outside its folder, nor that of another item; an empty one is none")
    func documents() throws {
        let program = try program()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config + "/docs/C1", withIntermediateDirectories: true)
        try Data("attach = [\"\(config)/docs/{account}/{item}.pdf\"]\n".utf8).write(
            to: URL(fileURLWithPath: config + "/config.toml"))
        let header = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Contact,Email\n"
        let rows = ["a/b", "..", "a-b"].map {
            "C1,Alder,\($0),\(DraftTests.days(ago: 40)),\(DraftTests.days(ago: 5)),USD,9,9,Jo,jo@x.example\n"
        }
        try program.run("import", try program.write(header + rows.joined(), to: "hostile.csv"), "--partial")
        try Data("%PDF".utf8).write(to: URL(fileURLWithPath: config + "/docs/C1/a-b.pdf"))
        let other = try program.run("draft", "C1", "--kind", "documents", "--item", "a/b").output
        #expect(other.contains("Still to follow:") && !other.contains("application/pdf"), "\(other)")
        try Data().write(to: URL(fileURLWithPath: config + "/docs/C1/a-b.pdf"))
        #expect(
            !(try program.run("draft", "C1", "--kind", "documents", "--item", "a-b").output.contains("application/pdf"))
        )
    }

    @Test("A batch sends each due reminder once, and says whom it leaves out")
    func batch() throws {
        let program = try program()
        try program.run("hold", "C4", "lawyer")
        let list = try program.run("draft", "--batch", "reminders", "--dry-run")
        #expect(list.errors.contains("2/4 would be sent"), "\(list.errors)")
        #expect(list.output.contains("left out  C4  Dogwood  hold: lawyer or agency"))
        #expect(list.output.contains("left out  C3  Cedar SA  no e-mail address"))
        #expect(list.errors.contains("left out: 1 hold, 1 no e-mail address."), "\(list.errors)")
        #expect(outbox(program).isEmpty)
        let sent = try program.run("draft", "--batch", "reminders", "--json")
        #expect((sent.json["sent"] as? [Any])?.count == 2, "\(sent.errors)")
        #expect(outbox(program).count == 2)
        #expect(
            try program.run("journal", "--kind", "message").output.contains(
                "reminder by e-mail to jo@alder.example, 9,200.00 USD on I-1"))
        #expect(try program.run("draft", "--batch", "reminders").errors.contains("0/2 in the outbox"))
        #expect(outbox(program).count == 2)
        #expect(try program.run("account", "C1").output.contains("reminder by e-mail"))
        #expect(try program.run("verify").status == 0)
    }

    @Test("The user's own program gets each message as arguments, never through a shell")
    func hook() throws {
        let program = try program()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        let copy = program.folder + "/$(touch bad) taken.eml"
        try Data("mail = [\"cp\", \"{file}\", \"\(copy)\"]\n".utf8).write(
            to: URL(fileURLWithPath: config + "/config.toml"))
        #expect(try program.run("draft", "C1", "--kind", "reminder", "--send").status == 0)
        #expect(try String(contentsOfFile: copy, encoding: .utf8).contains("jo@alder.example"))
        try Data("mail = [\"false\"]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        let refused = try program.run("draft", "C2", "--kind", "reminder", "--send")
        #expect(refused.status == 1 && refused.errors.contains("did not take the message"))
        #expect(outbox(program).count == 1, "what was taken is no longer in the outbox")
        #expect(try program.run("outbox").output.contains("reminder by e-mail"))
        #expect(try program.run("outbox", "--send").status == 1)
        try Data("mail = [\"true\"]\n".utf8).write(to: URL(fileURLWithPath: config + "/config.toml"))
        #expect(try program.run("outbox", "--send").errors.contains("1 sent, 0 not."))
        #expect(outbox(program).isEmpty)
        #expect(try program.run("outbox").errors.contains("No message waits to be sent."))
    }

    @Test("A message that a kill left half way is finished where it was recorded, and dropped where it wasn't")
    func killed() throws {
        let program = try program()
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
        #expect(outbox(program).count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: waiting).filter { $0.hasSuffix(".eml") }.isEmpty)
    }

    @Test("A batch that is killed again and again sends each message once")
    func killedBatch() throws {
        let program = try Program()
        let (issued, due) = (DraftTests.days(ago: 40), DraftTests.days(ago: 5))
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
        let addresses = outbox(program).compactMap { text in
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
        let program = try program()
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "Alder Ltd")
        try terminal.press("Enter", "e")
        try terminal.wait(for: "Jo Alder <jo@alder.example>")
        #expect(outbox(program).isEmpty)
        try terminal.press("Enter")
        try terminal.wait(for: "reminder by e-mail to jo@alder.example")
        #expect(outbox(program).count == 1)
        try terminal.press("b")
        try terminal.wait(for: "reminders to send")
        try terminal.press("G", "k", "Enter")
        try terminal.wait(for: "2 to send, 1 left out")
        try terminal.press("S", "y")
        try terminal.wait(for: "2/3 in the outbox; left out: 1 no e-mail address")
        #expect(outbox(program).count == 3)
        try terminal.press("Escape", "u")
        try terminal.wait(for: "Take the last record back?")
        try terminal.press("y")
        try terminal.wait(for: "taken back: reminder")
        #expect(outbox(program).count == 2)
        #expect(try program.run("verify").status == 0)
    }

    @Test("A customer's name with line ends makes no header")
    func hostile() throws {
        let program = try Program()
        let (issued, due) = (DraftTests.days(ago: 40), DraftTests.days(ago: 5))
        let csv =
            "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Contact,Email\n"
                + """
                C1,\"Evil\r\nBcc: all@evil.example\",I-1,\(issued),\(due),USD,900,900,\"Jo\nCc: \
                b@evil.example\",jo@x.example\n
                """
        try program.run("import", try program.write(csv, to: "evil.csv"))
        let draft = try program.run("draft", "C1", "--kind", "reminder")
        #expect(draft.status == 0, "\(draft.errors)")
        let head = draft.output.components(separatedBy: "\r\n\r\n")[0]
        #expect(
            !head.components(separatedBy: "\r\n").contains {
                $0.lowercased().hasPrefix("bcc") || $0.lowercased().hasPrefix("cc")
            })
    }
}
