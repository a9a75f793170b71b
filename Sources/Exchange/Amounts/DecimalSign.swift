/// What stands between the whole part of an amount and its decimals.
public enum DecimalSign: String, Sendable, Hashable, CaseIterable, Codable {
    case point = "."
    case comma = ","

    var byte: UInt8 { self == .point ? 0x2E : 0x2C }
    var other: DecimalSign { self == .point ? .comma : .point }

    /// `decimal point`.
    public var words: String { self == .point ? "decimal point" : "decimal comma" }
}
