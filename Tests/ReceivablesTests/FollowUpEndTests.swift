import Receivables
import Testing

@Suite struct FollowUpEndTests {
    private static func followUp(
        _ kind: FollowUp.Kind = .followUp, _ purpose: FollowUp.Purpose = .money, since: Int = -3
    ) -> FollowUp {
        var followUp = RankTests.followUp(in: 0, since: since, kind: kind)
        followUp.purpose = purpose
        return followUp
    }

    private static func payer(_ items: [Item], _ followUps: [FollowUp], cash: Int64 = 0) -> PayerFacts {
        let cash =
            cash == 0
            ? []
            : [UnappliedCash(day: RankTests.today.advanced(by: -2), amount: Money(minor: cash, .usd), reference: "P")]
        return RankTests.payer(items, cash: cash, followUps: followUps)
    }

    @Test("A follow-up about money ends with the money, an appointment as well")
    func ends() {
        for followUp in [
            FollowUpEndTests.followUp(), FollowUpEndTests.followUp(.followUp, .retry),
            FollowUpEndTests.followUp(.appointment),
        ] {
            let payer = FollowUpEndTests.payer([], [followUp])
            #expect(payer.followUps.isEmpty)
            #expect(payer.endedFollowUps == [followUp])
            #expect(RankTests.standing(payer).place == .clear)
            #expect(
                FollowUpEndTests.payer([AgeingTests.item("I", due: -5, open: 100_000)], [followUp]).followUps == [
                    followUp
                ])
        }
    }

    @Test("Invoices that came later are other money")
    func laterInvoices() {
        let later = Item(
            number: "I2", issued: RankTests.today.advanced(by: -1), due: RankTests.today.advanced(by: 29),
            currency: .usd, amount: 90_000, open: 90_000)
        let payer = FollowUpEndTests.payer([later], [FollowUpEndTests.followUp()])
        #expect(payer.followUps.isEmpty)
        guard case .rests(_, .notDue) = RankTests.standing(payer).place else {
            Issue.record("does not rest")
            return
        }
    }

    @Test(
        """
        What we owe them stays, in deeds or in money; so does a relationship call. A balance is no reason for \
        another try
        """
    )
    func stays() {
        for followUp in [FollowUpEndTests.followUp(.owed), FollowUpEndTests.followUp(.followUp, .relationship)] {
            #expect(RankTests.standing(FollowUpEndTests.payer([], [followUp])).place == .queue(.call))
        }
        let agreed = FollowUpEndTests.followUp(), retry = FollowUpEndTests.followUp(.followUp, .retry)
        #expect(FollowUpEndTests.payer([], [agreed], cash: 5_000).followUps == [agreed])
        #expect(FollowUpEndTests.payer([], [retry], cash: 5_000).followUps.isEmpty)
    }

    @Test("A pin or the review of a hold puts nobody with nothing open into the queue")
    func pinned() {
        var payer = FollowUpEndTests.payer([], [])
        payer.queueOverride.isPinned = true
        #expect(RankTests.standing(payer).place == .clear)
    }

    private static func entry(_ seq: Int64, _ result: CallResult, day: Int, next: Int, inbound: Bool = false) -> Entry {
        JournalTests.entry(
            seq, result, day: day, direction: inbound ? .inbound : .outbound,
            next: [PlannedFollowUp(day: JournalTests.today.advanced(by: next), why: "again")])
    }

    @Test("However often nobody was reached, one try lies ahead, and whoever is reached ends it")
    func retries() {
        let tries = (1...3).map { FollowUpEndTests.entry(Int64($0), .voicemail, day: 0, next: $0 + 1) }
        #expect(PayerRecord.folding(tries).followUps.map(\.entry) == [3])
        for (result, inbound) in [(CallResult.willCheck, false), (.promised, true), (.someoneElse, false)] {
            let reached = FollowUpEndTests.entry(4, result, day: 1, next: 9, inbound: inbound)
            #expect(PayerRecord.folding(tries + [reached]).followUps.map(\.entry) == [4])
        }
        let agreed = FollowUpEndTests.entry(4, .willCheck, day: 0, next: 5),
            missed = FollowUpEndTests.entry(5, .noAnswer, day: 1, next: 2)
        #expect(PayerRecord.folding([agreed, missed]).followUps.map(\.entry) == [5, 4])
    }

    @Test("Who is not reached for a relationship call is tried again for that")
    func relationship() {
        let planned = FollowUpEndTests.entry(1, .relationship, day: -9, next: 0)
        let missed = FollowUpEndTests.entry(2, .noAnswer, day: 0, next: 1)
        #expect(PayerRecord.folding([planned, missed]).followUps.map(\.purpose) == [.relationship])
        #expect(PayerRecord.folding([missed]).followUps.map(\.purpose) == [.retry])
    }

    @Test("A dispute on an item that is paid is closed with that, and open again if the payment goes back")
    func disputes() {
        let (today, key) = (RankTests.today, ItemKey(account: AccountNumber("A1"), number: "I1"))
        let dispute = Dispute(
            part: EntryPart(entry: 1), opened: today.advanced(by: -9), item: key, amount: nil, reason: .price,
            owner: "Sales", due: today.advanced(by: -2))
        func judged(_ items: [Item], _ money: [MoneySeen] = []) -> JudgedPayer {
            var payer = RankTests.payer(items)
            payer.commitments = Commitments(disputes: [dispute])
            payer.money = money
            return payer.judged(by: RankTests.rules, on: today)
        }
        let paid = judged([])
        #expect(paid.followThrough.disputes.map(\.word) == ["paid"])
        #expect(paid.followThrough.disputes.first?.words == "I1, price: closed, the item is paid")
        #expect(paid.upcoming(by: RankTests.rules, on: today).isEmpty)
        #expect(paid.disputesToHandOff(all: true, rules: RankTests.rules, on: today).isEmpty)
        let credit = MoneySeen(
            day: today, seen: 2, account: AccountNumber("A1"), item: key, kind: .credit,
            amount: Money(minor: 100_000, .usd))
        #expect(judged([], [credit]).followThrough.disputes.map(\.word) == ["credited"])
        #expect(
            judged([AgeingTests.item("I1", due: -40, open: 100_000)]).followThrough.disputes.map(\.word) == ["open"])
    }
}
