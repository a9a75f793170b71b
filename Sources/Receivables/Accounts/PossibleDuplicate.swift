/// What may be one customer twice. It is only ever reported: nothing is merged silently (DOMAIN.md §7).
public struct PossibleDuplicate: Sendable, Hashable {
    /// In what two accounts are alike.
    public enum Likeness: Sendable, Hashable {
        /// Another account's number differs in leading zeros, case, spaces or invisible signs only.
        case number(AccountNumber)
        /// The same number comes with another name, which this is.
        case name(String)
    }

    /// The account of the file that resembles one of the book.
    public var account: AccountNumber
    /// What it resembles, and by what.
    public var likeness: Likeness
    /// Where the file has it.
    public var line: Int

    /// Creates a report of a likely duplicate at a line of the file (counted from 1).
    public init(account: AccountNumber, likeness: Likeness, line: Int) {
        self.account = account
        self.likeness = likeness
        self.line = line
    }
}

extension AccountNumber {
    /// What is left of the number without case, spaces, leading zeros and invisible characters: two accounts that are
    /// alike in this are probably one. Letters with accents are equal however they are spelt, as Swift compares text.
    public var likeness: String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: text.lowercased().utf8.filter { $0 != 0x20 }.drop { $0 == 0x30 }, as: UTF8.self)
        }
        let visible = text.lowercased().unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(visible.drop { $0 == "0" }))
    }
}
