import Foundation
import Testing

/// A message as whoever gets it reads it: heads unfolded, encoded words and bodies decoded. Reading one fails the test
/// where a line is too long, is not ASCII, or ends otherwise than in CRLF.
struct ReceivedMail {
    struct Part {
        var head: [String]
        var content: String
    }

    let head: [String]
    let parts: [Part]

    init(_ text: String) throws {
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 }, "a line is too long")
        #expect(
            lines.allSatisfy { $0.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } },
            "a line has more than plain text")
        let (head, body) = ReceivedMail.divided(text)
        self.head = head
        guard let type = head.first(where: { $0.hasPrefix("Content-Type: multipart/mixed; boundary=") }) else {
            parts = [Part(head: head, content: try ReceivedMail.decoded(body, head))]
            return
        }
        let boundary = "--" + type.split(separator: "\"")[1]
        let pieces = ("\r\n" + body).components(separatedBy: "\r\n" + boundary)
        #expect(pieces.first == "" && pieces.last == "--\r\n")
        parts = try pieces.dropFirst().dropLast().map { piece in
            let (head, body) = ReceivedMail.divided(String(piece.dropFirst()))
            return Part(head: head, content: try ReceivedMail.decoded(body, head))
        }
    }

    /// The headers' names, in their order.
    var names: [String] { head.map { String($0.prefix { $0 != ":" }) } }

    /// A header's value in words.
    func value(_ name: String) throws -> String {
        let line = try #require(head.first { $0.hasPrefix(name + ": ") })
        let words = line.dropFirst(name.count + 2).split(separator: " ").map(String.init)
        var text = ""
        var wasEncoded = false
        for word in words {
            let isEncoded = word.hasPrefix("=?UTF-8?B?")
            // Between two encoded words the space is only there to part them (RFC 2047 §6.2).
            if !text.isEmpty, !(wasEncoded && isEncoded) { text += " " }
            text += isEncoded ? try ReceivedMail.base64(String(word.dropFirst(10).dropLast(2))) : word
            wasEncoded = isEncoded
        }
        return text
    }

    private static func divided(_ text: String) -> (head: [String], body: String) {
        let pieces = text.components(separatedBy: "\r\n\r\n")
        let head = pieces[0].replacing("\r\n ", with: " ").components(separatedBy: "\r\n")
        return (head, pieces.dropFirst().joined(separator: "\r\n\r\n"))
    }

    private static func decoded(_ body: String, _ head: [String]) throws -> String {
        if head.contains("Content-Transfer-Encoding: base64") { return try base64(body) }
        #expect(head.contains("Content-Transfer-Encoding: quoted-printable"))
        var bytes: [UInt8] = []
        var rest = Array(body.replacing("=\r\n", with: "").utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x3D {
                bytes.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func base64(_ text: String) throws -> String {
        String(decoding: try #require(Data(base64Encoded: text, options: .ignoreUnknownCharacters)), as: UTF8.self)
    }
}
