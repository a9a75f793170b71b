import Receivables
import Testing

@Suite("Credits and cash that cover a debt")
struct CashCoverTests {
    private static let today = RankTests.today
    private static let calendar = RankTests.rules.calendar

    private static func credit(_ open: Int64, seen: Day?) -> Item {
        var credit = AgeingTests.item("CN1", due: -90, open: open, issued: -90)
        credit.seen = seen
        return credit
    }

    private static func businessDaysAgo(_ count: Int) -> Day {
        var day = today
        while calendar.adding(count, to: day) > today { day = day.advanced(by: -1) }
        return day
    }

    private static let debt = AgeingTests.item("I1", due: -40, open: 10_000)

    @Test("Cash application's three days count from the day on which the cash was seen, whatever its value date")
    func seen() {
        let cash = UnappliedCash(
            day: CashCoverTests.today.advanced(by: -20), amount: Money(minor: 9_000, .usd), seen: CashCoverTests.today)
        let place = RankTests.standing(RankTests.payer([CashCoverTests.debt], cash: [cash])).place
        #expect(
            place == .rests(until: CashCoverTests.calendar.adding(3, to: CashCoverTests.today), why: .matchCashFirst))
    }

    @Test(
        """
        A credit of any age that covers the debt keeps the customer from being chased; after ten business days \
        somebody asks
        """
    )
    func credits() {
        func standing(seen: Day, _ change: (inout PayerFacts) -> Void = { _ in }) -> Standing {
            var payer = RankTests.payer([CashCoverTests.debt, CashCoverTests.credit(-50_000, seen: seen)])
            change(&payer)
            return RankTests.standing(payer)
        }
        let recent = CashCoverTests.businessDaysAgo(8), old = CashCoverTests.businessDaysAgo(10)
        #expect(
            standing(seen: recent).place
                == .rests(until: CashCoverTests.calendar.adding(10, to: recent), why: .matchCashFirst))
        let asked = standing(seen: old)
        #expect(asked.place == .queue(.call))
        #expect(
            asked.reasons.map(\.text).contains(
                "500 in credits and cash not matched since \(old.short): ask what it is for"))
        // What they said is given time again.
        let spoken = standing(seen: old) { $0.tally.lastContact = CashCoverTests.today.advanced(by: -5) }
        guard case .rests(_, .matchCashFirst) = spoken.place else {
            Issue.record("asked again at once")
            return
        }
    }

    @Test("No one is tried again about what is covered")
    func retry() {
        var tried = RankTests.followUp(in: 0, since: -1)
        tried.purpose = .retry
        let payer = RankTests.payer(
            [CashCoverTests.debt, CashCoverTests.credit(-50_000, seen: CashCoverTests.today)], followUps: [tried])
        guard case .rests = RankTests.standing(payer).place else {
            Issue.record("called")
            return
        }
    }
}
