import Exchange
import Receivables
import Testing

@Suite struct MailReadingTests {
    @Test("A message is read back as it was written: to whom, about what, and the words", arguments: [false, true])
    func roundTrip(hasList: Bool) throws {
        let address = try #require(EmailAddress("jo@alder.example"))
        let body =
            """
            Dear J\u{F6},\n\n1 = 1, and a line that goes on for so long that it has to be broken by whoever \
            writes it down.\n
            """
        var mail = MailMessage(
            id: "a-1", from: nil, to: [.init(name: "Jo", address: address)], subject: "Reminder", body: body,
            at: Instant(milliseconds: 0), offset: 0)
        if hasList { mail.attachments = [.init(name: "list.csv", type: .csv, text: "a,b\r\n")] }
        let lines = MailReading(mail.text).lines
        #expect(lines.prefix(3) == ["To: \"Jo\" <jo@alder.example>", "Subject: Reminder", ""])
        #expect(
            lines.dropFirst(3).prefix(3)
                == body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).prefix(3))
        #expect(!lines.contains { $0.contains("a,b") })
    }
}
