import Receivables
import Testing

/// Where a payer stands for what was agreed with it.
@Suite struct FollowThroughRankTests {
    static func payer(
        _ commitments: Commitments, open: Int64 = 1_000_00, money: [MoneySeen] = [], cash: CashKnown = CashKnown(),
        tally: Tally = Tally(), followUps: [FollowUp] = [], queueOverride: QueueOverride = QueueOverride()
    ) -> PayerFacts {
        var item = AgeingTests.item("I1", due: 0, open: open)
        item.issued = PromiseTests.day(-70)
        item.due = PromiseTests.day(-40)
        return PayerFacts(
            payer: AccountNumber("A"),
            accounts: [AccountFacts(account: Account(number: AccountNumber("A")), items: [item])],
            followUps: followUps, tally: tally, queueOverride: queueOverride, commitments: commitments, money: money,
            cash: cash)
    }

    static func standing(_ payer: PayerFacts, on day: Int) -> Standing {
        rank(payer, portfolio: RankTests.portfolio, rules: PromiseTests.rules, day: PromiseTests.day(day))
    }

    static let promise = PromiseTests.promise(1_000_00, by: 1, on: [Share(PromiseTests.key("I1"), 1_000_00)])
    static let known = PromiseTests.extracts(on: 6)

    @Test("What is promised rests until the first business day on which it can be known whether it came")
    func pending() {
        let standing = FollowThroughRankTests.standing(
            FollowThroughRankTests.payer(Commitments(promises: [FollowThroughRankTests.promise])), on: 1)
        // The window ends on Friday 4; Monday is the 7th.
        #expect(standing.place == .rests(until: PromiseTests.day(6), why: .promisePending(by: PromiseTests.day(1))))
        #expect(standing.next == NextAction(kind: .promise, on: PromiseTests.day(6)))
        #expect(standing.figures.first?.collectable == 0)
    }

    @Test("Half a promise leaves the other half to be called; a rest below the minimum is left alone with it")
    func part() {
        var half = FollowThroughRankTests.promise
        half.shares = [Share(PromiseTests.key("I1"), 500_00)]
        half.amount = Money(minor: 500_00, .usd)
        #expect(
            FollowThroughRankTests.standing(FollowThroughRankTests.payer(Commitments(promises: [half])), on: 1).place
                == .queue(.call))
        half.shares = [Share(PromiseTests.key("I1"), 990_00)]
        half.amount = Money(minor: 990_00, .usd)
        guard
            case .rests(_, .promisePending) = FollowThroughRankTests.standing(
                FollowThroughRankTests.payer(Commitments(promises: [half])), on: 1
            ).place
        else { Issue.record("ten dollars are called while 990 are awaited"); return }
    }

    @Test("A broken promise heads the queue the same morning with its figure, past quiet and a later follow-up")
    func broken() {
        let tally = Tally(
            lastContact: PromiseTests.day(5), lastRightParty: PromiseTests.day(5), lastTouched: PromiseTests.day(5),
            lastContactEntry: 50, lastTouchedEntry: 50)
        let later = FollowUp(
            entry: 50, nth: 0, kind: .followUp, day: PromiseTests.day(20), why: "see", owner: "a",
            since: PromiseTests.day(5))
        let payer = FollowThroughRankTests.payer(
            Commitments(promises: [FollowThroughRankTests.promise]), cash: FollowThroughRankTests.known, tally: tally,
            followUps: [later])
        let standing = FollowThroughRankTests.standing(payer, on: 6)
        #expect(standing.place == .queue(.call))
        #expect(standing.tier == .brokenPromise)
        #expect(
            standing.reasons.contains {
                $0.rule == .brokenPromise && $0.text == "promise of 1,000 by Wed 2 Dec broken" && $0.factor == 150
            })
    }

    @Test("Never on stale cash: it is due, not verified, and the reason says up to when cash is known")
    func stale() {
        let payer = FollowThroughRankTests.payer(
            Commitments(promises: [FollowThroughRankTests.promise]), cash: PromiseTests.extracts(on: 3))
        let standing = FollowThroughRankTests.standing(payer, on: 6)
        #expect(
            standing.place
                == .rests(until: PromiseTests.day(7), why: .promiseNotVerified(cashKnownTo: PromiseTests.day(2))))
        #expect(!standing.reasons.contains { $0.text.contains("broken") })
        #expect(standing.reasons.contains { $0.text.contains("not verified (payments known up to Thu 3 Dec)") })
        // A desk whose extracts stop coming does not wait for ever.
        let later = FollowThroughRankTests.standing(payer, on: 13)
        #expect(later.place == .queue(.call))
        #expect(later.tier == .byScore)
    }

    @Test("Spoken about since the verdict it stands by its score alone; tried in vain it waits for the next try")
    func spokenAbout() {
        let seq = Int64(200)
        let spoken = Tally(lastContact: PromiseTests.day(6), lastContactEntry: seq, lastTouchedEntry: seq)
        var payer = FollowThroughRankTests.payer(
            Commitments(promises: [FollowThroughRankTests.promise]), cash: FollowThroughRankTests.known, tally: spoken)
        let standing = FollowThroughRankTests.standing(payer, on: 8)
        #expect(standing.tier == .byScore)
        #expect(standing.reasons.contains { $0.rule == .brokenPromise })
        payer.tally = Tally(lastTouched: PromiseTests.day(6), lastTouchedEntry: seq)
        payer.followUps = [
            FollowUp(
                entry: seq, nth: 0, kind: .followUp, day: PromiseTests.day(7), why: "again", owner: "a",
                since: PromiseTests.day(6))
        ]
        guard case .rests = FollowThroughRankTests.standing(payer, on: 6).place else {
            Issue.record("tried twice a day"); return
        }
        #expect(FollowThroughRankTests.standing(payer, on: 7).tier == .brokenPromise)
    }

    @Test("Money that came late, or a covered item that is closed, ends the promise's effect on the queue")
    func late() {
        let commitments = Commitments(promises: [FollowThroughRankTests.promise])
        let paid = FollowThroughRankTests.payer(
            commitments, money: [PromiseTests.money(1_000_00, on: 5)], cash: FollowThroughRankTests.known)
        #expect(FollowThroughRankTests.standing(paid, on: 6).tier == .byScore)
        let closed = FollowThroughRankTests.payer(commitments, open: 0, cash: FollowThroughRankTests.known)
        #expect(FollowThroughRankTests.standing(closed, on: 6).tier == .resting)
    }

    @Test("A claimed payment rests its payer while it may turn up, and brings it back when it did not")
    func claimed() {
        let claim = Commitments(claims: [ClaimTests.claim(1_000_00, paid: -1)])
        #expect(
            FollowThroughRankTests.standing(FollowThroughRankTests.payer(claim), on: 1).place
                == .rests(until: PromiseTests.day(3), why: .claimedPayment(PromiseTests.day(-1))))
        let back = FollowThroughRankTests.standing(
            FollowThroughRankTests.payer(claim, cash: PromiseTests.extracts(on: 3)), on: 3)
        #expect(back.place == .queue(.call))
        #expect(
            back.reasons.contains { $0.text == "1,000 said to be paid on Mon 30 Nov not found" && $0.factor == 130 })
    }

    @Test("Put off within the day a row goes below the others for that day; the third day says so; a pin goes on top")
    func hand() {
        let commitments = Commitments()
        let off = FollowThroughRankTests.payer(
            commitments, queueOverride: QueueOverride(putOff: PromiseTests.day(2), daysPutOff: 3))
        #expect(FollowThroughRankTests.standing(off, on: 2).tier == .later)
        let next = FollowThroughRankTests.standing(off, on: 3)
        #expect(next.tier == .byScore)
        #expect(next.reasons.contains { $0.text == "put off on 3 days" })
        #expect(
            FollowThroughRankTests.standing(
                FollowThroughRankTests.payer(commitments, queueOverride: QueueOverride(isPinned: true)), on: 2
            ).tier == .pinned)
    }

    @Test("Every dated thing of a payer is among what comes next, the earliest first")
    func upcoming() {
        let commitments = Commitments(
            promises: [FollowThroughRankTests.promise], claims: [ClaimTests.claim(nil, paid: -1)],
            disputes: [
                Dispute(
                    part: EntryPart(entry: 3), opened: PromiseTests.today, item: PromiseTests.key("I1"), amount: nil,
                    reason: .price, owner: "Sales", due: PromiseTests.day(9))
            ])
        let payer = FollowThroughRankTests.payer(commitments).judged(by: PromiseTests.rules, on: PromiseTests.today)
        let next = payer.upcoming(by: PromiseTests.rules, on: PromiseTests.today)
        #expect(next.map(\.kind) == [.claim, .promise, .dispute])
        #expect(next.map(\.on) == next.map(\.on).sorted())
    }
}
