/// A company's own code for terms of payment, such as `NAH4`; compared without case and outer blanks.
public struct TermsCode: Hashable, Sendable, Codable, CodingKeyRepresentable, Comparable {
    /// In capitals.
    public let text: String

    /// - Parameter text: the code as a file or the rules have it.
    public init(_ text: some StringProtocol) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }

    /// Reads a code that is the key of a dictionary.
    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }

    /// The code as the key of a dictionary in JSON.
    public var codingKey: any CodingKey { Key(stringValue: text) }

    /// Orders by text, for stable lists.
    public static func < (left: TermsCode, right: TermsCode) -> Bool { left.text < right.text }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }
}
