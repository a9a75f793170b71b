import Receivables

/// A message ready to send, as a file that every mail program opens (RFC 5322, UTF-8, CRLF).
public struct MailMessage: Sendable, Hashable {
    /// What the message is known by; letters, digits and hyphens.
    public var id: String
    /// Empty where the user has not said who sends: the mail program fills it in.
    public var from: Mailbox?
    /// Empty if the sender fills it in.
    public var to: [Mailbox]
    /// The subject; characters beyond ASCII are encoded when it is written.
    public var subject: String
    /// Lines ended by line feeds.
    public var body: String
    /// The files that go with it, in their order.
    public var attachments: [Attachment]
    /// The moment by which it is dated.
    public var at: Instant
    /// Seconds east of UTC of the clock by which it is dated.
    public var offset: Int

    /// Creates a message, by default without attachments.
    public init(
        id: String, from: Mailbox?, to: [Mailbox], subject: String, body: String, attachments: [Attachment] = [],
        at: Instant, offset: Int
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.attachments = attachments
        self.at = at
        self.offset = offset
    }

    /// The bytes of the file.
    public var text: String { (head + content).joined(separator: "\r\n") + "\r\n" }

    private var head: [String] {
        var head = ["Date: " + date]
        if let from { head.append("From: " + MailText.folded(from.words, after: 6)) }
        if !to.isEmpty { head.append("To: " + MailText.folded(Mailbox.words(to), after: 4)) }
        head.append("Subject: " + MailText.unstructured(subject, after: 9))
        head.append("Message-ID: <\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })@\(domain)>")
        // Mail programs open such a file to be looked at and sent, rather than as one that came.
        head.append("X-Unsent: 1")
        return head + ["MIME-Version: 1.0"]
    }

    /// The words alone, or as the first of several parts.
    private var content: [String] {
        let words = [
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            MailText.quotedPrintable(body),
        ]
        guard !attachments.isEmpty else { return words }
        let between = "--" + MailMessage.boundary
        return ["Content-Type: multipart/mixed; boundary=\"\(MailMessage.boundary)\"", "", between] + words
            + attachments.flatMap { [between] + $0.part } + [between + "--"]
    }

    /// Neither quoted-printable nor Base64 can hold it (RFC 2045 §6.7).
    private static let boundary = "=_duly"

    /// Who sends makes ids unique; no one's is taken where that isn't known (RFC 6761).
    private var domain: String { from?.address.text.split(separator: "@").last.map(String.init) ?? "duly.invalid" }

    /// `Tue, 24 Nov 2026 09:41:00 +0000`
    private var date: String {
        let local = at.local(offset: offset)
        let (year, month, day) = local.day.civil
        let seconds = ((at.milliseconds / 1000 + Int64(offset)) % 60 + 60) % 60
        let minutes = abs(offset) / 60
        let zone = (offset < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
        return
            """
            \(local.day.weekday.short), \(day) \(Day.monthNames[month - 1]) \(year) \
            \(local.time.text):\(two(Int(seconds))) \(zone)
            """
    }

    private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
