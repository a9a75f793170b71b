import Receivables
import Testing

/// The replay on histories small enough to be worked out by hand.
@Suite struct BacktestTests {
    static let start = AgeingTests.today

    static func day(_ offset: Int) -> Day { start.advanced(by: offset) }

    /// An invoice issued 30 days before it is due; days count from `start`.
    static func item(due: Int, _ amount: Int64, paid: Int? = nil, _ currency: Currency = .usd) -> ItemHistory {
        ItemHistory(
            issued: day(due - 30), due: day(due), currency: currency, amount: amount,
            parts: paid.map { [ItemHistory.Part(day: day($0), amount: amount)] } ?? [], closed: paid.map(day))
    }

    static func payer(_ number: String, _ items: [ItemHistory]) -> PayerHistory {
        PayerHistory(
            number: AccountNumber(number), accounts: [AccountHistory(number: AccountNumber(number), items: items)])
    }

    static func history(
        _ payers: [PayerHistory], rates: [(currency: Currency, from: Day, rate: ExchangeRate)] = []
    ) -> BookHistory {
        BookHistory(payers: payers, rates: DatedRates(base: .usd, rates))
    }

    static func result(
        _ payers: [PayerHistory], at days: ClosedRange<Int> = 0...0, calls: [Int] = [1], paidWithin: Int? = nil,
        other: Strategy? = nil,
        rates: [(currency: Currency, from: Day, rate: ExchangeRate)] = []
    ) -> BacktestResult {
        let settings = BacktestSettings(
            from: day(days.lowerBound), to: day(days.upperBound), step: 1, calls: calls, paidWithin: paidWithin)
        return Backtest(
            history: history(payers, rates: rates), rules: Rules(base: .usd), other: other, settings: settings
        ).result()
    }

    @Test("The delay that followed: amount × days unpaid, from the day or the due day, at most the horizon")
    func hindsight() {
        let payers = [
            BacktestTests.payer("A", [BacktestTests.item(due: -5, 100_00, paid: 8)]),
            BacktestTests.payer("B", [BacktestTests.item(due: 4, 100_00, paid: 9)]),
            BacktestTests.payer("C", [BacktestTests.item(due: -50, 100_00, paid: 90)]),
            BacktestTests.payer("D", [BacktestTests.item(due: -50, 100_00)]),
            BacktestTests.payer("E", [BacktestTests.item(due: 11, 100_00)]),
        ]
        let best = BacktestTests.result(payers, calls: [1, 2, 3, 4, 5]).days[0].best
        #expect(best == [3_000, 6_000, 6_800, 7_300, 7_300])
    }

    @Test("With a limit only what was paid within so many days counts, and what was never paid is nothing to call for")
    func paidWithin() {
        let payers = [
            BacktestTests.payer("A", [BacktestTests.item(due: -5, 100_00, paid: 8)]),
            BacktestTests.payer("C", [BacktestTests.item(due: -50, 900_00, paid: 90)]),
            BacktestTests.payer("D", [BacktestTests.item(due: -50, 900_00)]),
        ]
        let result = BacktestTests.result(payers, calls: [3], paidWithin: 60)
        #expect(result.days[0].best == [800])
        #expect(BacktestTests.result(payers, calls: [3]).days[0].best == [800 + 27_000 + 27_000])
    }

    @Test("Paid in parts, each part counts its own days; a part that went back counts until it came again")
    func parts() {
        var item = BacktestTests.item(due: -5, 100_00)
        item.parts = [
            .init(day: BacktestTests.day(-1), amount: 40_00), .init(day: BacktestTests.day(10), amount: 60_00),
        ]
        #expect(BacktestTests.result([BacktestTests.payer("A", [item])]).days[0].best == [600])
        item.parts += [
            .init(day: BacktestTests.day(12), amount: -60_00), .init(day: BacktestTests.day(20), amount: 60_00),
        ]
        #expect(BacktestTests.result([BacktestTests.payer("A", [item])]).days[0].best == [60 * 10 + 60 * 8])
    }

    @Test("Rules of thumb call whom they say: the oldest, the largest balance, the largest overdue, overdue × days")
    func rulesOfThumb() throws {
        let payers = [
            BacktestTests.payer("oldest", [BacktestTests.item(due: -90, 10_00, paid: 1)]),
            BacktestTests.payer("open", [BacktestTests.item(due: 5, 900_00, paid: 7)]),
            BacktestTests.payer("overdue", [BacktestTests.item(due: -2, 500_00, paid: 3)]),
            BacktestTests.payer("days", [BacktestTests.item(due: -60, 400_00, paid: 4)]),
        ]
        let result = BacktestTests.result(payers)
        let caught = Dictionary(uniqueKeysWithValues: zip(result.contenders, result.days[0].caught.map { $0[0] }))
        #expect(caught[.oldest] == 10)
        #expect(caught[.largestBalance] == 1_800)
        #expect(caught[.largestOverdue] == 1_500)
        #expect(caught[.overdueDays] == 1_600)
        #expect(result.days[0].best == [1_800])
        #expect(result.share(.largestBalance, 0)?.share == 1)
    }

    @Test("Equal scores stand by account number as text, and the strategy's first call is the largest worth")
    func ties() {
        let items = [BacktestTests.item(due: -20, 100_00)]
        let payers =
            ["9", "10", "A"].map { BacktestTests.payer($0, items) } + [
                BacktestTests.payer("Z", [BacktestTests.item(due: -20, 200_00)])
            ]
        let order = Backtest(history: BacktestTests.history(payers), rules: Rules(base: .usd)).order(
            on: BacktestTests.start, most: 9)
        #expect(order.map(\.text) == ["Z", "10", "9", "A"])
    }

    @Test("Nothing of a later day is known: not an invoice, not a payment, not a rate")
    func nothingLater() {
        let euro = Currency("EUR") ?? .usd
        let past = BacktestTests.payer("P", [BacktestTests.item(due: -20, 100_00)])
        let plain = [past, BacktestTests.payer("Q", [BacktestTests.item(due: -10, 90_00)])]
        var later = plain
        later[0].accounts[0].items[0].parts = [.init(day: BacktestTests.day(1), amount: 100_00)]
        later[1].accounts[0].items.append(BacktestTests.item(due: 31, 5_000_00))
        func order(_ payers: [PayerHistory]) -> [AccountNumber] {
            Backtest(history: BacktestTests.history(payers), rules: Rules(base: .usd)).order(
                on: BacktestTests.start, most: 9)
        }
        #expect(order(later) == order(plain))
        let foreign = plain + [BacktestTests.payer("R", [BacktestTests.item(due: -10, 900_00, euro)])]
        let rate: [(currency: Currency, from: Day, rate: ExchangeRate)] =
            ExchangeRate(billionths: 2_000_000_000).map { [(euro, BacktestTests.day(1), $0)] } ?? []
        let result = BacktestTests.result(foreign, at: 0...1, rates: rate)
        #expect(result.withoutRate == [euro])
        #expect(result.days.map(\.best) == [[3_000], [54_000]])
    }

    @Test(
        "A short history is said to be short, and none gives no result",
        arguments: [(0, 0), (20, 40), (120, 3), (120, 40)])
    func shortage(payments: Int, days: Int) {
        let items = (0..<payments).map { nth in BacktestTests.item(due: nth - 60, 100_00, paid: nth - 50) }
        let open = [BacktestTests.payer("A", items), BacktestTests.payer("B", [BacktestTests.item(due: -70, 5_00)])]
        let result =
            days == 0
            ? Backtest(history: BacktestTests.history([]), rules: Rules(base: .usd)).result()
            : BacktestTests.result(open, at: 0...days - 1)
        switch (payments, days) {
        case (0, _): #expect(result.shortage == .noPayments && result.shares.isEmpty)
        case (20, _): #expect(result.shortage == .fewPayments)
        case (_, 3): #expect(result.shortage == .fewDays)
        default: #expect(result.shortage == nil)
        }
    }

    @Test(
        "Untold, the replay begins in the first month with 90 days and 30 payments behind it, and ends in time"
    )
    func span() {
        let items = (0..<300).map { nth in BacktestTests.item(due: nth, 100_00, paid: nth + 5) }
        let history = BacktestTests.history([BacktestTests.payer("A", items)])
        let span = BacktestSpan(history, from: nil, to: nil, step: 7, horizon: 30, paidWithin: nil)
        let first = BacktestTests.day(5 + 90)
        #expect(span.days.first == (first == first.firstOfMonth ? first : first.lastOfMonth.advanced(by: 1)))
        #expect(span.lastKnown == BacktestTests.day(304 - 30))
        #expect(span.days.allSatisfy { $0 <= BacktestTests.day(304 - 30) })
        #expect(
            BacktestSpan(history, from: nil, to: nil, step: 7, horizon: 30, paidWithin: 100).lastKnown
                == BacktestTests.day(204))
        #expect(BacktestTests.result([BacktestTests.payer("A", items)], at: 270...280).daysBeyond == 6)
    }

    @Test("Where a rule of thumb does better that is said; a strategy of a file is shown next to the one in force")
    func better() {
        // A has always paid a day late and B a month, so the strategy calls B; this time A is the one that doesn't pay.
        let punctual = (1...60).map { nth in BacktestTests.item(due: -nth * 5 - 41, 100_00, paid: -nth * 5 - 40) }
        let late = (1...60).map { nth in BacktestTests.item(due: -nth * 5 - 70, 100_00, paid: -nth * 5 - 40) }
        let payers = [
            BacktestTests.payer("A", punctual + [BacktestTests.item(due: 0, 900_00, paid: 40)]),
            BacktestTests.payer("B", late + [BacktestTests.item(due: -1, 400_00, paid: 2)]),
        ]
        var strategy = Strategy.standard
        strategy.beforeDue = 10
        let result = BacktestTests.result(payers, other: strategy)
        #expect(
            result.betterThanStrategy.contains { $0.contender == .largestBalance && $0.calls == 1 && $0.share == 1 })
        #expect(result.share(.other, 0) != nil)
        #expect(result.strategies == [.strategy, .other])
        #expect(result.beforeDue(strategy: 0, 0) == 0)
    }
}
