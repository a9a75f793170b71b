/// A message of ours read back: what a user wants to see of it.
public struct MailReading: Sendable {
    /// To, subject, an empty line, the words.
    public let lines: [String]

    /// - Parameter text: a file that `MailMessage` wrote.
    public init(_ text: String) {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.last == "\r" ? $0.dropLast() : $0
        }
        let flat =
            text.contains("\r\n")
            ? text.split(separator: "\r\n", omittingEmptySubsequences: false).map { $0[...] } : rows
        let head = flat.prefix { !$0.isEmpty }
        // Of a message with a list attached, the words are the first part.
        let isParted = head.contains { $0.hasPrefix("Content-Type: multipart") }
        var rest = flat.dropFirst(head.count + 1)
        if isParted { rest = rest.drop { !$0.isEmpty }.dropFirst() }
        let words = isParted ? rest.prefix { !$0.hasPrefix("--") } : rest.prefix { _ in true }
        let shown = head.filter { $0.hasPrefix("To:") || $0.hasPrefix("Subject:") }.map(String.init)
        let body = MailReading.decoded(words.joined(separator: "\n"))
        lines = shown + [""] + body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Quoted-printable as text (RFC 2045 §6.7).
    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if rest.first == UInt8(ascii: "\n") {
                rest.removeFirst()
            } else if rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
