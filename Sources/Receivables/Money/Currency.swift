/// An ISO 4217 currency, packed into two bytes so that a million amounts stay small.
///
/// The exponent (how many decimals an amount has) is the currency's own: JPY has 0, KWD 3, most have 2.
public struct Currency: Hashable, Sendable {
    private let packed: UInt16

    /// The currency of a three-letter code, in either case, or nil for anything else.
    ///
    /// Codes that ISO 4217 does not list are accepted with two decimals: extracts carry house codes,
    /// and refusing money because of its label would lose it.
    public init?(_ code: some StringProtocol) {
        var packed: UInt16 = 0
        var letters = 0
        for byte in code.utf8 {
            let upper = byte & 0xDF
            guard (0x41...0x5A).contains(upper), letters < 3 else { return nil }
            packed = packed * 26 + UInt16(upper - 0x41)
            letters += 1
        }
        guard letters == 3 else { return nil }
        self.packed = packed
    }

    /// The currency of three letters in ASCII, for readers that hold bytes.
    public init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        let letters = (first & 0xDF, second & 0xDF, third & 0xDF)
        let capitals: ClosedRange<UInt8> = 0x41...0x5A
        guard capitals.contains(letters.0), capitals.contains(letters.1), capitals.contains(letters.2) else {
            return nil
        }
        packed = (UInt16(letters.0 - 0x41) * 26 + UInt16(letters.1 - 0x41)) * 26 + UInt16(letters.2 - 0x41)
    }

    /// The three capital letters.
    public var code: String {
        String(unsafeUninitializedCapacity: 3) { bytes in
            (bytes[0], bytes[1], bytes[2]) = letters
            return 3
        }
    }

    /// The three capital letters in ASCII, for writers of bytes.
    public var letters: (UInt8, UInt8, UInt8) {
        (UInt8(packed / 676) + 0x41, UInt8(packed / 26 % 26) + 0x41, UInt8(packed % 26) + 0x41)
    }

    /// The number of decimals of an amount (ISO 4217, "minor unit").
    public var exponent: Int { Int(Currency.exponents[Int(packed)]) }

    /// By packed code: asked for with every conversion, so a table and not a search.
    private static let exponents: [UInt8] = {
        let unusual: [UInt8: String] = [
            0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
            3: "BHD IQD JOD KWD LYD OMR TND",
            4: "CLF UYW",
        ]
        var table = [UInt8](repeating: 2, count: 26 * 26 * 26)
        for (exponent, codes) in unusual {
            for code in codes.split(separator: " ") {
                if let currency = Currency(code) { table[Int(currency.packed)] = exponent }
            }
        }
        return table
    }()

    /// Minor units in one major unit: 100 for USD, 1 for JPY, 1000 for KWD.
    public var minorPerMajor: Int64 {
        switch exponent {
        case 0: 1
        case 3: 1_000
        case 4: 10_000
        default: 100
        }
    }
}

extension Currency: Comparable {
    /// Orders by code, alphabetically.
    public static func < (left: Currency, right: Currency) -> Bool { left.packed < right.packed }
}

extension Currency: CustomStringConvertible {
    /// The three capital letters.
    public var description: String { code }
}

extension Currency: Codable {
    /// Decodes a three-letter code.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for anything else.
    public init(from decoder: any Decoder) throws {
        let code = try decoder.singleValueContainer().decode(String.self)
        guard let currency = Currency(code) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(code) is not a currency code"))
        }
        self = currency
    }

    /// Encodes the three-letter code as a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}

extension Currency {
    /// US dollars: what a book counts in until it is told otherwise.
    public static let usd = Currency(usd: ())

    private init(usd: ()) {
        packed = (UInt16(20) * 26 + 18) * 26 + 3
    }
}
