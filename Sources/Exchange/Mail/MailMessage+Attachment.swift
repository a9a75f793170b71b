extension MailMessage {
    /// A file that goes with a message.
    public struct Attachment: Sendable, Hashable {
        /// ASCII letters, digits, dots, hyphens and underscores: whatever else is left out.
        public let name: String
        /// Its media type, such as `text/csv`.
        public let type: MediaType
        /// The file's contents.
        public let bytes: [UInt8]

        /// What kind of file it is.
        public enum MediaType: String, Sendable {
            case csv = "text/csv; charset=utf-8"
            case calendar = "text/calendar; charset=utf-8"
            case pdf = "application/pdf"
            case other = "application/octet-stream"

            /// By the ending of a file's name.
            public static func named(_ name: String) -> MediaType {
                name.lowercased().hasSuffix(".pdf") ? .pdf : name.lowercased().hasSuffix(".csv") ? .csv : .other
            }
        }

        /// Creates an attachment; other characters than those of `name` are dropped from its name.
        public init(name: String, type: MediaType, bytes: [UInt8]) {
            self.name = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
            self.type = type
            self.bytes = bytes
        }

        /// Creates an attachment from text, in UTF-8.
        public init(name: String, type: MediaType, text: String) {
            self.init(name: name, type: type, bytes: Array(text.utf8))
        }

        /// Its head and lines as a part of a message: Base64, so that it arrives byte by byte (RFC 2045, RFC 2183).
        var part: [String] {
            [
                "Content-Type: \(type.rawValue)", "Content-Disposition: attachment;\r\n filename=\"\(name)\"",
                "Content-Transfer-Encoding: base64", "",
            ] + MailText.base64Lines(bytes)
        }
    }
}
