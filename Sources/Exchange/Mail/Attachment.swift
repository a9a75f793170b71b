extension MailMessage {
    /// A file of text that goes with a message.
    public struct Attachment: Sendable, Hashable {
        /// ASCII letters, digits, dots, hyphens and underscores: whatever else is left out.
        public let name: String
        /// Its media type, such as `text/csv`.
        public let type: MediaType
        public let text: String

        public enum MediaType: String, Sendable {
            case csv = "text/csv"
        }

        public init(name: String, type: MediaType, text: String) {
            self.name = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
            self.type = type
            self.text = text
        }

        /// Its head and lines as a part of a message: Base64, so that it arrives byte by byte (RFC 2045, RFC 2183).
        var part: [String] {
            [
                "Content-Type: \(type.rawValue); charset=utf-8", "Content-Disposition: attachment;\r\n filename=\"\(name)\"",
                "Content-Transfer-Encoding: base64", "",
            ] + MailText.base64Lines(text)
        }
    }
}
