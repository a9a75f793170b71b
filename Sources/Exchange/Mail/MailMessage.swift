import Receivables

/// A message ready to send, as a file that every mail program opens (RFC 5322, UTF-8, CRLF).
public struct MailMessage: Sendable, Hashable {
    /// What the message is known by; letters, digits and hyphens.
    public var id: String
    /// Empty where the user has not said who sends: the mail program fills it in.
    public var from: Mailbox?
    public var to: Mailbox
    public var subject: String
    /// Lines ended by line feeds.
    public var body: String
    public var at: Instant
    /// Seconds east of UTC of the clock by which it is dated.
    public var offset: Int

    public init(id: String, from: Mailbox?, to: Mailbox, subject: String, body: String, at: Instant, offset: Int) {
        self.id = id
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.at = at
        self.offset = offset
    }

    /// A person and an address.
    public struct Mailbox: Sendable, Hashable {
        public var name: String
        public var address: EmailAddress

        public init(name: String, address: EmailAddress) {
            self.name = name
            self.address = address
        }

        /// Reads `Ana Ruiz <ana@example.com>` or a bare address.
        public init?(_ text: String) {
            let trimmed = MailText.line(text)
            guard let open = trimmed.lastIndex(of: "<"), trimmed.hasSuffix(">") else {
                guard let address = EmailAddress(trimmed) else { return nil }
                self.init(name: "", address: address)
                return
            }
            guard let address = EmailAddress(trimmed[trimmed.index(after: open)...].dropLast()) else { return nil }
            let name = trimmed[..<open].split(separator: " ").joined(separator: " ")
            let isQuoted = name.count >= 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
            self.init(name: isQuoted ? String(name.dropFirst().dropLast()) : name, address: address)
        }

        fileprivate func header(after used: Int) -> String {
            guard !MailText.line(name).isEmpty else { return address.text }
            return MailText.folded(MailText.phrase(name) + ["<\(address.text)>"], after: used)
        }
    }

    /// The bytes of the file.
    public var text: String {
        var head = ["Date: " + date]
        if let from { head.append("From: " + from.header(after: 6)) }
        head.append("To: " + to.header(after: 4))
        head.append("Subject: " + MailText.unstructured(subject, after: 9))
        head.append("Message-ID: <\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })@\(domain)>")
        // Mail programs open such a file to be looked at and sent, rather than as one that came.
        head.append("X-Unsent: 1")
        head += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"]
        return head.joined(separator: "\r\n") + "\r\n\r\n" + MailText.quotedPrintable(body) + "\r\n"
    }

    /// Who sends makes ids unique; nobody's is taken where that isn't known (RFC 6761).
    private var domain: String { from?.address.text.split(separator: "@").last.map(String.init) ?? "duly.invalid" }

    /// `Tue, 24 Nov 2026 09:41:00 +0000`
    private var date: String {
        let local = at.local(offset: offset)
        let (year, month, day) = local.day.civil
        let seconds = ((at.milliseconds / 1000 + Int64(offset)) % 60 + 60) % 60
        let minutes = abs(offset) / 60
        let zone = (offset < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
        return "\(local.day.weekday.short), \(day) \(Day.monthNames[month - 1]) \(year) \(local.time.text):\(two(Int(seconds))) \(zone)"
    }

    private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
