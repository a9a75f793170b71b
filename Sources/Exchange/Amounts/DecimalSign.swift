/// What stands between the whole part of an amount and its decimals.
public enum DecimalSign: String, Sendable, Hashable, CaseIterable, Codable {
    case point = "."
    case comma = ","

    var byte: UInt8 { self == .point ? 0x2E : 0x2C }
    var other: DecimalSign { self == .point ? .comma : .point }

    /// `1,234.56`.
    public var example: String { self == .point ? "1,234.56" : "1.234,56" }
}
