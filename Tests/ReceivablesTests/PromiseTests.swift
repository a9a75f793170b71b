import Receivables
import Testing

/// Days count from today: Tuesday 1 December 2026, with nothing but weekends off.
@Suite struct PromiseTests {
    static let today = Day(year: 2026, month: 12, day: 1) ?? Day(number: 0)
    static let rules = Rules(base: .usd)
    static func day(_ offset: Int) -> Day { today.advanced(by: offset) }
    static func key(_ number: String) -> ItemKey { ItemKey(account: AccountNumber("A"), number: number) }

    static func promise(
        _ amount: Int64, by day: Int, entry: Int64 = 10, made: Int = 0, on shares: [Share] = [], names: Bool = false
    ) -> Promise {
        Promise(
            part: EntryPart(entry: entry), made: self.day(made), amount: Money(minor: amount, .usd), day: self.day(day),
            shares: shares, namesItems: names)
    }

    static func money(
        _ amount: Int64, on day: Int, seen: Int64 = 20, item: String? = nil, after: Int? = nil,
        kind: Settlement.Kind = .payment
    ) -> MoneySeen {
        MoneySeen(
            day: self.day(day), after: after.map(self.day), seen: seen, account: AccountNumber("A"),
            item: item.map(key),
            kind: kind, amount: Money(minor: amount, .usd))
    }

    /// Cash known to the day before each, imported on it.
    static func extracts(on days: Int...) -> CashKnown {
        CashKnown(days.map { CashKnown.Step(seq: 100 + Int64($0), day: day($0), knownTo: day($0 - 1)) })
    }

    static func judge(_ promises: [Promise], _ money: [MoneySeen], cash: CashKnown = CashKnown(), on day: Int)
        -> [JudgedPromise]
    {
        var judge = PromiseJudge(promises, money: money, cash: cash, rules: rules, on: self.day(day))
        return judge.verdicts()
    }

    static func verdict(_ promise: Promise, _ money: [MoneySeen], cash: CashKnown = CashKnown(), on day: Int)
        -> PromiseVerdict?
    {
        judge([promise], money, cash: cash, on: day).first?.verdict
    }

    // Promised for Wednesday 2: the window ends on Friday 4.

    @Test("A promise waits through its window, is kept as soon as all has come, and broken only once cash is known")
    func life() {
        let promise = PromiseTests.promise(100_00, by: 1)
        let all = PromiseTests.money(100_00, on: 2), some = PromiseTests.money(40_00, on: 2)
        #expect(PromiseTests.verdict(promise, [], on: 3) == .pending(came: 0))
        #expect(PromiseTests.verdict(promise, [some], on: 3) == .pending(came: 40_00))
        #expect(PromiseTests.verdict(promise, [all], on: 2) == .kept(on: PromiseTests.day(2)))
        #expect(PromiseTests.verdict(promise, [], on: 4) == .dueNotVerified(came: 0, cashKnownTo: nil))
        let stale = PromiseTests.extracts(on: 3)
        #expect(
            PromiseTests.verdict(promise, [], cash: stale, on: 6)
                == .dueNotVerified(came: 0, cashKnownTo: PromiseTests.day(2)))
        let known = PromiseTests.extracts(on: 3, 4)
        #expect(PromiseTests.verdict(promise, [], cash: known, on: 4) == .broken)
        #expect(PromiseTests.verdict(promise, [some], cash: known, on: 4) == .partlyKept(came: 40_00))
    }

    @Test("The window counts business days: promised for Friday, money of Tuesday keeps it and of Wednesday does not")
    func window() {
        let friday = PromiseTests.promise(100_00, by: 3), cash = PromiseTests.extracts(on: 9)
        #expect(
            PromiseTests.verdict(friday, [PromiseTests.money(100_00, on: 7)], cash: cash, on: 9)
                == .kept(on: PromiseTests.day(7)))
        let late = PromiseTests.judge([friday], [PromiseTests.money(100_00, on: 8)], cash: cash, on: 9)[0]
        #expect(late.verdict == .broken)
        #expect(late.late == .init(amount: 100_00, on: PromiseTests.day(8), days: 5))
        #expect(late.missing == 0)
    }

    @Test("Money that was seen before the promise was recorded never keeps it, whatever its value date")
    func seenBefore() {
        let promise = PromiseTests.promise(100_00, by: 1), cash = PromiseTests.extracts(on: 4)
        #expect(
            PromiseTests.verdict(promise, [PromiseTests.money(100_00, on: 1, seen: 9)], cash: cash, on: 4) == .broken)
        #expect(
            PromiseTests.verdict(promise, [PromiseTests.money(100_00, on: -5, seen: 11)], cash: cash, on: 4)
                == .kept(on: PromiseTests.day(-5)))
    }

    @Test("Each unit of money serves one promise, the earliest promised day first")
    func once() {
        let first = PromiseTests.promise(100_00, by: 1, entry: 11),
            second = PromiseTests.promise(100_00, by: 2, entry: 10)
        let judged = PromiseTests.judge([second, first], [PromiseTests.money(150_00, on: 1)], on: 2)
        #expect(judged.map(\.promise.part.entry) == [11, 10])
        #expect(judged.map(\.verdict) == [.kept(on: PromiseTests.day(1)), .pending(came: 50_00)])
    }

    @Test(
        "Which item the money landed on doesn't matter where neither promise named any: the earliest day is still first"
    )
    func onItems() {
        let first = PromiseTests.promise(100_00, by: 1, on: [Share(PromiseTests.key("I1"), 100_00)])
        let second = PromiseTests.promise(50_00, by: 2, entry: 11, on: [Share(PromiseTests.key("I2"), 50_00)])
        let judged = PromiseTests.judge([first, second], [PromiseTests.money(120_00, on: 1, item: "I2")], on: 2)
        #expect(judged.map(\.verdict) == [.kept(on: PromiseTests.day(1)), .pending(came: 20_00)])
    }

    @Test("Of named items other money keeps a promise too, marked, but not while its own promise needs it")
    func elsewhere() {
        let one = PromiseTests.promise(100_00, by: 1, on: [Share(PromiseTests.key("I1"), 100_00)], names: true)
        let two = PromiseTests.promise(
            100_00, by: 2, entry: 11, on: [Share(PromiseTests.key("I2"), 100_00)], names: true)
        let onTwo = PromiseTests.money(100_00, on: 1, item: "I2")
        #expect(PromiseTests.judge([one, two], [onTwo], on: 2).map(\.came) == [0, 100_00])
        let alone = PromiseTests.judge([one], [onTwo], on: 2)[0]
        #expect(alone.verdict == .kept(on: PromiseTests.day(1)))
        #expect(alone.isAppliedElsewhere)
        #expect(!PromiseTests.judge([one], [PromiseTests.money(100_00, on: 1)], on: 2)[0].isAppliedElsewhere)
    }

    @Test("Credits on a covered item lower a promise, down to nothing: void")
    func credits() {
        let promise = PromiseTests.promise(100_00, by: 1, on: [Share(PromiseTests.key("I1"), 100_00)])
        let credit = PromiseTests.money(30_00, on: 1, item: "I1", kind: .credit)
        #expect(
            PromiseTests.verdict(promise, [credit, PromiseTests.money(70_00, on: 1)], on: 1)
                == .kept(on: PromiseTests.day(1)))
        #expect(
            PromiseTests.verdict(promise, [PromiseTests.money(100_00, on: 1, item: "I1", kind: .writeOff)], on: 1)
                == .void)
        #expect(
            PromiseTests.verdict(promise, [PromiseTests.money(100_00, on: 1, item: "I2", kind: .credit)], on: 1)
                == .pending(came: 0))
    }

    @Test("A returned payment judges again, and is news then")
    func returned() {
        let promise = PromiseTests.promise(100_00, by: 1, on: [Share(PromiseTests.key("I1"), 100_00)])
        let paid = PromiseTests.money(100_00, on: 2, item: "I1"),
            back = PromiseTests.money(-100_00, on: 8, seen: 300, item: "I1")
        let cash = PromiseTests.extracts(on: 4, 8)
        #expect(PromiseTests.verdict(promise, [paid, back], cash: cash, on: 7) == .kept(on: PromiseTests.day(2)))
        let judged = PromiseTests.judge([promise], [paid, back], cash: cash, on: 8)[0]
        #expect(judged.verdict == .broken)
        #expect(judged.judgedAt?.seq == 300)
        // What went back of money from before the promise takes nothing off.
        let other = PromiseTests.money(100_00, on: 2, seen: 400, item: "I1")
        #expect(PromiseTests.verdict(promise, [back, other], cash: cash, on: 9) == .kept(on: PromiseTests.day(2)))
    }

    @Test("Between two extracts nobody knows the day: who may have paid in time is not called late")
    func assumed() {
        let friday = PromiseTests.promise(100_00, by: 1), cash = PromiseTests.extracts(on: 3, 6)
        let monday = PromiseTests.money(100_00, on: 6, item: "I1", after: 3)
        #expect(PromiseTests.verdict(friday, [monday], cash: cash, on: 6) == .kept(on: PromiseTests.day(3)))
        let later = PromiseTests.money(100_00, on: 13, item: "I1", after: 6)
        #expect(PromiseTests.verdict(friday, [later], cash: cash, on: 13) == .broken)
    }

    @Test(
        """
        Replaced before its day a promise is renegotiated; after its window the verdict stands, and nothing is \
        missing any more
        """
    )
    func replaced() {
        var record = Commitments()
        let old = PlannedPromise(
            amount: Money(minor: 100_00, .usd), day: PromiseTests.day(1),
            shares: [Share(PromiseTests.key("I1"), 60_00), Share(PromiseTests.key("I2"), 40_00)])
        let new = { (shares: [Share]) in
            PlannedPromise(
                amount: Money(minor: 60_00, .usd), day: PromiseTests.day(9), shares: shares,
                replaces: [EntryPart(entry: 1)])
        }
        func fold(_ second: PlannedPromise, on day: Int) -> [Promise] {
            PayerRecord.folding([
                PromiseTests.call(1, day: -3, Agreements(promises: [old])),
                PromiseTests.call(2, day: day, Agreements(promises: [second])),
            ]).commitments.promises
        }
        record.promises = fold(new([Share(PromiseTests.key("I1"), 60_00)]), on: 0)
        let partly = PromiseTests.judge(record.promises, [], on: 0)
        #expect(partly.map(\.expected) == [40_00, 60_00])
        #expect(partly.map(\.verdict) == [.pending(came: 0), .pending(came: 0)])
        let whole = fold(new([Share(PromiseTests.key("I1"), 60_00), Share(PromiseTests.key("I2"), 40_00)]), on: 0)
        let judged = PromiseTests.judge(whole, [], on: 0)
        #expect(judged[0].verdict == .renegotiated(on: PromiseTests.day(0)))
        #expect(judged[1].level == 2)
        let after = PromiseTests.judge(
            fold(new([Share(PromiseTests.key("I1"), 60_00), Share(PromiseTests.key("I2"), 40_00)]), on: 6), [],
            cash: PromiseTests.extracts(on: 4), on: 6)
        #expect(after[0].verdict == .broken)
        #expect(after[0].missing == 0)
    }

    static func call(_ seq: Int64, day: Int, _ agreed: Agreements, undoes: Int64? = nil, result: CallResult = .promised)
        -> Entry
    {
        let day = self.day(day)
        return Entry(
            seq: seq, id: "\(seq)", payer: AccountNumber("A"),
            at: LocalTime(day: day, time: TimeOfDay(minutes: 600)).instant(offset: 0),
            day: day, author: "ana", text: "",
            act: undoes == nil ? .call(CallRecord(result: result, agreed: agreed)) : .undo,
            undoes: undoes, hash: [])
    }

    @Test("A promise covers the oldest money that is free, then what falls due next; the customer's items if named")
    func cover() {
        let facts = PayerFacts(
            payer: AccountNumber("A"),
            accounts: [
                AccountFacts(
                    account: Account(number: AccountNumber("A")),
                    items: [
                        AgeingTests.item("NEXT", due: 9, open: 500),
                        AgeingTests.item("OLD", due: -40, open: 100, disputed: 30),
                        AgeingTests.item("MID", due: -9, open: 100, promised: 80),
                        AgeingTests.item("CREDIT", due: -50, open: -70),
                    ])
            ]
        ).judged(by: PromiseTests.rules, on: PromiseTests.today)
        let cover = Cover(Money(minor: 120, .usd), of: facts)
        #expect(cover.shares.map(\.item.number) == ["OLD", "MID", "NEXT"])
        #expect(cover.shares.map(\.amount) == [70, 20, 30])
        let named = Cover(Money(minor: 600, .usd), named: [PromiseTests.key("NEXT")], of: facts)
        #expect(named.shares.map(\.amount) == [500])
        #expect(named.beyond == 100)
    }

    @Test("Half now and half on the 4th are two promises on one item, and never hold more than it has open")
    func halves() {
        let half = { (entry: Int64, day: Int) in
            PromiseTests.promise(50_00, by: day, entry: entry, on: [Share(PromiseTests.key("I1"), 50_00)])
        }
        let item = { (open: Int64) in
            AccountFacts(
                account: Account(number: AccountNumber("A")), items: [AgeingTests.item("I1", due: -40, open: open)])
        }
        func promised(_ open: Int64, _ money: [MoneySeen]) -> Int64? {
            PayerFacts(
                payer: AccountNumber("A"), accounts: [item(open)],
                commitments: Commitments(promises: [half(10, 1), half(11, 3)]), money: money
            ).judged(by: PromiseTests.rules, on: PromiseTests.today).accounts[0].items[0].promised
        }
        #expect(promised(100_00, []) == 100_00)
        #expect(promised(70_00, [PromiseTests.money(30_00, on: 0, item: "I1")]) == 70_00)
        #expect(promised(120_00, [PromiseTests.money(30_00, on: 0)]) == 70_00)
        #expect(promised(20_00, []) == 20_00)
    }

    @Test("The kept rate counts closed windows alone; void and unverified stay outside, renegotiated is not kept")
    func rate() {
        let promises = [
            PromiseTests.promise(100_00, by: 1, entry: 10), PromiseTests.promise(100_00, by: 2, entry: 11),
            PromiseTests.promise(100_00, by: 30, entry: 12),
        ]
        let judged = PromiseTests.judge(
            promises, [PromiseTests.money(130_00, on: 1)], cash: PromiseTests.extracts(on: 9), on: 9)
        let rate = KeptRate(judged, in: .usd, from: PromiseTests.day(0), to: PromiseTests.day(9))
        #expect((rate.kept, rate.partlyKept, rate.judged) == (1, 1, 2))
        #expect(rate.byCount == 0.5)
        #expect(rate.byAmount == 0.65)
        #expect(KeptRate([], in: .usd, from: PromiseTests.day(0), to: PromiseTests.day(9)).byCount == nil)
    }
}
