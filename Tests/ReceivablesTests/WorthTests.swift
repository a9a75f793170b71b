import Receivables
import Testing

/// What a call is worth: amount × expected days unpaid × likelihood.
@Suite struct WorthTests {
    /// A hundred payments, ten days late each; then ten of them a year late.
    static let paying = BookPaying(
        paid: DelayCounts(Array(repeating: 10, count: 90) + Array(repeating: 365, count: 10)), strategy: .standard)
    static let portfolio = RankingBasis(rates: Rates(base: .usd), paying: paying, paymentsSince: Day(number: 10_000))
    static let day = RankTests.today

    static func expectation(_ own: [Int] = [], open: [Int] = [], _ portfolio: BookPaying = paying)
        -> PaymentExpectation
    {
        PaymentExpectation(paid: DelayCounts(own), open: DelayCounts(open), portfolio: portfolio, strategy: .standard)
    }

    static func payer(
        _ items: [Item], paid: [Int] = [], cash: Int64 = 0, tally: Tally = Tally(), followUps: [FollowUp] = [],
        limits: ContactLimits = ContactLimits()
    ) -> PayerFacts {
        let payments = paid.enumerated().map { nth, late in
            let due = day.advanced(by: -600 + nth)
            return Payment(day: due.advanced(by: late), due: due, amount: 10_000)
        }
        let account = AccountNumber("A1")
        let unapplied = cash > 0 ? [UnappliedCash(day: day.advanced(by: -20), amount: Money(minor: cash, .usd))] : []
        return PayerFacts(
            payer: account,
            accounts: [
                AccountFacts(
                    account: Account(number: account, name: "Alder"), items: items, unapplied: unapplied,
                    behaviour: Behaviour(of: payments), payments: PaymentHistory(of: payments))
            ], followUps: followUps, tally: tally, limits: limits)
    }

    static func standing(_ payer: PayerFacts, _ portfolio: RankingBasis = portfolio, rules: Rules = RankTests.rules)
        -> Standing
    {
        rank(payer, portfolio: portfolio, rules: rules, day: day, detail: .items)
    }

    // MARK: Expected days

    @Test("The expectation counts payments that came later than the item is now, and no day beyond the horizon")
    func residualLife() {
        // Of 100 payments beyond day 0, 90 leave 10 days unpaid and 10 all 30.
        #expect(WorthTests.expectation().unpaidDays(age: 0) == 12)
        // On day 5 the 90 take 5 more days.
        #expect(WorthTests.expectation().unpaidDays(age: 5) == 7.5)
        // On day 10 only those are left that took a year.
        #expect(WorthTests.expectation().unpaidDays(age: 10) == 30)
        #expect(WorthTests.expectation().unpaidDays(age: 350) == 15)
        // Nothing was ever paid later: the whole horizon.
        #expect(WorthTests.expectation().unpaidDays(age: 365) == 30)
        #expect(WorthTests.expectation().unpaidDays(age: 2_345) == 30)
    }

    @Test("Before the due day days are counted from the due day on")
    func notDue() {
        #expect(WorthTests.expectation().unpaidDays(age: -8) == 12)
        let early = WorthTests.expectation(Array(repeating: -20, count: 50))
        // All own payments came before the item is as old as it is now: only the portfolio speaks.
        #expect(early.unpaidDays(age: -8) == 12)
        let punctual = WorthTests.expectation(Array(repeating: -1, count: 46))
        #expect(punctual.unpaidDays(age: -8) < 1)
    }

    @Test("A payer's own payments are drawn towards the portfolio's by four")
    func shrinkage() {
        // One own payment of 20 days: (20 + 4 × 12) ÷ 5.
        #expect(WorthTests.expectation([20]).unpaidDays(age: 0) == 13.6)
        #expect(abs(WorthTests.expectation(Array(repeating: 20, count: 396)).unpaidDays(age: 0) - 19.92) < 1e-9)
    }

    @Test("An item later than anything this payer ever paid is expected no sooner than the portfolio says")
    func laterThanEver() {
        for age in [4, 9, 10, 11, 60, 400] {
            #expect(
                WorthTests.expectation([-3, 0, 2, 3]).unpaidDays(age: age) == WorthTests.paying.unpaidDays(age: age))
        }
    }

    @Test("Open items count as unpaid so far in the chance of payment")
    func chance() {
        #expect(WorthTests.expectation().chance(age: 0) == 0.9)
        #expect(WorthTests.expectation(open: [500, 600, 700, 800]).chance(age: 0) == 0.45)
        // One that was not watched for the whole window says nothing yet.
        #expect(WorthTests.expectation(open: [1, 60, 179]).chance(age: 0) == 0.9)
        #expect(WorthTests.expectation().chance(age: 365) == 0)
        #expect(WorthTests.expectation().chance(age: 0, within: 9) == 0)
        #expect(WorthTests.expectation().chance(age: 0, within: 10) == 0.9)
    }

    @Test("With fewer than thirty payments a curve by age serves, within its bounds and rising with age")
    func builtIn() {
        let unknown = BookPaying(paid: DelayCounts(Array(repeating: 3, count: 29)), strategy: .standard)
        #expect(!unknown.isKnown)
        let days = stride(from: 30, through: 400, by: 10).map { unknown.unpaidDays(age: $0) }
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 + 0.7 })
        #expect(
            (-30...3_000).allSatisfy {
                (0...30).contains(unknown.unpaidDays(age: $0)) && (0...1).contains(unknown.chance(age: $0))
            })
        let standing = WorthTests.standing(
            WorthTests.payer([AgeingTests.item("I", due: -40, open: 500_000)]),
            RankingBasis(rates: Rates(base: .usd), paying: unknown))
        #expect(standing.facts.contains { $0.rule == .unknownHabit })
        #expect(standing.worthWords?.sentence.contains("nothing is known yet about how customers pay") == true)
        // And no one is called before the due day.
        let soon = WorthTests.standing(
            WorthTests.payer([AgeingTests.item("I", due: 3, open: 500_000)]),
            RankingBasis(rates: Rates(base: .usd), paying: unknown))
        #expect(soon.place == .rests(until: WorthTests.day.advanced(by: 4), why: .notDue))
    }

    @Test("A history reads back as it was, and gives the payments before a month")
    func packed() {
        let payments = [-3, 4, 4, 40].enumerated().map { nth, late in
            let due = Day(number: 20_000 + Int32(nth) * 30)
            return Payment(day: due.advanced(by: late), due: due, amount: 100)
        }
        let back = ReturnedPayment(day: Day(number: 20_100), amount: Money(minor: 77, .usd))
        let history = PaymentHistory(of: payments, returned: back)
        #expect(PaymentHistory(packed: history.packed) == history)
        #expect(history.all.total == 4)
        #expect(history.before(Day(number: 21_000)).total == 4)
        #expect(history.before(history.month ?? Day(number: 0)).total == history.older.total)
        for text in ["", "2;1;1", "nonsense", ";;;;;", "1;x"] { #expect(PaymentHistory(packed: text).isEmpty) }
    }

    @Test("A payment that went back is no evidence, nor is the one that it undoes")
    func returned() {
        let due = Day(number: 20_000)
        let paid = Payment(day: due.advanced(by: 9), due: due, amount: 500)
        let back = Payment(day: due.advanced(by: 12), due: due, amount: -500)
        #expect(PaymentHistory(of: [paid, back]).isEmpty)
        #expect(PaymentHistory(of: [paid, paid, back]).all.total == 1)
    }

    // MARK: Amounts

    @Test("The worth is amount × expected days × likelihood")
    func worth() {
        let standing = WorthTests.standing(WorthTests.payer([AgeingTests.item("I", due: -10, open: 100_000)]))
        // Beyond day 10 nothing was paid within 180 days: 1,000 × 30 × 0.25.
        #expect(standing.worth == 750_000)
        let soon = WorthTests.standing(WorthTests.payer([AgeingTests.item("I", due: 3, open: 100_000)]))
        // Ten days and the rest: 1,000 × 12 × (0.25 + 0.75 × 0.9) × 0.75.
        #expect(soon.worth == 832_500)
    }

    @Test("Disputed and promised parts are not asked for, and credits and cash are taken off the oldest first")
    func asked() {
        let old = AgeingTests.item("OLD", due: -40, open: 10_000_000)
        var credit = AgeingTests.item("CN", due: -5, open: -7_000_000)
        credit.amount = -7_000_000
        let payer = WorthTests.payer([old, credit, AgeingTests.item("NEW", due: -20, open: 500_000)], cash: 900_000)
        let standing = WorthTests.standing(payer)
        #expect(standing.figures.first?.toCollect == 2_600_000)
        #expect(standing.figures.first?.overdue == 10_500_000)
        #expect(standing.askedItems.map(\.number).sorted() == ["NEW", "OLD"])
        #expect(standing.askedItems.first { $0.number == "OLD" }?.amount.minor == 2_100_000)
        let disputed = AgeingTests.item("I", due: -40, open: 500_000, disputed: 200_000, promised: 100_000)
        #expect(WorthTests.standing(WorthTests.payer([disputed])).figures.first?.toCollect == 200_000)
    }

    @Test(
        "Where credits and cash cover everything there is nothing to ask for, and no one is called but about the cash")
    func covered() {
        let payer = WorthTests.payer([AgeingTests.item("I", due: -40, open: 500_000)], cash: 500_000)
        let standing = WorthTests.standing(payer)
        #expect(standing.worth == 0)
        // For so long nobody has matched it that somebody asks what it is for.
        #expect(standing.reasons.contains { $0.rule == .unmatchedCover })
        var fresh = payer
        for place in fresh.accounts[0].unapplied.indices { fresh.accounts[0].unapplied[place].seen = WorthTests.day }
        guard case .rests(_, .matchCashFirst) = WorthTests.standing(fresh).place else {
            Issue.record("called for nothing"); return
        }
    }

    // MARK: Before the due day

    @Test("Who is expected late is called before the due day and says so; who pays in time rests")
    func beforeDue() {
        let item = AgeingTests.item("I", due: 3, open: 500_000)
        let late = WorthTests.standing(WorthTests.payer([item], paid: [12, 12, 12, 12]))
        #expect(late.place == .queue(.call))
        #expect(late.isBeforeDue)
        #expect(late.reasons.first?.text.contains("before due: 5,000 due in 3 days") == true)
        #expect(late.reasons.first?.text.contains("usually 12 days late") == true)
        let punctual = WorthTests.standing(WorthTests.payer([item], paid: Array(repeating: 0, count: 60)))
        #expect(punctual.place == .rests(until: WorthTests.day.advanced(by: 4), why: .notDue))
    }

    @Test("One item leads to at most one call before its due day")
    func once() {
        let item = AgeingTests.item("I", due: 5, open: 500_000)
        for touched in [-5, -1, 0] {
            let tally = Tally(lastTouched: WorthTests.day.advanced(by: touched))
            let standing = WorthTests.standing(WorthTests.payer([item], paid: [12, 12, 12], tally: tally))
            #expect(standing.place == .rests(until: WorthTests.day.advanced(by: 6), why: .notDue))
        }
        let earlier = Tally(lastTouched: WorthTests.day.advanced(by: -6))
        #expect(
            WorthTests.standing(WorthTests.payer([item], paid: [12, 12, 12], tally: earlier)).place == .queue(.call))
    }

    @Test("Another try about what isn't due yet waits for the due day; what was agreed comes back with its amount")
    func triedBefore() {
        let item = AgeingTests.item("I", due: 5, open: 500_000)
        let tried = Tally(unreached: 1, lastTouched: WorthTests.day.advanced(by: -1))
        let again = WorthTests.payer([item], paid: [12, 12, 12], tally: tried, followUps: [RankTests.followUp(in: 0)])
        #expect(WorthTests.standing(again).place == .rests(until: WorthTests.day.advanced(by: 6), why: .notDue))
        let spoken = Tally(lastContact: WorthTests.day.advanced(by: -1), lastTouched: WorthTests.day.advanced(by: -1))
        let agreed = WorthTests.payer(
            [item], paid: [12, 12, 12], tally: spoken, followUps: [RankTests.followUp(in: 0)])
        let standing = WorthTests.standing(agreed)
        #expect(standing.place == .queue(.call))
        #expect(standing.reasons.contains { $0.text.contains("before due: 5,000 due in 5 days") })
    }

    // MARK: Factors

    @Test("Factors multiply, one event counts once, and the product is held at the highest")
    func factors() {
        var rules = RankTests.rules
        rules.strategy.factors = [.followUpDue: 200, .step: 300, .firstLate: 250]
        let item = AgeingTests.item("I", due: -10, open: 100_000)
        let followUp = RankTests.followUp(in: 0)
        let one = WorthTests.standing(WorthTests.payer([item], followUps: [followUp]), rules: rules)
        #expect(one.product == 200)
        #expect(one.score == Score.of(one.worth, product: 200, currencyUnit: 100))
        let both = WorthTests.standing(WorthTests.payer([item], paid: [0, -1, 0], followUps: [followUp]), rules: rules)
        #expect(both.reasons.contains { $0.rule == .firstLate })
        #expect(both.product == rules.strategy.highestProduct)
        #expect(both.points.reduce(0, +) == both.score)
    }

    @Test("A payment that went back multiplies until somebody has spoken about it")
    func returnedFactor() {
        var payer = WorthTests.payer([AgeingTests.item("I", due: -10, open: 100_000)])
        payer.accounts[0].payments = PaymentHistory(
            of: [], returned: ReturnedPayment(day: WorthTests.day.advanced(by: -2), amount: Money(minor: 80_000, .usd)))
        let standing = WorthTests.standing(payer)
        #expect(
            standing.reasons.contains {
                $0.rule == .returnedPayment && $0.factor == 150 && $0.text.contains("payment of 800 returned")
            })
        payer.tally = Tally(lastContact: WorthTests.day)
        #expect(!WorthTests.standing(payer).reasons.contains { $0.rule == .returnedPayment })
    }

    // MARK: To decide

    @Test("Three conversations with who decides and no money since the first, and somebody has to decide")
    func spokenToInVain() {
        let item = AgeingTests.item("I", due: -40, open: 500_000)
        let days = [-10, -20, -30].map { WorthTests.day.advanced(by: $0) }
        let tally = Tally(lastContact: days[0], lastRightParty: days[0], rightParties: days)
        let standing = WorthTests.standing(WorthTests.payer([item], tally: tally))
        #expect(standing.place == .queue(.decision))
        #expect(standing.reasons.first?.text.contains("3 conversations since") == true)
        // Money since the first of them.
        #expect(WorthTests.standing(WorthTests.payer([item], cash: 100, tally: tally)).place == .queue(.call))
        // What was spoken about before the oldest debt of today was overdue was another debt.
        let fresh = AgeingTests.item("I", due: -25, open: 500_000)
        #expect(WorthTests.standing(WorthTests.payer([fresh], tally: tally)).place == .queue(.call))
        let two = Tally(lastContact: days[0], lastRightParty: days[0], rightParties: Array(days.prefix(2)))
        #expect(WorthTests.standing(WorthTests.payer([item], tally: two)).place == .queue(.call))
    }

    @Test("Half a year late without a payment is to be decided, unless payments aren't known for so long")
    func nothingPaid() {
        let item = AgeingTests.item("I", due: -200, open: 500_000)
        #expect(WorthTests.standing(WorthTests.payer([item])).place == .queue(.decision))
        var portfolio = WorthTests.portfolio
        portfolio.paymentsSince = WorthTests.day.advanced(by: -100)
        #expect(WorthTests.standing(WorthTests.payer([item]), portfolio).place == .queue(.call))
        // Somebody who paid something last month is called.
        let paying = WorthTests.payer([item], paid: [580])
        #expect(WorthTests.standing(paying).place == .queue(.call))
    }

    @Test("A time that was agreed is kept, whatever is to be decided; a decision rests until its review")
    func decided() {
        let item = AgeingTests.item("I", due: -200, open: 500_000)
        #expect(
            WorthTests.standing(WorthTests.payer([item], followUps: [RankTests.followUp(in: 0, kind: .owed)])).place
                == .queue(.call))
        #expect(
            WorthTests.standing(WorthTests.payer([item], followUps: [RankTests.followUp(in: 0)])).place
                == .queue(.decision))
        func limits(_ choice: Decision.Choice, review days: Int) -> ContactLimits {
            let planned = PlannedDecision(choice, owner: "ana", review: WorthTests.day.advanced(by: days))
            return ContactLimits(
                decision: Decision(part: EntryPart(entry: 1), planned, since: WorthTests.day, by: "ben"))
        }
        func place(_ choice: Decision.Choice, _ days: Int) -> QueuePlace {
            WorthTests.standing(WorthTests.payer([item], limits: limits(choice, review: days))).place
        }
        #expect(
            place(.stopSupply, 9)
                == .rests(until: WorthTests.day.advanced(by: 9), why: .decided(.stopSupply, owner: "ana")))
        #expect(place(.keepCalling, 9) == .queue(.call))
        #expect(place(.stopSupply, 0) == .queue(.decision))
        #expect(place(.keepCalling, 0) == .queue(.decision))
    }

    // MARK: Tiers

    @Test(
        """
        A trifle does not head the queue: its broken promise keeps the place by score, unless the payer is of \
        high value
        """
    )
    func trifles() {
        let promise = FollowThroughRankTests.promise
        let payer = FollowThroughRankTests.payer(Commitments(promises: [promise]), cash: FollowThroughRankTests.known)
        func tier(_ heads: Int, _ cut: Int64) -> Tier {
            var rules = PromiseTests.rules
            rules.strategy.brokenHeads = heads
            var portfolio = RankTests.portfolio
            portfolio.highStake = cut
            return rank(payer, portfolio: portfolio, rules: rules, day: PromiseTests.day(6)).tier
        }
        #expect(tier(1_000, .max) == .brokenPromise)
        #expect(tier(1_001, .max) == .byScore)
        #expect(tier(1_001, 100_000) == .brokenPromise)
    }
}
