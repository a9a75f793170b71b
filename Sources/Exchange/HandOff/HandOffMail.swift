import Receivables

/// What a hand-off list says as a message: a few words, and the list as a CSV attached.
public struct HandOffMail: Sendable {
    /// Who gets the list.
    public var recipient: HandOff
    /// The cases, in the order of the list.
    public var cases: [HandOffCase]
    /// The moment that the list is of.
    public var moment: Moment
    private var today: Day { moment.day }

    /// Creates the message of a list.
    public init(for recipient: HandOff, _ cases: [HandOffCase], at moment: Moment) {
        self.recipient = recipient
        self.cases = cases
        self.moment = moment
    }

    /// The message, ready to be sent.
    ///
    /// - Parameters:
    ///   - id: what the message is known by; letters, digits and hyphens.
    ///   - from: who sends it; nil if the mail program fills it in.
    ///   - to: empty if the sender fills it in.
    ///   - offset: seconds east of UTC of the clock by which it is dated.
    public func message(id: String, from: MailMessage.Mailbox?, to: [MailMessage.Mailbox] = [], offset: Int)
        -> MailMessage
    {
        MailMessage(
            id: id, from: from, to: to, subject: subject, body: words,
            attachments: [.init(name: fileName + ".csv", type: .csv, text: Listing.handOff(cases).csv)], at: moment.at,
            offset: offset)
    }

    /// `sales-2026-11-24`: what files of it are called.
    public var fileName: String { HandOffMail.fileName(recipient, today) }

    /// The name of a list's file, without its ending; nil for the list of all recipients.
    public static func fileName(_ recipient: HandOff?, _ day: Day) -> String {
        let words = (recipient?.title ?? "all").lowercased().map {
            $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
        }
        return "hand-off-" + String(words).split(separator: "-").joined(separator: "-").prefix(40) + "-\(day.iso)"
    }

    /// What the recipient has to do, in one line.
    public var subject: String {
        let answers = cases.count(where: \.canBeAnswered)
        guard answers > 0 else { return "\(recipient.title): \(count(cases.count, "case")) of \(today.long)" }
        let late = cases.filter { $0.canBeAnswered && ($0.due.map { $0 < today } ?? false) }.count
        return "\(recipient.title): \(count(answers, "dispute")) to be answered" + (late > 0 ? ", \(late) overdue" : "")
    }

    /// What the message says: the cases in words, and how an answer comes back.
    var words: String {
        var lines = cases.map { item in
            let amount = item.amount.map { " \($0.withCurrency)" } ?? ""
            let due = item.due.map { " (due \($0.short))" } ?? ""
            let text = item.text.isEmpty ? "" : ": \(item.text)"
            return
                """
                - \(item.name), \(item.document.isEmpty ? item.account.text : item.document)\(amount), \
                \(item.kind.words)\(due)\(text)
                """
        }
        if cases.contains(where: \.canBeAnswered) {
            lines += [
                "",
                "Please fill in the last two columns of the list and send it back: \u{201C}answer\u{201D} is one of"
                    + """
                     \(Dispute.Outcome.allCases.map(\.rawValue).joined(separator: ", ")), answered; \
                    \u{201C}answer text\u{201D} is what we may tell the customer.
                    """,
            ]
        }
        return lines.map { $0.visible() }.joined(separator: "\n") + "\n"
    }

    private func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
