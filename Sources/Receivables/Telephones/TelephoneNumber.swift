/// A telephone number, as it was read from what somebody wrote: what is compared and dialled, and what is shown.
///
/// Two spellings of a number make equal E.164 texts, so numbers are compared and never their spellings. A number that
/// can't exist has none: it is kept as it was written, is shown with a mark, and is never dialled.
public struct TelephoneNumber: Hashable, Sendable, Codable, CustomStringConvertible {
    /// `+441134960182`; empty where no such number can exist.
    public let e164: String
    /// The digits to ask for behind a switchboard; empty without one.
    public let extensionDigits: String
    /// What was written next to it: `mobile`, `mornings only`.
    public let remark: String
    /// As its country writes it, without the extension; an impossible number as it was written.
    public let shown: String

    /// A number that exists, as far as can be told.
    public init(e164: String, extensionDigits: String = "", remark: String = "", shown: String = "") {
        self.e164 = TelephoneNumber.isE164(e164) ? e164 : ""
        self.extensionDigits = extensionDigits
        self.remark = remark
        self.shown = shown.isEmpty ? e164 : shown
    }

    /// A number that can't exist, as it was written.
    public init(impossible written: String, extensionDigits: String = "", remark: String = "") {
        self.init(e164: "", extensionDigits: extensionDigits, remark: remark, shown: written)
    }

    /// Whether it can be dialled at all.
    public var isPossible: Bool { !e164.isEmpty }

    /// `0113 496 0182 ext. 204 (mornings only)`
    public var text: String { brief + (remark.isEmpty ? "" : " (\(remark))") }

    /// `0113 496 0182 ext. 204`
    public var brief: String { shown + (extensionDigits.isEmpty ? "" : " ext. \(extensionDigits)") }

    /// How the journal names it: `+441134960182;ext=204`, an impossible one as it was written.
    public var key: String {
        guard isPossible else { return brief }
        return e164 + (extensionDigits.isEmpty ? "" : ";ext=\(extensionDigits)")
    }

    /// Whether a text is the `key` of a number that exists.
    public static func isKey(_ text: String) -> Bool { isE164(String(text.prefix { $0 != ";" })) }

    /// A plus, and 2 to 15 digits of which the first is no zero. Nothing else is ever dialled.
    public static func isE164(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == 0x2B && (2...15).contains(digits.count) && digits.first != 0x30
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The number as `text` shows it.
    public var description: String { text }

    // MARK: Comparing

    /// Whether what the journal names is this number.
    ///
    /// - Parameter name: a `key`, or the spelling of an entry from before there were keys.
    public func isNamed(by name: String) -> Bool {
        if isPossible, name.first == "+", name.contains(";ext=") || TelephoneNumber.isE164(name) { return name == key }
        let digits = TelephoneNumber.digits(name)
        return name == key
            || !digits.isEmpty
                && (digits == e164.dropFirst() + extensionDigits || digits == TelephoneNumber.digits(brief))
    }

    /// Whether it is reached by dialling what the journal names: the number itself, or the line in front of the
    /// extension.
    public func isBehind(_ name: String) -> Bool { isNamed(by: name) || isPossible && name == e164 }

    /// Whether dialling what the journal names rings there too, whatever the extension.
    public func sharesLine(with name: String) -> Bool {
        if isPossible, TelephoneNumber.isKey(name) { return name.prefix { $0 != ";" } == e164 }
        return isNamed(by: name)
    }

    /// Whether a spelling may mean this number although its country is unknown: all the digits that were
    /// written, from the area code on, are at its end.
    ///
    /// Too few digits say nothing; in doubt a number counts as meant, for this decides what is not to be dialled.
    public func isWritten(like spelling: String) -> Bool {
        let digits = TelephoneNumber.digits(spelling)
        let significant = digits.drop { $0 == "0" }
        if isPossible, significant.count >= TelephoneNumber.fewestDigits, e164.hasSuffix(significant) { return true }
        return !digits.isEmpty && digits == TelephoneNumber.digits(shown)
    }

    private static let fewestDigits = 7

    static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }

    // MARK: Without tables

    /// What can be told without knowing how countries number their telephones: a single number in international form.
    public static func international(_ text: String) -> [TelephoneNumber] {
        guard !text.isEmpty else { return [] }
        let isPlain =
            text.first == "+" && text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || " -.".contains($0)) }
        let e164 = "+" + digits(text)
        return [isPlain && isE164(e164) ? TelephoneNumber(e164: e164, shown: text) : TelephoneNumber(impossible: text)]
    }
}
