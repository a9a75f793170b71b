import Receivables

extension MailMessage {
    /// A person and an address.
    public struct Mailbox: Sendable, Hashable {
        /// The person's name; empty for a bare address.
        public var name: String
        /// The address, already checked.
        public var address: EmailAddress

        /// Creates a mailbox.
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

        /// As words of a head, between which a line may end (RFC 5322 §3.4).
        var words: [String] {
            guard !MailText.line(name).isEmpty else { return [address.text] }
            return MailText.phrase(name) + ["<\(address.text)>"]
        }

        /// Several, with commas between them.
        static func words(_ several: [MailMessage.Mailbox]) -> [String] {
            several.enumerated().flatMap { place, mailbox in
                let words = mailbox.words
                return place == several.count - 1 ? words : words.dropLast() + [words[words.count - 1] + ","]
            }
        }
    }
}
