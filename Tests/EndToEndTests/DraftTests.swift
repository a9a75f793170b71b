import Foundation
import Testing

/// Messages as files, with the real program: nothing is recorded or sent.
@Suite("Drafts")
struct DraftTests {
    @Test("A draft is a message ready to send, and records nothing")
    func draft() throws {
        let program = try Program.withDueReminders()
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
        let program = try Program.withDueReminders()
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
        let program = try Program.withDueReminders()
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
        let program = try Program.withDueReminders()
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
        #expect(program.outbox.isEmpty)
        #expect(try !program.run("journal", "--kind", "message").output.contains("reminder by"))
    }

    @Test("A statement has date, due day, amount and balance of every item, an ageing line, and the same as CSV")
    func statement() throws {
        let program = try Program.withDueReminders()
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
        let program = try Program.withDueReminders()
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

    @Test("A document is never taken from outside its folder, nor that of another item; an empty one is none")
    func documents() throws {
        let program = try Program.withDueReminders()
        let config = program.folder + "/config/duly"
        try FileManager.default.createDirectory(atPath: config + "/docs/C1", withIntermediateDirectories: true)
        try Data("attach = [\"\(config)/docs/{account}/{item}.pdf\"]\n".utf8).write(
            to: URL(fileURLWithPath: config + "/config.toml"))
        let header = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount,Contact,Email\n"
        let rows = ["a/b", "..", "a-b"].map {
            "C1,Alder,\($0),\(Program.days(ago: 40)),\(Program.days(ago: 5)),USD,9,9,Jo,jo@x.example\n"
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

    @Test("A customer's name with line ends makes no header")
    func hostile() throws {
        let program = try Program()
        let (issued, due) = (Program.days(ago: 40), Program.days(ago: 5))
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
