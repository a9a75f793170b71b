import Receivables
import Testing

@Suite struct RankTests {
    static let today = AgeingTests.today
    static let rules = Rules(base: .usd)
    static let portfolio = RankingBasis(rates: Rates(base: .usd))

    static func payer(
        _ items: [Item], cash: [UnappliedCash] = [], followUps: [FollowUp] = [], tally: Tally = Tally(),
        account: Account = Account(number: AccountNumber("A1"), name: "Alder"), behaviour: Behaviour = .unknown
    ) -> PayerFacts {
        PayerFacts(
            payer: account.number,
            accounts: [AccountFacts(account: account, items: items, unapplied: cash, behaviour: behaviour)],
            followUps: followUps, tally: tally)
    }

    static func standing(_ payer: PayerFacts, on day: Day = today) -> Standing {
        rank(payer, portfolio: portfolio, rules: rules, day: day)
    }

    static func followUp(in days: Int, since: Int = 0, at: Instant? = nil, kind: FollowUp.Kind = .followUp) -> FollowUp
    {
        FollowUp(
            entry: 1, nth: 0, kind: kind, day: today.advanced(by: days), at: at, why: "see", owner: "a",
            since: today.advanced(by: since))
    }

    let late = AgeingTests.item("I1", due: -40, open: 500_000)

    @Test("Overdue money above the minimum is called, and the score is that of worth and factors")
    func called() {
        let standing = RankTests.standing(RankTests.payer([late]))
        #expect(standing.place == .queue(.call))
        #expect(standing.score == standing.points.reduce(0, +))
        #expect(standing.score == Score.of(standing.worth, product: standing.product, currencyUnit: 100))
        #expect(standing.figures.first?.collectable == 500_000)
        #expect(standing.figures.first?.oldestDaysPastDue == 40)
    }

    @Test("Disputed and promised parts are not collectable; a dispute on all of it rests the payer")
    func disputed() {
        let part = AgeingTests.item("I1", due: -40, open: 500_000, disputed: 200_000, promised: 100_000)
        #expect(RankTests.standing(RankTests.payer([part])).figures.first?.collectable == 200_000)
        let whole = AgeingTests.item("I1", due: -40, open: 500_000, disputed: 600_000)
        guard case .rests(_, .everythingDisputed) = RankTests.standing(RankTests.payer([whole])).place else {
            Issue.record("not resting")
            return
        }
    }

    @Test("Below the desk's minimum nobody is called: small balances are a batch")
    func small() {
        #expect(
            RankTests.standing(RankTests.payer([AgeingTests.item("I", due: -5, open: 2_499)])).place
                == .queue(.smallBalance))
        #expect(
            RankTests.standing(RankTests.payer([AgeingTests.item("I", due: -5, open: 2_500)])).place == .queue(.call))
    }

    @Test("What is not due rests until the first item falls overdue, and nothing open has no place at all")
    func notDue() {
        let item = AgeingTests.item("I", due: 20, open: 100_000)
        #expect(
            RankTests.standing(RankTests.payer([item])).place
                == .rests(until: RankTests.today.advanced(by: 21), why: .notDue))
        #expect(RankTests.standing(RankTests.payer([])).place == .clear)
        guard
            case .rests(_, .nothingOwed) = RankTests.standing(
                RankTests.payer([AgeingTests.item("C", due: -5, open: -10)])
            ).place
        else { Issue.record("a credit alone has a place in the queue"); return }
    }

    @Test(
        """
        A follow-up ahead lets the payer rest; on its day it multiplies the worth; money newly overdue ends the \
        rest early
        """
    )
    func followUps() {
        let ahead = RankTests.payer([late], followUps: [RankTests.followUp(in: 5)])
        #expect(
            RankTests.standing(ahead).place == .rests(until: RankTests.today.advanced(by: 5), why: .followUp("see")))
        let due = RankTests.standing(ahead, on: RankTests.today.advanced(by: 5))
        #expect(due.place == .queue(.call))
        #expect(due.reasons.contains { $0.rule == .followUpDue })
        let fresh = AgeingTests.item("I2", due: 1, open: 200_000)
        let woken = RankTests.payer([late, fresh], followUps: [RankTests.followUp(in: 5)])
        #expect(RankTests.standing(woken, on: RankTests.today.advanced(by: 2)).place == .queue(.call))
    }

    @Test("An appointment waits for its minute on its own day, and is overdue work the day after")
    func appointments() {
        let at = LocalTime(day: RankTests.today, time: TimeOfDay(minutes: 900)).instant(offset: 0)
        let payer = RankTests.payer([late], followUps: [RankTests.followUp(in: 0, at: at, kind: .appointment)])
        #expect(RankTests.standing(payer).place == .rests(until: RankTests.today, why: .appointment(at)))
        #expect(RankTests.standing(payer, on: RankTests.today.advanced(by: 1)).place == .queue(.call))
    }

    @Test("What we owe a customer stands above the order by score")
    func owed() {
        let payer = RankTests.payer([late], followUps: [RankTests.followUp(in: 0, kind: .owed)])
        #expect(RankTests.standing(payer).tier == .owedToday)
        #expect(RankTests.standing(RankTests.payer([late])).tier == .byScore)
    }

    @Test("Three attempts a day and seven a week are enough")
    func attempts() {
        let day = Tally(attempts: [.init(day: RankTests.today, count: 3)])
        guard case .rests(let until, .calledEnough) = RankTests.standing(RankTests.payer([late], tally: day)).place
        else {
            Issue.record("called a fourth time")
            return
        }
        #expect(until > RankTests.today)
        let week = Tally(attempts: (0..<4).map { .init(day: RankTests.today.advanced(by: -$0), count: 2) })
        guard case .rests(let later, .calledEnough) = RankTests.standing(RankTests.payer([late], tally: week)).place
        else {
            Issue.record("called an eighth time")
            return
        }
        #expect(later > RankTests.today)
    }

    @Test("After the right party was reached there are three business days of quiet")
    func quiet() {
        let tally = Tally(lastContact: RankTests.today, lastRightParty: RankTests.today)
        guard
            case .rests(let until, .quietAfterContact) = RankTests.standing(RankTests.payer([late], tally: tally)).place
        else {
            Issue.record("no quiet")
            return
        }
        #expect(until == RankTests.rules.calendar.adding(4, to: RankTests.today))
        // Nobody is left in peace about nothing.
        #expect(RankTests.standing(RankTests.payer([], tally: tally)).place == .clear)
    }

    @Test("Cash that covers four fifths of the debt is matched first, for three business days")
    func matchCash() {
        let cash = [UnappliedCash(day: RankTests.today, amount: Money(minor: 400_000, .usd))]
        #expect(
            RankTests.standing(RankTests.payer([late], cash: cash)).place
                == .rests(until: RankTests.rules.calendar.adding(3, to: RankTests.today), why: .matchCashFirst))
        let old = [UnappliedCash(day: RankTests.today.advanced(by: -30), amount: Money(minor: 400_000, .usd))]
        #expect(RankTests.standing(RankTests.payer([late], cash: old)).place == .queue(.call))
    }

    @Test("A hold rests whatever else is true, with its reason")
    func hold() {
        var account = Account(number: AccountNumber("A1"))
        account.hold = Hold(reason: "lawyer", review: RankTests.today.advanced(by: 9))
        let payer = RankTests.payer([late], followUps: [RankTests.followUp(in: -3)], account: account)
        #expect(RankTests.standing(payer).place == .rests(until: RankTests.today.advanced(by: 9), why: .hold("lawyer")))
    }

    @Test("Without a rate money has no worth, and the reason says so; the payer is still called")
    func withoutRate() throws {
        var item = late
        item.currency = try #require(Currency("SEK"))
        let standing = RankTests.standing(RankTests.payer([item]))
        #expect(standing.place == .queue(.call))
        #expect(standing.worth == 0)
        #expect(standing.reasons.contains { $0.text.contains("SEK") })
    }

    @Test("Amounts at the edge of 64 bits rank without a trap")
    func extremes() {
        let huge = AgeingTests.item("I", due: -2_000_000, open: .max)
        let standing = RankTests.standing(
            RankTests.payer([huge, huge, AgeingTests.item("C", due: 9_999, open: .min + 1)]))
        #expect(standing.score > 0)
    }

    @Test("The cut takes the fewest payers that hold four fifths of the stake")
    func cut() {
        #expect(RankingBasis.cut(of: [50, 30, 10, 10]) == 30)
        #expect(RankingBasis.cut(of: [100]) == 100)
        #expect(RankingBasis.cut(of: [0, -5]) == .max)
        #expect(RankingBasis.cut(of: []) == .max)
    }
}
