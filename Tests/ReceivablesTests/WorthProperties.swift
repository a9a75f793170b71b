import Receivables
import Testing

/// What holds of every payer, however its money and history look (seeded).
@Suite struct WorthProperties {
    /// A small generator, the same numbers every time.
    struct Chance {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
    }

    static let day = RankTests.today

    static func portfolio(_ chance: inout Chance) -> RankingBasis {
        let paid = (0..<200).map { _ in chance.below(5) == 0 ? chance.below(400) : chance.below(40) - 8 }
        let open = (0..<40).map { _ in chance.below(700) - 30 }
        let eur = ExchangeRate(billionths: Int64(1 + chance.below(3_000)) * 1_000_000)
        let rates = Rates(base: .usd, rates: Currency("EUR").flatMap { code in eur.map { [code: $0] } } ?? [:])
        return RankingBasis(
            rates: rates,
            paying: BookPaying(paid: DelayCounts(paid), open: DelayCounts(open), strategy: .standard),
            paymentsSince: Day(number: 15_000))
    }

    static func items(_ chance: inout Chance) -> [Item] {
        (0...chance.below(6)).map { nth in
            var item = AgeingTests.item(
                "I\(nth)", due: chance.below(160) - 120, open: Int64(1 + chance.below(900_000)),
                disputed: chance.below(4) == 0 ? Int64(chance.below(90_000)) : 0)
            if chance.below(4) == 0, let eur = Currency("EUR") { item.currency = eur }
            if chance.below(9) == 0, let sek = Currency("SEK") { item.currency = sek }
            return item
        }
    }

    static func payer(_ items: some Sequence<Item>, paid: [Int], cash: Int64) -> PayerFacts {
        WorthTests.payer(Array(items), paid: paid, cash: cash)
    }

    static func standing(_ payer: PayerFacts, _ portfolio: RankingBasis) -> Standing {
        rank(payer, portfolio: portfolio, rules: RankTests.rules, day: day, detail: .items)
    }

    @Test("Score and order can be worked out again from the printed worth and factors, and points add up to the score")
    func recomputed() {
        var chance = Chance(state: 1)
        for _ in 0..<2_000 {
            let portfolio = WorthProperties.portfolio(&chance)
            let paid = (0..<chance.below(12)).map { _ in chance.below(60) - 5 }
            let standing = WorthProperties.standing(
                WorthProperties.payer(
                    WorthProperties.items(&chance), paid: paid, cash: Int64(chance.below(3) * chance.below(500_000))),
                portfolio)
            let product = standing.reasons.reduce(1.0) { $0 * Double($1.factor) / 100 }
            #expect(standing.product == min(Int((product * 100).rounded()), Strategy.standard.highestProduct))
            #expect(standing.score == Score.of(standing.worth, product: standing.product, currencyUnit: 100))
            #expect(standing.points.reduce(0, +) == standing.score)
            let items = standing.askedItems.reduce(0.0) { sum, item in
                let amount = portfolio.rates.inBase(item.amount).map { Double($0.minor) } ?? 0
                return sum + amount * item.unpaidDays * item.likelihood * Double(item.share) / 100
            }
            #expect(abs(items - Double(standing.worth)) <= 1 + items * 1e-9)
            #expect(
                standing.askedItems.allSatisfy {
                    (0...30).contains($0.unpaidDays) && (0.25...1).contains($0.likelihood)
                })
        }
    }

    @Test("More money never lowers score or worth")
    func moreMoney() {
        var chance = Chance(state: 2)
        for _ in 0..<2_000 {
            let portfolio = WorthProperties.portfolio(&chance)
            let paid = (0..<chance.below(12)).map { _ in chance.below(60) - 5 }
            var items = WorthProperties.items(&chance)
            let cash = Int64(chance.below(2) * chance.below(300_000))
            let before = WorthProperties.standing(WorthProperties.payer(items, paid: paid, cash: cash), portfolio)
            let more = items.indices.randomElement(using: &chance) ?? 0
            items[more].open += Int64(1 + chance.below(400_000))
            items[more].amount = items[more].open
            let after = WorthProperties.standing(WorthProperties.payer(items, paid: paid, cash: cash), portfolio)
            #expect(after.worth >= before.worth)
            #expect(after.score >= before.score)
            // One more item, however small, as long as it is no half year older than the others.
            let oldest = items.map { $0.daysPastDue(on: WorthProperties.day) }.max() ?? 0
            items.append(
                AgeingTests.item(
                    "MORE", due: -max(0, oldest - 20 + chance.below(60)), open: Int64(1 + chance.below(5_000))))
            let longer = WorthProperties.standing(WorthProperties.payer(items, paid: paid, cash: 0), portfolio)
            let shorter = WorthProperties.standing(
                WorthProperties.payer(items.dropLast(), paid: paid, cash: 0), portfolio)
            #expect(longer.worth >= shorter.worth)
        }
    }

    @Test("More expected unpaid days never lower the worth: a payer that pays later on every item ranks no lower")
    func moreDays() {
        var chance = Chance(state: 3)
        for _ in 0..<500 {
            let portfolio = WorthProperties.portfolio(&chance)
            let age = chance.below(60)
            let item = AgeingTests.item("I", due: -age, open: 100_000)
            let paid = (0..<6).map { _ in age + 1 + chance.below(20) }
            let sooner = WorthProperties.standing(WorthProperties.payer([item], paid: paid, cash: 0), portfolio)
            let later = WorthProperties.standing(
                WorthProperties.payer([item], paid: paid.map { $0 + 8 }, cash: 0), portfolio)
            #expect(later.worth >= sooner.worth)
        }
    }

    @Test("An item later than anything this payer ever paid is expected no sooner than the portfolio says for its age")
    func laterThanEver() {
        var chance = Chance(state: 4)
        for _ in 0..<1_000 {
            let paying = WorthProperties.portfolio(&chance).paying
            let paid = (0..<chance.below(20)).map { _ in chance.below(60) - 10 }
            let age = max(paid.max() ?? 0, 0) + chance.below(90)
            let own = PaymentExpectation(
                paid: DelayCounts(paid), open: DelayCounts(), portfolio: paying, strategy: .standard)
            #expect(own.unpaidDays(age: age) >= paying.unpaidDays(age: age))
        }
    }

    @Test("Currencies compare only through the day's rates, and one without a rate is named, never dropped")
    func currencies() throws {
        var chance = Chance(state: 5)
        let (eur, sek) = (try #require(Currency("EUR")), try #require(Currency("SEK")))
        for _ in 0..<500 {
            let portfolio = WorthProperties.portfolio(&chance)
            var item = AgeingTests.item("I", due: -chance.below(90) - 1, open: Int64(5_000 + chance.below(900_000)))
            item.currency = eur
            let inEuro = WorthProperties.standing(WorthProperties.payer([item], paid: [], cash: 0), portfolio)
            item.open = try #require(portfolio.rates.inBase(item.openMoney)).minor
            item.currency = .usd
            let inDollars = WorthProperties.standing(WorthProperties.payer([item], paid: [], cash: 0), portfolio)
            #expect(inEuro.worth == inDollars.worth)
            item.currency = sek
            let unknown = WorthProperties.standing(WorthProperties.payer([item], paid: [], cash: 0), portfolio)
            #expect(unknown.worth == 0)
            #expect(unknown.reasons.contains { $0.rule == .noRate && $0.text.contains("SEK") })
            if case .queue = unknown.place {} else { Issue.record("money without a rate was dropped") }
        }
    }
}

extension WorthProperties.Chance: RandomNumberGenerator {
    mutating func next() -> UInt64 {
        _ = below(2)
        return state ^ (state >> 29)
    }
}
