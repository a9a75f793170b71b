import Receivables
import Testing

@Suite struct AgeingTests {
    static let today = Day(number: 20_000)

    static func item(
        _ number: String, due: Int, open: Int64, issued: Int = -100, disputed: Int64 = 0, promised: Int64 = 0
    ) -> Item {
        Item(
            number: number, issued: today.advanced(by: issued), due: today.advanced(by: due), currency: .usd,
            amount: open,
            open: open, disputed: disputed, promised: promised)
    }

    static let edges: [(Int, String)] = [
        (1, "current"), (0, "current"), (-1, "1-30"), (-30, "1-30"), (-31, "31-60"), (-60, "31-60"), (-61, "61-90"),
        (-90, "61-90"), (-91, "91-120"), (-120, "91-120"), (-121, "121+"), (-2_000_000, "121+"),
    ]

    @Test("A bucket holds both of its ends", arguments: edges)
    func bucket(due: Int, name: String) {
        let place = Buckets.standard.index(of: AgeingTests.item("I", due: due, open: 1), on: AgeingTests.today)
        #expect(Buckets.standard.names[place] == name)
    }

    @Test("By invoice date there is no current, and the first bucket begins at 0")
    func byInvoiceDate() throws {
        let buckets = try #require(Buckets(bounds: [30, 60], basis: .invoiceDate))
        #expect(buckets.names == ["0-30", "31-60", "61+"])
        #expect(buckets.index(of: AgeingTests.item("I", due: 0, open: 1, issued: 0), on: AgeingTests.today) == 0)
        #expect(Buckets(bounds: [30, 30]) == nil)
    }

    @Test("Buckets, credits in the bucket of their own due day, and unapplied cash make the balance to the cent")
    func invariant() throws {
        var chance = SystemRandomNumberGenerator()
        var items: [Item] = []
        for number in 0..<500 {
            items.append(
                AgeingTests.item(
                    "\(number)", due: .random(in: -200...60, using: &chance),
                    open: .random(in: -90_000...90_000, using: &chance),
                    issued: .random(in: -300...5, using: &chance)))
        }
        let cash = UnappliedCash(day: AgeingTests.today, amount: Money(minor: 12_345, .usd))
        let facts = AccountFacts(account: Account(number: AccountNumber("A")), items: items, unapplied: [cash])
        let ageing = try #require(try facts.ageing(on: AgeingTests.today, in: .standard).first)
        let expected = items.filter { $0.issued <= AgeingTests.today }.reduce(Int64(-12_345)) { $0 + $1.open }
        #expect(try ageing.balance.minor == expected)
        #expect(ageing.buckets.reduce(0, +) + ageing.unapplied == expected)
    }

    @Test("Currencies are aged apart, and a sum that doesn't fit is an error")
    func apart() throws {
        var euro = AgeingTests.item("E", due: 0, open: 5)
        euro.currency = try #require(Currency("EUR"))
        let facts = AccountFacts(
            account: Account(number: AccountNumber("A")), items: [AgeingTests.item("U", due: 0, open: 7), euro])
        #expect(try facts.ageing(on: AgeingTests.today, in: .standard).map(\.currency.code) == ["EUR", "USD"])
        let huge = [AgeingTests.item("1", due: 0, open: .max), AgeingTests.item("2", due: 0, open: 1)]
        #expect(throws: MoneyError.overflow) {
            try AccountFacts(account: Account(number: AccountNumber("A")), items: huge).ageing(
                on: AgeingTests.today, in: .standard)
        }
    }
}
