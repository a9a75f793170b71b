import Foundation
import Receivables
import Testing

@testable import Exchange

struct MailTests {
    private func message(subject: String = "Reminder", name: String = "Jane Moss", body: String = "Dear Jane,\n") throws
        -> String
    {
        let to = try #require(EmailAddress("ap@northwind.example"))
        return MailMessage(
            id: "4f2a-1", from: MailMessage.Mailbox("Ana Ruiz <ana@acme.example>"),
            to: [.init(name: name, address: to)], subject: subject,
            body: body, at: Instant(milliseconds: 1_795_513_260_000), offset: 3600
        ).text
    }

    private func head(_ text: String) -> [String] {
        text.components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: " ").components(
            separatedBy: "\r\n")
    }

    @Test("A message has the head that every mail program reads")
    func head() throws {
        #expect(
            head(try message()) == [
                "Date: Tue, 24 Nov 2026 10:41:00 +0100", "From: \"Ana Ruiz\" <ana@acme.example>",
                "To: \"Jane Moss\" <ap@northwind.example>",
                "Subject: Reminder", "Message-ID: <4f2a-1@acme.example>", "X-Unsent: 1", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            ])
    }

    @Test(
        "No name and no subject begins a header of its own",
        arguments: ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{0}", "\u{B}"])
    func injection(end: String) throws {
        let hostile = "Jane\(end)Bcc: all@evil.example"
        for text in [try message(subject: hostile), try message(name: hostile)] {
            #expect(head(text).count == 9)
            #expect(!head(text).contains { $0.lowercased().hasPrefix("bcc") })
            #expect(text.unicodeScalars.allSatisfy { $0.isASCII && ($0.value >= 0x20 || $0 == "\r" || $0 == "\n") })
        }
    }

    @Test("A name can't close its quotes")
    func quotes() throws {
        let text = try message(name: "Jane\" <x@evil.example>, \"")
        #expect(head(text)[2] == #"To: "Jane\" <x@evil.example>, \"" <ap@northwind.example>"#)
    }

    @Test("Other letters are encoded words of at most 75 characters, each of whole letters")
    func encodedWords() throws {
        let name = String(repeating: "Žluťoučký kůň ", count: 12)
        let line = try #require(head(try message(subject: name)).first { $0.hasPrefix("Subject: ") })
        let words = line.dropFirst(9).split(separator: " ")
        let plain = try words.map { word in
            #expect(word.utf8.count <= 75)
            let coded = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
            return try #require(Data(base64Encoded: String(coded)).flatMap { String(data: $0, encoding: .utf8) })
        }.joined()
        #expect(plain == name.split(separator: " ").joined(separator: " "))
    }

    @Test(
        "Whatever a name and a subject are made of, they arrive whole, on lines that are short enough",
        arguments: [
            String(repeating: "Smith and Sons ", count: 12), String(repeating: "x", count: 67),
            String(repeating: "x", count: 300),
            String(repeating: "Ü", count: 38) + " x", String(repeating: "é", count: 200), "Łódź Spółka z o.o.",
            #"A "quoted" \\ name"# + String(repeating: #"\""#, count: 30),
        ])
    func arrives(words: String) throws {
        let received = try ReceivedMail(try message(subject: words, name: words, body: words + "\n"))
        let wanted = words.split(separator: " ").joined(separator: " ")
        #expect(try received.value("Subject") == wanted)
        let to = try received.value("To").replacing(" <ap@northwind.example>", with: "")
        #expect(to == wanted || to == "\"\(wanted.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"")
        #expect(received.parts[0].content == words + "\r\n\r\n" || words.hasSuffix(" "))
    }

    @Test("Several may be written to, and each stays apart")
    func several() throws {
        let to = try ["Žofie, a. s. <a@x.example>", "b@x.example", "Jane Moss <c@x.example>"].map {
            try #require(MailMessage.Mailbox($0))
        }
        let text = MailMessage(
            id: "1", from: nil, to: to, subject: "x", body: "y\n", at: Instant(milliseconds: 0), offset: 0
        ).text
        #expect(
            try ReceivedMail(text).value("To") == "Žofie, a. s. <a@x.example>, b@x.example, \"Jane Moss\" <c@x.example>"
        )
    }

    @Test("What looks like an encoded word is encoded itself")
    func lookalike() throws {
        #expect(head(try message(subject: "=?UTF-8?B?SGk=?=")).contains { $0.hasPrefix("Subject: =?UTF-8?B?PT9") })
    }

    @Test("No line passes 76 columns, and all end with CRLF")
    func lines() throws {
        let text = try message(
            subject: String(repeating: "word ", count: 60), name: String(repeating: "Ü", count: 90),
            body: String(repeating: "långe Zeile ", count: 40) + "\n.\nFrom here\nend \n")
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
        #expect(lines.contains("=2E") && lines.contains("=46rom here") && lines.contains("end=20"))
    }

    @Test(
        "Addresses are plain ones",
        arguments: [
            ("ap@northwind.example", true), ("a.b+c@x-y.co.uk", true), ("ap@localhost", false),
            ("a b@x.example", false),
            ("a@b@c.example", false), ("<a@x.example>", false), ("a@x.example\r\nBcc: b@y.example", false),
            (".a@x.example", false),
            ("a@-x.example", false), ("a,b@x.example", false), ("", false), ("ä@x.example", false),
        ])
    func addresses(text: String, isPlain: Bool) { #expect((EmailAddress(text) != nil) == isPlain) }

    @Test("Of a cell with several addresses the first that can be used is taken")
    func cell() { #expect(EmailAddress.first(in: "n/a; ap@x.example, b@x.example")?.text == "ap@x.example") }
}
