import Receivables
import Testing

@Suite struct RatesTests {
    private static let eur = Currency("EUR") ?? .usd, jpy = Currency("JPY") ?? .usd, gbp = Currency("GBP") ?? .usd

    private func given(_ currency: Currency, _ text: String, into target: Currency, on day: Int = 0) throws -> GivenRate
    {
        GivenRate(
            currency, into: target, day: Day(number: 20_000).advanced(by: Int(day)),
            rate: try #require(ExchangeRate(text)))
    }

    @Test("A typed rate is above zero and means one thing", arguments: ["-0.5", "+5", "1,000", "0", "1e3", ""])
    func refused(text: String) {
        let eur = Currency("EUR") ?? .usd
        #expect(throws: RateWords.Problem.self) { _ = try RateWords.read(["JPY", Substring(text)], base: eur) }
    }

    @Test("Of a rate told both ways round the newer one holds")
    func toldBothWays() throws {
        let jpy = try #require(Currency("JPY"))
        let day = Day(number: 20_000)
        let rates = Rates(
            base: jpy,
            given: [
                GivenRate(.usd, into: jpy, day: day, rate: try #require(ExchangeRate("100"))),
                GivenRate(jpy, into: .usd, day: day.advanced(by: 9), rate: try #require(ExchangeRate("0.005"))),
            ])
        #expect(rates.byCurrency[.usd]?.text == "200")
    }

    @Test("Rates given into one currency serve another: turned round, or by way of the first")
    func crossed() throws {
        let given = [
            try given(RatesTests.jpy, "0.01", into: RatesTests.eur), try given(.usd, "0.8", into: RatesTests.eur),
        ]
        let rates = Rates(base: .usd, given: given)
        #expect(rates.inBase(Money(minor: 80, RatesTests.eur))?.minor == 100)
        #expect(rates.inBase(Money(minor: 800, RatesTests.jpy))?.minor == 1_000)
        #expect(rates.inBase(Money(minor: 1, RatesTests.gbp)) == nil)
        #expect(Rates(base: RatesTests.eur, given: given).inBase(Money(minor: 100, .usd))?.minor == 80)
    }

    @Test("The newest rate counts")
    func newest() throws {
        let given = [
            try given(RatesTests.jpy, "0.02", into: .usd, on: 3),
            try given(RatesTests.jpy, "0.01", into: .usd, on: -400),
        ]
        #expect(Rates(base: .usd, given: given).inBase(Money(minor: 100, RatesTests.jpy))?.minor == 200)
    }

    @Test(
        "A rate is typed as a number above zero",
        arguments: [
            ("0.0062", "0.0062"), ("1,25", "1.25"), (".5", "0.5"), ("160", "160"), ("0", nil), ("-1", nil), ("1.", nil),
            ("x", nil), ("1.2.3", nil),
            ("0.0000000001", nil), ("99999999999", nil),
        ])
    func typed(text: String, read: String?) { #expect(ExchangeRate(text)?.text == read) }

    @Test("In another currency the rules keep their whole units")
    func rules() {
        let rules = Rules(base: .usd).counting(in: RatesTests.jpy)
        #expect(rules.base == RatesTests.jpy)
        #expect(rules.minimum == 25)
        #expect(rules.counting(in: .usd).minimum == 2_500)
    }
}
