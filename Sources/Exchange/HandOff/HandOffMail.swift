import Foundation
import Receivables

/// A hand-off list as a message ready to be sent: a few words, and the list as a CSV attached (RFC 5322, RFC 2045, 2047).
public struct HandOffMail: Sendable {
    public var recipient: HandOff
    public var cases: [HandOffCase]
    public var today: Day
    /// Empty for whoever sends it to fill in.
    public var to: String

    public init(to: String = "", for recipient: HandOff, _ cases: [HandOffCase], today: Day) {
        self.recipient = recipient
        self.cases = cases
        self.today = today
        self.to = to
    }

    /// `sales-2026-11-24`: what files of it are called.
    public var fileName: String { HandOffMail.fileName(recipient, today) }

    public static func fileName(_ recipient: HandOff?, _ day: Day) -> String {
        let words = (recipient?.title ?? "all").lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return "hand-off-" + String(words).split(separator: "-").joined(separator: "-").prefix(40) + "-\(day.iso)"
    }

    public var subject: String {
        let answers = cases.count(where: \.canBeAnswered)
        guard answers > 0 else { return "\(recipient.title): \(count(cases.count, "case")) of \(today.long)" }
        let late = cases.filter { $0.canBeAnswered && ($0.due.map { $0 < today } ?? false) }.count
        return "\(recipient.title): \(count(answers, "dispute")) to be answered" + (late > 0 ? ", \(late) overdue" : "")
    }

    /// Lines end in CR LF; nothing of it is longer than a line may be, nothing of it can make a header.
    public var text: String {
        let boundary = "duly-\(today.iso)-list"
        var lines = [
            "To: \(HandOffMail.header(to))", "Subject: \(HandOffMail.encoded(HandOffMail.header(subject)))", "MIME-Version: 1.0",
            // Programs that follow it open the file as one to be finished and sent.
            "X-Unsent: 1", "Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "", "--\(boundary)",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ]
        lines += HandOffMail.base64(words.replacing("\n", with: "\r\n"))
        lines += [
            "--\(boundary)", "Content-Type: text/csv; charset=utf-8",
            "Content-Disposition: attachment;\r\n filename=\"\(fileName).csv\"", "Content-Transfer-Encoding: base64", "",
        ]
        lines += HandOffMail.base64(Listing.handOff(cases).csv)
        lines += ["--\(boundary)--", ""]
        return lines.joined(separator: "\r\n")
    }

    /// What the message says: the cases in words, and how an answer comes back.
    var words: String {
        var lines = cases.map { item in
            let amount = item.amount.map { " \($0.withCurrency)" } ?? ""
            let due = item.due.map { " (due \($0.short))" } ?? ""
            let text = item.text.isEmpty ? "" : ": \(item.text)"
            return "- \(item.name), \(item.document.isEmpty ? item.account.text : item.document)\(amount), \(item.kind.words)\(due)\(text)"
        }
        if cases.contains(where: \.canBeAnswered) {
            lines += [
                "", "Please fill in the last two columns of the list and send it back: \u{201C}answer\u{201D} is one of"
                    + " \(Dispute.Outcome.allCases.map(\.rawValue).joined(separator: ", ")), answered; \u{201C}answer text\u{201D} is what we may tell the customer.",
            ]
        }
        return lines.map { $0.visible() }.joined(separator: "\n") + "\n"
    }

    private func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

    /// A line of a header: what would end it is taken out.
    private static func header(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    /// Words beyond ASCII as encoded words of at most 75 characters each, folded (RFC 2047).
    static func encoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return text }
        var words: [String] = []
        var part = ""
        for character in text {
            if (part + String(character)).utf8.count > 42, !part.isEmpty {
                words.append(part)
                part = ""
            }
            part.append(character)
        }
        return (words + [part]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// In lines of 76 characters.
    private static func base64(_ text: String) -> [String] {
        Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
            .split(whereSeparator: \.isNewline).map(String.init)
    }
}
