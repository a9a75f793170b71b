import Receivables
import Testing

@Suite struct DisputeTests {
    static func entry(_ seq: Int64, _ act: Act, day: Int = 0, text: String = "", undoes: Int64? = nil) -> Entry {
        let day = PromiseTests.day(day)
        return Entry(
            seq: seq, id: "\(seq)", payer: AccountNumber("A"),
            at: LocalTime(day: day, time: TimeOfDay(minutes: 600)).instant(offset: 0), day: day, author: "ana",
            text: text,
            act: act, undoes: undoes, hash: [])
    }

    static func disputed(_ amount: Int64? = nil, reason: DisputeReason = .price) -> Act {
        .call(
            CallRecord(
                result: .disputes,
                agreed: Agreements(disputes: [
                    PlannedDispute(
                        item: PromiseTests.key("I1"), amount: amount.map { Money(minor: $0, .usd) }, reason: reason,
                        due: PromiseTests.day(6))
                ])))
    }

    static let part = EntryPart(entry: 1)

    func facts(_ entries: [Entry], open: Int64 = 100_00, money: [MoneySeen] = [], on day: Int) -> JudgedPayer {
        PayerFacts(
            payer: AccountNumber("A"),
            accounts: [
                AccountFacts(
                    account: Account(number: AccountNumber("A")),
                    items: [AgeingTests.item("I1", due: -40, open: open)].map { item in
                        var item = item
                        item.due = PromiseTests.day(-40)
                        item.issued = PromiseTests.day(-70)
                        return item
                    })
            ],
            record: PayerRecord.folding(entries), money: money
        ).judged(by: PromiseTests.rules, on: PromiseTests.day(day))
    }

    @Test("A dispute pauses its part alone, goes to who as a rule answers it, and is one case per item")
    func opened() {
        let part = facts([DisputeTests.entry(1, DisputeTests.disputed(30_00))], on: 1)
        #expect(part.accounts[0].items[0].disputed == 30_00)
        #expect(part.followThrough.disputes[0].owner == "Sales")
        let again = facts(
            [
                DisputeTests.entry(1, DisputeTests.disputed(30_00)),
                DisputeTests.entry(2, DisputeTests.disputed(reason: .quality)),
            ], on: 1)
        #expect(again.followThrough.disputes.map(\.part.entry) == [1])
        #expect(again.followThrough.disputes.map(\.reason) == [.quality])
        #expect(again.accounts[0].items[0].chaseable == 0)
    }

    @Test(
        """
        An answered dispute is not chased yet: telling the customer is owed today, and stays owed until somebody \
        was told
        """
    )
    func answered() {
        let answer = DisputeTests.entry(2, .dispute(DisputeStep(DisputeTests.part)), day: 2, text: "price was right")
        let opened = DisputeTests.entry(1, DisputeTests.disputed())
        let told = facts([opened, answer], on: 2)
        #expect(told.accounts[0].items[0].chaseable == 0)
        #expect(told.followUps.map(\.kind) == [.owed])
        #expect(
            rank(told, portfolio: RankTests.portfolio, rules: PromiseTests.rules, day: PromiseTests.day(2)).tier
                == .owedToday)
        let missed = DisputeTests.entry(
            3, .call(CallRecord(result: .noAnswer, followUps: [PlannedFollowUp(day: PromiseTests.day(3))])), day: 2)
        #expect(facts([opened, answer, missed], on: 2).followUps.map(\.kind).contains(.owed))
        let reached = DisputeTests.entry(3, .call(CallRecord(result: .willCheck)), day: 2)
        #expect(facts([opened, answer, reached], on: 2).followUps.isEmpty)
    }

    @Test("Valid is paused until the credit is seen, not valid is collectable at once, withdrawn owes no call")
    func resolved() {
        func after(_ outcome: Dispute.Outcome, _ money: [MoneySeen] = [], open: Int64 = 100_00) -> JudgedPayer {
            facts(
                [
                    DisputeTests.entry(1, DisputeTests.disputed(30_00)),
                    DisputeTests.entry(2, .dispute(DisputeStep(DisputeTests.part, outcome: outcome))),
                ],
                open: open, money: money, on: 3)
        }
        #expect(after(.valid).accounts[0].items[0].disputed == 30_00)
        let credit = PromiseTests.money(30_00, on: 2, item: "I1", kind: .credit)
        #expect(after(.valid, [credit], open: 70_00).accounts[0].items[0].disputed == 0)
        #expect(after(.notValid).accounts[0].items[0].disputed == 0)
        #expect(after(.notValid).followUps.map(\.kind) == [.owed])
        #expect(after(.withdrawn).followUps.isEmpty)
        #expect(
            after(.valid).followThrough.disputes[0].deadline(BusinessCalendar())
                == BusinessCalendar().adding(10, to: PromiseTests.today))
    }

    @Test("Taking a resolution back opens the case again")
    func undone() {
        let entries = [
            DisputeTests.entry(1, DisputeTests.disputed()),
            DisputeTests.entry(2, .dispute(DisputeStep(DisputeTests.part, outcome: .withdrawn))),
            DisputeTests.entry(3, .undo, undoes: 2),
        ]
        #expect(facts(entries, on: 1).followThrough.disputes.map(\.word) == ["open"])
    }

    @Test("Reasons are found by their beginnings, where only one begins so")
    func reasons() {
        #expect(DisputeReason(named: "not-received") == .notReceived)
        #expect(DisputeReason(named: "dup") == .duplicate)
        #expect(DisputeReason(named: "t") == nil)
        #expect(DisputeReason(named: "") == nil)
    }
}
