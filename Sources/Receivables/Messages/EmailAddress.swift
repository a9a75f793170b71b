/// An address that can stand in a message's head as it is: no spaces, no marks that a head is built of, no line ends.
///
/// Narrower than RFC 5322 allows (no quoted local parts, no comments, ASCII alone): what an ERP has beyond that is
/// nearly always a mistake, and is named as one.
public struct EmailAddress: Hashable, Sendable {
    /// The address as it was written.
    public let text: String

    /// Checks a text; nil unless it is one plain address of at most 254 bytes.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, EmailAddress.isLocal(parts[0]), EmailAddress.isDomain(parts[1])
        else { return nil }
        self.text = text
    }

    /// The first address of a cell that may hold several.
    public static func first(in cell: String) -> EmailAddress? {
        cell.split { $0 == ";" || $0 == "," || $0.isWhitespace }.lazy.compactMap { EmailAddress($0) }.first
    }

    private static func isLocal(_ part: Substring) -> Bool {
        // One that begins with a minus would be an option of a mail command.
        (1...64).contains(part.utf8.count) && part.first != "-" && areDotsInside(part)
            && part.utf8.allSatisfy { isWord($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isWord($0) || $0 == 0x2D }
            }
    }

    private static func areDotsInside(_ part: Substring) -> Bool {
        !part.split(separator: ".", omittingEmptySubsequences: false).contains { $0.isEmpty }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
