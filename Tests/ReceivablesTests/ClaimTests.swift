import Receivables
import Testing

@Suite struct ClaimTests {
    static func judge(_ claims: [Claim], _ money: [MoneySeen], cash: CashKnown = CashKnown(), on day: Int)
        -> [ClaimVerdict]
    {
        ClaimSearch.judge(claims, money: money, cash: cash, rules: PromiseTests.rules, on: PromiseTests.day(day)).map(
            \.verdict)
    }

    static func claim(_ amount: Int64?, paid day: Int, reference: String = "", entry: Int64 = 10) -> Claim {
        Claim(
            part: EntryPart(entry: entry), made: PromiseTests.today, amount: amount.map { Money(minor: $0, .usd) },
            day: PromiseTests.day(day), reference: reference)
    }

    @Test(
        "A claimed payment is looked for until three business days after its day, and not found only once cash is known"
    )
    func life() {
        let claim = ClaimTests.claim(100_00, paid: -1)
        #expect(ClaimTests.judge([claim], [], on: 2) == [.lookedFor])
        #expect(ClaimTests.judge([claim], [], on: 3) == [.notVerified(cashKnownTo: nil)])
        #expect(ClaimTests.judge([claim], [], cash: PromiseTests.extracts(on: 3), on: 3) == [.notFound])
        let money = PromiseTests.money(100_00, on: 1)
        #expect(
            ClaimTests.judge([claim], [money], on: 1) == [.found(Money(minor: 100_00, .usd), on: PromiseTests.day(1))])
    }

    @Test("Money is found by its reference, its amount, or the parts it was matched in; each unit once")
    func found() {
        var named = PromiseTests.money(70_00, on: -9, seen: 3)
        named.reference = "TR-9"
        #expect(
            ClaimTests.judge([ClaimTests.claim(nil, paid: -1, reference: "tr-9")], [named], on: 0) == [
                .found(Money(minor: 70_00, .usd), on: PromiseTests.day(-9))
            ])
        let parts = [PromiseTests.money(60_00, on: 0, item: "I1"), PromiseTests.money(40_00, on: 0, item: "I2")]
        #expect(
            ClaimTests.judge([ClaimTests.claim(100_00, paid: -1)], parts, on: 1) == [
                .found(Money(minor: 100_00, .usd), on: PromiseTests.day(0))
            ])
        let twice = [ClaimTests.claim(60_00, paid: -1), ClaimTests.claim(60_00, paid: -1, entry: 11)]
        #expect(ClaimTests.judge(twice, parts, on: 1).last == .lookedFor)
    }
}
