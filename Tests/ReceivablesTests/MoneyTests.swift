import Receivables
import Testing

@Suite struct MoneyTests {
    static let decimals: [(String, String, String?, Bool)] = [
        ("1234.50", "USD", "1234.50", false), ("-0.05", "USD", "-0.05", false), ("1500", "JPY", "1500", false),
        ("12.345", "KWD", "12.345", false), ("10.005", "USD", "10.01", true), ("-10.005", "USD", "-10.01", true),
        ("10.0049", "USD", "10.00", true), ("0.001", "USD", "0.00", true), (".5", "USD", "0.50", false),
        ("7", "USD", "7.00", false), ("1500.5", "JPY", "1501", true), ("", "USD", nil, false), ("-", "USD", nil, false),
        ("1,5", "USD", nil, false), ("1.2.3", "USD", nil, false), ("99999999999999999999", "USD", nil, false),
        ("90071992547409.93", "IDR", "90071992547409.93", false),
    ]

    @Test(
        "Decimal text is read exactly, rounded half-up at the currency's exponent, and refused where it is none",
        arguments: decimals)
    func reading(text: String, code: String, expected: String?, rounded: Bool) throws {
        let currency = try #require(Currency(code))
        let read = Money.reading(text, in: currency)
        #expect(read?.money.decimal == expected)
        if expected != nil { #expect(read?.rounded == rounded) }
    }

    @Test("An overflow and mixed currencies are errors, never a wrap")
    func errors() {
        let most = Money(minor: .max, .usd)
        #expect(throws: MoneyError.overflow) { try most + Money(minor: 1, .usd) }
        #expect(throws: MoneyError.self) { try most + Money(minor: 1, Currency("EUR") ?? .usd) }
    }

    @Test("A rate converts half-up between currencies of different exponents")
    func rates() throws {
        let yen = try #require(Currency("JPY"))
        let rate = try #require(ExchangeRate(billionths: 6_650_000))
        #expect(rate.converting(Money(minor: 1_000, yen), to: .usd).decimal == "6.65")
        #expect(rate.converting(Money(minor: -1_001, yen), to: .usd).decimal == "-6.66")
        #expect(rate.converting(Money(minor: .max, yen), to: .usd).minor > 0)
    }

    @Test("People read thousands apart, machines don't")
    func texts() {
        #expect(Money(minor: -123_456_789, .usd).grouped == "-1,234,567.89")
        #expect(Money(minor: 123_456_750, .usd).roundedToMajor == "1,234,568")
        #expect(Money(minor: 123, .usd).decimal == "1.23")
    }
}
